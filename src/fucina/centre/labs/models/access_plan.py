import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.hours import valid_hours
from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Organisation, Person
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AccessPlan(Bilingual):
    """A membership of the laboratories, such as of evening makers, for which some hours are reserved."""

    key = models.SlugField(_("key"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("access plan")
        verbose_name_plural = _("access plans")
        ordering = ["name", "id"]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PlanHolding(Period):
    """That a person, or everybody of an organisation, has a plan."""

    plan = models.ForeignKey(AccessPlan, on_delete=models.CASCADE, related_name="holdings")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="plans"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="plans"
    )

    objects = PeriodQuerySet["PlanHolding"].as_manager()

    class Meta:
        verbose_name = _("holder of an access plan")
        verbose_name_plural = _("holders of access plans")
        ordering = ["-valid_from", "id"]
        constraints = [
            ends_after_it_begins("plan_holding_period"),
            models.CheckConstraint(
                name="plan_holding_of_one",
                condition=Q(person=None, organisation__isnull=False)
                | Q(organisation=None, person__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.person_id or self.organisation_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ReservedTime(models.Model):
    """Hours of a resource that only holders of a plan book."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="reserved_times")
    plan = models.ForeignKey(AccessPlan, on_delete=models.CASCADE, related_name="reserved_times")
    hours = models.CharField(
        _("hours"), max_length=500, validators=[valid_hours], help_text=_("In the syntax of OpenStreetMap, such as Mo-Fr 18:00-20:00.")
    )  # fmt: skip

    class Meta:
        verbose_name = _("reserved hours")
        verbose_name_plural = pgettext_lazy("several", "reserved hours")
        ordering = ["resource", "id"]
        constraints = [
            models.CheckConstraint(name="reserved_time_has_hours", condition=~Q(hours=""))
        ]

    def __str__(self) -> str:
        return self.hours
