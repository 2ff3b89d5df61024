"""What others may change at any moment: what is taken, and the person's other bookings. One query, asked under the locks."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateTimeRangeField
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.privacy import Reader, reader_of
from fucina.centre.labs.domain.read_lines import exceptions_for, exceptions_of
from fucina.centre.labs.domain.rules_of_booking.facts import Line, Own, Taken
from fucina.centre.labs.enums import ACTIVE, PERSONAL, TAKEN, AllocationRole, BookingStatus
from fucina.centre.labs.models import Allocation, Resource
from fucina.centre.prepared import AnyGiven, Given, Prepared

COUNTED = (*ACTIVE, BookingStatus.DISPLACED, BookingStatus.DONE, BookingStatus.MISSED)
"""A missed booking counts as one of its day."""
COMING = (*ACTIVE, BookingStatus.DISPLACED)


@dataclass(frozen=True)
class Row:
    """An allocation with what is asked of its booking, in the order of ``COLUMNS``."""

    allocation: int
    booking: int
    schedule: int
    resource: int
    during: Any
    quantity: int
    role: str
    status: str
    kind: str
    state: str
    starts: dt.datetime
    ends: dt.datetime
    held_until: dt.datetime | None
    checked_in: dt.datetime | None
    person: int
    organisation: int
    given_name: str
    family_name: str
    type: int | None


COLUMNS = (
    "id",
    "booking_id",
    "schedule_id",
    "resource_id",
    "during",
    "quantity",
    "role",
    "status",
    "booking__kind",
    "booking__status",
    "booking__starts",
    "booking__ends",
    "booking__held_until",
    "booking__checked_in",
    "booking__person_id",
    "booking__organisation_id",
    "booking__person__given_name",
    "booking__person__family_name",
    "resource__machine__type_id",
)


def contend(reading: Reading) -> Reading:
    facts = reading.facts
    widest = max((line.policy.buffer_minutes for line in facts.lines), default=0)
    rows = _rows(reading, widest)
    reader = reader_of(reading.asked.by, reading.resources) if rows else Reader()
    schedules = {take.schedule for take in facts.takes}
    taken, own, stale = [], [], set[int]()
    for row in rows:
        if row.schedule in schedules and row.status in TAKEN:
            if _may_be_over(row, facts.now):
                stale.add(row.booking)
            if not _lapsed(row, facts.now):
                taken.append(_taken(row, reader))
        if row.person == facts.who.person and _is_own(row, reading.own_from):
            own.append(_own(row))
    read = replace(facts, taken=tuple(taken), own=tuple(own))
    return replace(reading, facts=read, stale=tuple(sorted(stale)))


def contend_between(reading: Reading, window: Span) -> Reading:
    """The same over a longer time, for a search in it; nothing is locked, so what is found may be gone a moment later."""
    facts, length = reading.facts, reading.request.span
    takes = tuple(
        replace(
            take,
            span=Span(window.start, window.end + (length.end - length.start)).widened(600, 600),
        )
        for take in facts.takes
    )
    wide = contend(
        replace(reading, facts=replace(facts, takes=takes, lines=_wide(reading, window)))
    )
    found = replace(wide.facts, takes=facts.takes)
    return replace(wide, facts=found)


def _wide(reading: Reading, window: Span) -> tuple[Line, ...]:
    """With the closures of the whole time."""
    found = Resource.objects.filter(pk__in=[line.resource for line in reading.facts.lines])
    rows = dict(
        found.annotate(
            exceptions_json=ArraySubquery(exceptions_for(window.start, window.end))
        ).values_list("pk", "exceptions_json")
    )
    return tuple(
        replace(line, exceptions=exceptions_of(rows[line.resource])) for line in reading.facts.lines
    )


def _rows(reading: Reading, buffer: int) -> list[Row]:
    takes, span = reading.facts.takes, reading.request.span
    wide = Span(
        min((take.span.start for take in takes), default=span.start),
        max((take.span.end for take in takes), default=span.end),
    ).widened(buffer, buffer)
    if wide.start >= wide.end:  # asked for from later until earlier: refused anyway
        return []
    rows = (TAKEN_OR_OWN if reading.own_from else ONLY_TAKEN).rows(
        schedules=sorted({take.schedule for take in takes}),
        window=DateTimeTZRange(wide.start, wide.end),
        person=reading.facts.who.person,
        own_from=reading.own_from,
        moving=reading.request.moving or 0,
    )
    return [Row(*row) for row in rows]


def _written(*, own: bool) -> Any:
    wanted = Q(
        schedule=AnyGiven("schedules"),
        during__overlap=Given("window", DateTimeRangeField()),
        status__in=TAKEN,
    )
    if own:
        wanted |= Q(
            booking__person=Given("person"),
            booking__ends__gt=Given("own_from"),
            booking__status__in=COUNTED,
            booking__kind__in=PERSONAL,
            role=AllocationRole.ASKED,
        )
    found = Allocation.objects.filter(wanted).exclude(booking=Given("moving"))
    return found.order_by("id").values_list(*COLUMNS)


ONLY_TAKEN = Prepared[Any](lambda: _written(own=False))
TAKEN_OR_OWN = Prepared[Any](lambda: _written(own=True))


def _lapsed(row: Row, now: dt.datetime) -> bool:
    return row.state == BookingStatus.HELD and row.held_until is not None and row.held_until <= now


def _may_be_over(row: Row, now: dt.datetime) -> bool:
    """A hold that ran out, or somebody who did not come: no job has to have noticed."""
    missing = (
        row.state == BookingStatus.CONFIRMED
        and row.kind in PERSONAL
        and row.checked_in is None
        and row.starts < now
    )
    return missing or _lapsed(row, now)


def _taken(row: Row, reader: Reader) -> Taken:
    seen = reader.reads_name(row.resource, row.person, row.organisation)
    name = f"{row.given_name} {row.family_name}".strip() if seen else ""
    span = Span(row.during.lower, row.during.upper)
    return Taken(
        row.allocation, row.booking, row.schedule, row.resource, span, row.quantity, row.role,
        row.kind, name,
    )  # fmt: skip


def _is_own(row: Row, own_from: dt.datetime | None) -> bool:
    return (
        own_from is not None
        and row.role == AllocationRole.ASKED
        and row.state in COUNTED
        and row.kind in PERSONAL
        and row.ends > own_from
    )


def _own(row: Row) -> Own:
    span = Span(row.starts, row.ends)
    return Own(row.booking, row.resource, row.type, span, row.state in COMING)
