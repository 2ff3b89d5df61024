import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.enums import TAKEN, AllocationRole, AllocationStatus
from fucina.centre.labs.models.booking import Booking
from fucina.centre.labs.models.resource import Resource
from fucina.centre.labs.models.schedule import Schedule


class AllocationQuerySet(models.QuerySet["Allocation"]):
    def taken(self) -> "AllocationQuerySet":
        """Those that keep others out."""
        return self.filter(status__in=TAKEN)

    def asked(self) -> "AllocationQuerySet":
        """What the bookings themselves asked for."""
        return self.filter(role=AllocationRole.ASKED)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Allocation(models.Model):
    """What a booking takes of a schedule, from when until when: set-up and tear-down included, the end excluded.

    A schedule of capacity one is never taken twice at a moment: the database holds that. Of greater ones the places are
    counted under a lock.
    """

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="allocations")
    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="allocations", db_index=False
    )
    schedule = models.ForeignKey(
        Schedule, on_delete=models.PROTECT, related_name="allocations", db_index=False
    )  # both begin an index below
    during = DateTimeRangeField(pgettext_lazy("labs", "time"))
    quantity = models.PositiveIntegerField(_("quantity"), default=1)
    role = models.CharField(max_length=10, choices=AllocationRole, default=AllocationRole.ASKED)
    status = models.CharField(
        pgettext_lazy("labs", "state"),
        max_length=10,
        choices=AllocationStatus,
        default=AllocationStatus.CONFIRMED,
    )
    exclusive = models.BooleanField(default=True, editable=False)  # a trigger knows

    objects = AllocationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("labs", "allocation")
        verbose_name_plural = pgettext_lazy("labs", "allocations")
        ordering = ["id"]
        indexes = [
            GistIndex(
                fields=["schedule", "during"],
                name="allocation_when",
                condition=Q(status__in=TAKEN),
            ),
            models.Index("resource", "status", name="allocation_of_resource"),
        ]
        constraints = [
            ExclusionConstraint(
                name="allocation_does_not_overlap",
                expressions=[
                    ("schedule", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(exclusive=True, status__in=TAKEN),
                violation_error_code="overlap",
                violation_error_message=_("Somebody was faster: this time has just been taken."),
            ),
            models.CheckConstraint(
                name="allocation_is_some_time_of_something",
                condition=Q(
                    quantity__gte=1,
                    during__isempty=False,
                    during__startswith__isnull=False,
                    during__endswith__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="allocation_choices_are_known",
                condition=Q(role__in=AllocationRole.values, status__in=AllocationStatus.values),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="knows_whether_it_is_exclusive",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("schedule_id", "exclusive"),  # type: ignore[no-untyped-call]
                func="""
                    SELECT s.capacity = 1 INTO NEW.exclusive
                      FROM labs_resource r JOIN labs_schedule s ON s.id = r.schedule_id
                     WHERE r.id = NEW.resource_id AND s.id = NEW.schedule_id;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'schedule % is not that of resource %', NEW.schedule_id, NEW.resource_id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_takes_the_schedule_of_its_resource';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.booking_id}: {self.resource_id}"
