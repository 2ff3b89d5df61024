"""Two instruments that cannot run together share one schedule: whoever has one keeps others from the other."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.labs.domain.wait_list import offer_schedules
from fucina.centre.labs.domain.writing import SCHEDULE, allow, lock, one_write
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Allocation, Resource, Schedule
from fucina.centre.refusal import Problem, refuse_any


def share_schedule(resource: Resource, other: Resource | None, *, by: Any) -> Resource:
    """From now on the two cannot be booked at the same time; with no ``other``, it has its time for itself again.

    What is booked ahead goes along. Where bookings of the two clash they must move first, and nothing changes.
    """
    allow(by, "labs.manage_resources")
    before = resource.schedule_id
    if other is None and not sharing(resource).exists():
        return resource
    refuse_any(_unfit(resource, other))
    with one_write():
        target = other.schedule if other else _own(resource)
        lock((SCHEDULE, number) for number in (before, target.pk))
        refuse_any(_clashes(resource, target))
        resource.schedule = target
        resource.save(update_fields=["schedule"])
    offer_schedules({before, target.pk})
    return resource


def sharing(resource: Resource) -> QuerySet[Resource]:
    """The others that share its schedule."""
    return Resource.objects.filter(schedule=resource.schedule_id).exclude(pk=resource.pk)


def _own(resource: Resource) -> Schedule:
    return Schedule.objects.create(name=resource.name, capacity=resource.schedule.capacity)


def _unfit(resource: Resource, other: Resource | None) -> list[Problem]:
    if other is None:
        return []
    if other.pk == resource.pk:
        return [Problem("itself", _("Choose another one than itself."), "other")]
    if max(resource.schedule.capacity, other.schedule.capacity) > 1:
        text = _("Only what one booking takes whole can share its time.")
        return [Problem("several", text, "other")]
    return []


def _clashes(resource: Resource, target: Schedule) -> list[Problem]:
    """What is booked ahead of it while the other one is taken."""
    theirs = Allocation.objects.taken().filter(schedule=target, during__overlap=OuterRef("during"))
    mine = resource.allocations.taken().exclude(booking__status=BookingStatus.DONE)
    count = mine.exclude(schedule=target).filter(Exists(theirs)).count()
    if count == 0:
        return []
    text = ngettext(
        "{number} booking ahead falls in a time in which the other one is taken: move it first.",
        "{number} bookings ahead fall in times in which the other one is taken: move them first.",
        count,
    )
    return [Problem("booked", text.format(number=count), "other", {"bookings": count})]
