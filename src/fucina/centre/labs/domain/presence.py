"""Who is in a room: never more than it holds, nor than the rooms around it hold."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.asking import Item, asked
from fucina.centre.labs.domain.circumstances import Reading, read
from fucina.centre.labs.domain.contended import contend
from fucina.centre.labs.domain.judge import sort
from fucina.centre.labs.domain.moments import MINUTE
from fucina.centre.labs.domain.room_tree import Related, related_to
from fucina.centre.labs.domain.rules_of_booking import hours, persons, qualified, things
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.labs.domain.writing import ROOM, allow, lock, one_write
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingStatus, ResourceKind
from fucina.centre.labs.models import Booking, Presence, Resource
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, refuse_any

ASKED_AT_THE_DOOR = (
    things.in_service,
    persons.access,
    persons.suspended,
    qualified.qualified,
    hours.opening,
)


def enter(
    room: Resource,
    *,
    by: Any,
    person: Person | None = None,
    organisation: Organisation | None = None,
    override: str = "",
) -> Presence:
    """Go in. Asked at the door: role, training, opening hours, a booking where one is needed, places here and around."""
    allow(by, "labs.start_use")
    person = person or by.person
    now = timezone.now()
    wanted = asked(
        [Item(room)], now, now + MINUTE, by=by, person=person, organisation=organisation,
        override=override,
    )  # fmt: skip
    reading = read(wanted)
    around = related_to([room.pk])
    with one_write():
        lock((ROOM, number) for number in {room.pk, *(one.resource for one in around)})
        reading = contend(reading)
        found = [one for rule in ASKED_AT_THE_DOOR for one in rule(reading.request, reading.facts)]
        found += _at_the_door(room, person, reading, around)
        refuse_any(sort(found, reading).problems)
        return Presence.objects.create(room=room, person=person, entered=timezone.now())


def leave(presence: Presence, *, by: Any) -> Presence:
    if presence.person_id != getattr(getattr(by, "person", None), "pk", None):
        allow(by, "labs.operate", presence.room)
    with one_write():
        presence = Presence.objects.select_for_update().get(pk=presence.pk)
        if presence.left is None:
            presence.left = max(timezone.now(), presence.entered)
            presence.save(update_fields=["left"])
    return presence


def present_in(rooms: set[int]) -> int:
    """Different people in any of them."""
    counted = Presence.objects.filter(room__in=rooms, left=None).aggregate(
        people=Count("person", distinct=True)
    )
    return int(counted["people"])


def _at_the_door(
    room: Resource, person: Person, reading: Reading, around: list[Related]
) -> Iterator[Problem]:
    line = reading.facts.lines[0]
    if line.kind != ResourceKind.ROOM:
        yield hard("no_room", _("{name} is no room.").format(name=line.name))
        return
    if Presence.objects.filter(room=room, person=person, left=None).exists():
        yield hard("inside", _("This person is in the room already."))
        return
    for other in reading.facts.taken:
        if other.kind in OUT_OF_SERVICE and other.schedule == line.take.schedule:
            text = _("{name} is out of service {when}.").format(name=line.name, when=other.span)
            yield hard("out_of_service", text)
    if line.policy.needs_booking_to_enter and not _booked(room, person, reading):
        text = _("{name} is entered with a booking only.").format(name=line.name)
        yield soft("no_booking", text)
    yield from _places(room, line.name, line.take.capacity, around)


def _places(room: Resource, name: str, capacity: int, around: list[Related]) -> Iterator[Problem]:
    within = {room.pk, *(one.resource for one in around if one.within)}
    rooms = [(name, capacity, within)]
    for one in around:
        if not one.within:
            below = {two.resource for two in related_to([one.resource]) if two.within}
            rooms.append((one.name, one.capacity, {one.resource, *below}))
    for called, most, inside in rooms:
        if present_in(inside) + 1 > most:
            text = _("{name} is full: it holds {most}.").format(name=called, most=most)
            yield hard("full", text, "", most=most)


def _booked(room: Resource, person: Person, reading: Reading) -> bool:
    now = reading.facts.now
    early = now + reading.facts.lines[0].policy.check_in_minutes * MINUTE
    return Booking.objects.filter(
        person=person,
        status=BookingStatus.CONFIRMED,
        starts__lte=early,
        ends__gt=now,
        allocations__resource=room,
    ).exists()
