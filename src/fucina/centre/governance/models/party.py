import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import PartyRole
from fucina.centre.governance.models.agreement import Agreement
from fucina.centre.governance.models.bilingual import in_language
from fucina.centre.governance.models.of_one_agreement import stays
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import (
    DateRange,
    Period,
    PeriodQuerySet,
    ends_after_it_begins,
)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Party(Period):
    """An organisation bound by an agreement, from the day it joined to the day it left."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(_("role"), max_length=20, choices=PartyRole)
    task = models.CharField(_("task"), max_length=300, blank=True)
    task_en = models.CharField(_("task in English"), max_length=300, blank=True)

    objects = PeriodQuerySet["Party"].as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["agreement", "id"]
        constraints = [
            ends_after_it_begins("party_period"),
            models.CheckConstraint(
                name="party_role_is_known", condition=Q(role__in=PartyRole.values)
            ),
            ExclusionConstraint(
                name="party_does_not_overlap",
                expressions=[
                    ("agreement", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="overlap",
                violation_error_message=_("This organisation is a party in that time already."),
            ),
        ]
        triggers = [stays("agreement")]

    def __str__(self) -> str:
        return f"{self.organisation_id} @ {self.agreement_id}"

    @property
    def said_task(self) -> str:
        return in_language(self.task, self.task_en)
