"""What a person may see, as filters: the words of ``rules`` once more, for many things at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Prefetch, Q
from django.http import Http404

from fucina.centre.labs.domain.asking import Asked
from fucina.centre.labs.domain.read_lines import read_resources
from fucina.centre.labs.models import (
    Allocation,
    Booking,
    Laboratory,
    ProblemReport,
    Resource,
    ResourceDocument,
)
from fucina.centre.labs.models.booking import BookingQuerySet
from fucina.centre.labs.models.resource import ResourceQuerySet
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.rules import colleague_organisations, reads_all
from fucina.centre.people.standing import standing


def sees_all(user: Any) -> bool:
    return bool(stewardship(user).everything or reads_all(user))


def visible_laboratories(user: Any) -> Any:
    if sees_all(user):
        return Laboratory.objects.all()
    return Laboratory.objects.filter(Q(listed=True) | Q(pk__in=stewardship(user).laboratories))


def visible_resources(user: Any) -> ResourceQuerySet:
    """The catalogue, and what one looks after."""
    if sees_all(user):
        return Resource.objects.all()
    mine = stewardship(user)
    own = Q(pk__in=mine.resources) | Q(laboratory__in=mine.laboratories)
    return Resource.objects.filter(Q(listed=True, laboratory__listed=True) | own)


def visible_bookings(user: Any) -> BookingQuerySet:
    """One's own, those of one's organisations, those of what one looks after; all for staff."""
    if sees_all(user):
        return Booking.objects.all()
    here, mine = standing(user), stewardship(user)
    seen = Q(person=here.person) | Q(organisation__in=colleague_organisations(user))
    if user.is_authenticated:
        seen |= Q(booked_by=user.pk)
    if mine.any:
        looked_after = Allocation.objects.filter(
            Q(resource__in=mine.resources) | Q(resource__laboratory__in=mine.laboratories)
        )
        seen |= Q(pk__in=looked_after.values("booking"))
    return Booking.objects.filter(seen)


def with_names(bookings: BookingQuerySet) -> BookingQuerySet:
    """For lists: person, organisation, and ``asked``, the allocations that were asked for; three queries in all."""
    return bookings.select_related(
        "person", "organisation", "booked_by", "project"
    ).prefetch_related(
        Prefetch(
            "allocations",
            queryset=Allocation.objects.asked().select_related("resource__laboratory"),
            to_attr="asked",
        )
    )


def visible_problems(user: Any) -> Any:
    """Text and photo are for staff; that there is one, the resource's own page tells."""
    if sees_all(user):
        return ProblemReport.objects.all()
    mine = stewardship(user)
    own = Q(resource__in=mine.resources) | Q(resource__laboratory__in=mine.laboratories)
    reported = Q(reported_by=user.pk) if user.is_authenticated else Q(pk__in=[])
    return ProblemReport.objects.filter(own | reported)


def visible_documents(user: Any) -> Any:
    """Public ones for everybody; the others for whoever has a role."""
    seen = ResourceDocument.objects.filter(resource__in=visible_resources(user))
    return seen if standing(user).organisations or sees_all(user) else seen.filter(public=True)


def resource_for(user: Any, resource: int) -> Resource:
    found = (
        visible_resources(user)
        .with_rules()
        .select_related("owner", "inside", "machine__type", "room", "expert__person", "accessory")
        .filter(pk=resource)
        .first()
    )
    return _found(found)


def resources_for(user: Any, resources: Iterable[int]) -> list[Resource]:
    """In this order, without what belongs to them: one query, however many. Where one is not seen, none is there."""
    numbers = list(resources)
    found = visible_resources(user).in_bulk(numbers)
    if not found.keys() >= set(numbers):
        raise Http404
    return [found[number] for number in numbers]


def resources_to_book(wanted: Asked, numbers: Sequence[int]) -> list[Resource]:
    """The same for what is about to be asked: one query reads them with all that booking them looks at."""
    found = list(read_resources(wanted, numbers))
    if len(found) < len(numbers) or not all(one.listed and one.laboratory.listed for one in found):
        resources_for(wanted.by, numbers)  # seen all the same, or not there
    return found


def laboratory_for(user: Any, laboratory: int) -> Laboratory:
    seen = visible_laboratories(user).select_related("building__site", "policy", "organisation")
    found: Laboratory | None = seen.filter(pk=laboratory).first()
    return _found(found)


def booking_for(user: Any, booking: int) -> Booking:
    return _found(with_names(visible_bookings(user)).filter(pk=booking).first())


def _found[T](thing: T | None) -> T:
    if thing is None:
        raise Http404
    return thing
