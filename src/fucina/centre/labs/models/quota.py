import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import QuotaPeriod, Weekday
from fucina.centre.labs.models.machine import MachineType
from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class TimeQuota(models.Model):
    """How many minutes one person books in a period: of a machine, or of all of a category together.

    That of a machine stands in place of its category's.
    """

    type = models.ForeignKey(
        MachineType, on_delete=models.CASCADE, null=True, blank=True, related_name="quotas"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, null=True, blank=True, related_name="quotas"
    )
    period = models.CharField(pgettext_lazy("quota", "period"), max_length=10, choices=QuotaPeriod)
    minutes = models.PositiveIntegerField(_("minutes"))
    week_starts = models.PositiveSmallIntegerField(
        _("the week starts on"), choices=Weekday, default=Weekday.MONDAY
    )
    counted_from = models.TimeField(_("counted from"), null=True, blank=True)
    counted_to = models.TimeField(_("counted until"), null=True, blank=True)

    class Meta:
        verbose_name = _("quota of time")
        verbose_name_plural = _("quotas of time")
        ordering = ["period", "id"]
        constraints = [
            models.CheckConstraint(
                name="time_quota_of_one_thing",
                condition=Q(type=None, resource__isnull=False)
                | Q(resource=None, type__isnull=False),
            ),
            models.CheckConstraint(
                name="time_quota_period_is_known",
                condition=Q(period__in=QuotaPeriod.values, week_starts__lte=6),
            ),
            models.CheckConstraint(
                name="time_quota_window_is_whole",
                condition=Q(counted_from=None, counted_to=None)
                | Q(counted_from__lt=F("counted_to")),
                violation_error_message=_("Give both hours, the first before the second."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} min / {self.period}"
