from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import UserKind
from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Person


class UnmetDemand(models.Model):
    """Time that somebody wanted and could not have: once for each person, resource and day, however often they tried.

    Not tracked: it is a count, and is never corrected.
    """

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="unmet_demand")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    day = models.DateField(_("day"))
    starts = models.DateTimeField(pgettext_lazy("labs", "from"))
    ends = models.DateTimeField(pgettext_lazy("labs", "to"))
    user_kind = models.CharField(
        pgettext_lazy("booking", "kind of user"), max_length=20, choices=UserKind
    )
    codes = ArrayField(models.CharField(max_length=40), verbose_name=_("why"))
    waiting = models.BooleanField(_("on the wait list"), default=False)
    noted = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("unmet demand")
        verbose_name_plural = pgettext_lazy("several", "unmet demand")
        ordering = ["-noted", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "person", "day"], name="unmet_demand_once_a_day"
            ),
            models.CheckConstraint(name="unmet_demand_period", condition=Q(ends__gt=F("starts"))),
        ]

    def __str__(self) -> str:
        return f"{self.resource_id}: {self.day}"
