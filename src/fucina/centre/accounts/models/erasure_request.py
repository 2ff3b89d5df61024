import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ErasureRequest(models.Model):
    """A person asked to be erased, and records that the law wants kept stand in the way of doing it at once."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="erasure_requests")
    made = models.DateTimeField(_("made"), default=timezone.now)
    carried_out = models.DateTimeField(_("carried out"), null=True, blank=True)
    refused = models.DateTimeField(_("refused"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("request to be erased")
        verbose_name_plural = _("requests to be erased")
        ordering = ["made", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(carried_out=None, refused=None),
                name="erasure_open_once",
                violation_error_code="taken",
                violation_error_message=_("You have asked to be erased already."),
            ),
            models.CheckConstraint(
                name="erasure_is_carried_out_or_refused",
                condition=Q(carried_out=None) | Q(refused=None),
            ),
            models.CheckConstraint(
                name="erasure_is_refused_with_a_reason",
                condition=Q(refused=None) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.made:%Y-%m-%d}"
