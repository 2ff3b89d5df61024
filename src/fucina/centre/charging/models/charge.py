import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models.kept import kept, never_deleted
from fucina.centre.charging.models.project import Project
from fucina.centre.charging.models.rate import money
from fucina.centre.people.models import Person


class ChargeQuerySet(models.QuerySet["Charge"]):
    def standing(self) -> "ChargeQuerySet":
        """Those that were not voided."""
        return self.filter(voided=None)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Charge(models.Model):
    """What a use cost, as it was priced on its day. It is never changed nor deleted: it may be voided, with a reason.

    ``beyond``: recorded after the fact although a cap or a date forbade it; ``replaces`` is the charge it corrects.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="charges")
    reference_kind = models.CharField(_("for"), max_length=30)
    reference_key = models.CharField(_("number"), max_length=60)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="charges"
    )
    on = models.DateField(pgettext_lazy("charging", "day"), db_index=True)
    total = money(pgettext_lazy("charging", "amount (€)"))
    beyond = models.BooleanField(_("beyond what was allowed"), default=False)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    made = models.DateTimeField(pgettext_lazy("charging", "made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    voided = models.DateTimeField(_("voided"), null=True, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    voided_why = models.CharField(_("why it was voided"), max_length=250, blank=True)

    objects = ChargeQuerySet.as_manager()

    class Meta:
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        ordering = ["-on", "-id"]
        indexes = [models.Index("project", "on", name="charge_project_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["reference_kind", "reference_key"],
                condition=Q(voided=None),
                name="charge_one_standing",
                violation_error_code="charged",
                violation_error_message=_("This was charged already."),
            ),
            models.CheckConstraint(
                name="charge_is_not_negative",
                condition=Q(total__gte=0),
                violation_error_message=_("A charge cannot be negative."),
            ),
            models.CheckConstraint(
                name="charge_voided_with_a_reason",
                condition=Q(voided=None, voided_why="") | Q(voided__isnull=False) & ~Q(voided_why=""),
                violation_error_message=_("Say why it is voided."),
            ),
        ]  # fmt: skip
        triggers = [
            kept("person", "made_by", "voided", "voided_by", "voided_why"),
            never_deleted(),
            pgtrigger.Protect(
                name="voided_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided__isnull=False)
                & pgtrigger.Q(
                    pgtrigger.Q(new__voided__df=pgtrigger.F("old__voided"))
                    | pgtrigger.Q(new__voided_why__df=pgtrigger.F("old__voided_why"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference_kind} {self.reference_key}"

    def get_absolute_url(self) -> str:
        return reverse("charging:charge", kwargs={"charge": self.pk})
