import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Suspension(Period):
    """A person who may neither book, start nor enter, for a time and a reason."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="suspensions")
    laboratory = models.ForeignKey(
        Laboratory, on_delete=models.CASCADE, null=True, blank=True, related_name="suspensions"
    )
    reason = models.CharField(pgettext_lazy("labs", "reason"), max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = PeriodQuerySet["Suspension"].as_manager()

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["-valid_from", "id"]
        constraints = [
            ends_after_it_begins("suspension_period"),
            models.CheckConstraint(name="suspension_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.reason}"
