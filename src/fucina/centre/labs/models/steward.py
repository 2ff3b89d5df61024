import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.labs.models.of_lab_or_resource import about_one
from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Steward(Period):
    """Who looks after a laboratory or a machine: books and starts for others, approves, declares outages."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stewardships")
    laboratory = models.ForeignKey(
        Laboratory, on_delete=models.CASCADE, null=True, blank=True, related_name="stewards"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, null=True, blank=True, related_name="stewards"
    )
    overrides = models.BooleanField(_("may override rules, with a reason"), default=False)
    grants = models.BooleanField(_("may grant qualifications"), default=False)

    objects = PeriodQuerySet["Steward"].as_manager()

    class Meta:
        verbose_name = pgettext_lazy("labs", "person in charge")
        verbose_name_plural = pgettext_lazy("labs", "people in charge")
        ordering = ["-valid_from", "id"]
        constraints = [
            ends_after_it_begins("steward_period"),
            about_one("steward_of_one_thing"),
            models.UniqueConstraint(
                fields=["person", "laboratory", "resource"],
                name="steward_once",
                nulls_distinct=False,
                violation_error_code="taken",
                violation_error_message=_("This person is in charge of it already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.laboratory_id or self.resource_id}"
