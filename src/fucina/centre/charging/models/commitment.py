import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models.kept import kept, never_deleted
from fucina.centre.charging.models.project import Project
from fucina.centre.charging.models.rate import money
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Commitment(models.Model):
    """What a future use will cost: it counts against caps and prepayments until it is charged, replaced or released.

    What it is for is known by a reference: the word and key of whoever asked.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="commitments")
    reference_kind = models.CharField(_("for"), max_length=30)
    reference_key = models.CharField(_("number"), max_length=60)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    total = money(pgettext_lazy("charging", "amount (€)"))
    state = models.CharField(
        pgettext_lazy("charging", "state"), max_length=10, choices=CommitmentState,
        default=CommitmentState.OPEN,
    )  # fmt: skip
    made = models.DateTimeField(pgettext_lazy("charging", "made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["-made", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reference_kind", "reference_key"],
                condition=Q(state=CommitmentState.OPEN),
                name="commitment_one_open",
                violation_error_code="committed",
                violation_error_message=_("An amount is set aside for this already."),
            ),
            models.CheckConstraint(
                name="commitment_words_are_known",
                condition=Q(state__in=CommitmentState.values, total__gte=0),
            ),
        ]
        triggers = [kept("state", "person", "made_by"), never_deleted()]

    def __str__(self) -> str:
        return f"{self.reference_kind} {self.reference_key}"
