import datetime as dt

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.resource import Resource


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class MaintenancePlan(models.Model):
    """What is to be done to a machine again and again: every so many days, or hours of use, whichever comes first."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="maintenance")
    title = models.CharField(_("what is done"), max_length=160)
    every_days = models.PositiveIntegerField(_("every (days)"), null=True, blank=True)
    every_hours = models.PositiveIntegerField(_("every (hours of use)"), null=True, blank=True)
    minutes = models.PositiveIntegerField(
        pgettext_lazy("maintenance", "takes (minutes)"), default=60
    )
    last_done = models.DateField(_("last done on"), null=True, blank=True)

    class Meta:
        verbose_name = _("maintenance plan")
        verbose_name_plural = _("maintenance plans")
        ordering = ["resource", "title", "id"]
        constraints = [
            models.CheckConstraint(
                name="maintenance_plan_has_an_interval",
                condition=(Q(every_days__gt=0) | Q(every_hours__gt=0))
                & ~Q(title="")
                & Q(minutes__gt=0),
                violation_error_message=_("Say after how many days or hours of use."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def due(self) -> dt.date | None:
        """By days; hours of use are counted by a query."""
        if self.every_days is None or self.last_done is None:
            return None
        return self.last_done + dt.timedelta(days=self.every_days)
