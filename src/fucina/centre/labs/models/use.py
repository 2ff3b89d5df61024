import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.booking import Booking
from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Use(models.Model):
    """A machine is running for somebody, from start to stop. One at a time."""

    resource = models.ForeignKey(Resource, on_delete=models.PROTECT, related_name="uses")
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="uses")
    operator = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="operated_uses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="uses")
    started = models.DateTimeField(pgettext_lazy("use", "started"), default=timezone.now)
    ended = models.DateTimeField(pgettext_lazy("use", "stopped"), null=True, blank=True)
    declared_minutes = models.PositiveIntegerField(_("declared minutes"), null=True, blank=True)
    downtime_minutes = models.PositiveIntegerField(
        _("out of order during the use (minutes)"), default=0
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    taken_over_from = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )  # whose slot it was
    consent = models.CharField(_("how the owner agreed"), max_length=200, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip

    class Meta:
        verbose_name = pgettext_lazy("labs", "use")
        verbose_name_plural = pgettext_lazy("labs", "uses")
        ordering = ["-started", "-id"]
        indexes = [models.Index("resource", "started", name="use_of_resource")]
        constraints = [
            models.UniqueConstraint(
                fields=["resource"],
                condition=Q(ended=None),
                name="use_one_at_a_time",
                violation_error_code="in_use",
                violation_error_message=_("Somebody was faster: the machine is in use."),
            ),
            models.CheckConstraint(
                name="use_stops_after_it_starts",
                condition=Q(ended=None) | Q(ended__gte=F("started")),
            ),
            models.CheckConstraint(
                name="use_takeover_has_consent",
                condition=Q(taken_over_from=None) | ~Q(consent=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource_id}: {self.started:%Y-%m-%d %H:%M}"

    @property
    def minutes(self) -> int:
        """Measured, until now while it runs."""
        return int(((self.ended or timezone.now()) - self.started).total_seconds() // 60)
