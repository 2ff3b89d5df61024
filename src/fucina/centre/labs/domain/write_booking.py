"""Stores a booking that was judged, and what it takes: both or neither."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.judge import Judgement
from fucina.centre.labs.domain.rules_of_booking.facts import Take
from fucina.centre.labs.domain.rules_of_booking.overlaps import in_the_way
from fucina.centre.labs.domain.user_kind import economic, user_kind
from fucina.centre.labs.enums import (
    ACTIVE,
    TAKEN,
    AllocationRole,
    AllocationStatus,
    BookingStatus,
)
from fucina.centre.labs.models import Allocation, Booking
from fucina.centre.prepared import insert, insert_with


def fields_of(reading: Reading, judgement: Judgement) -> dict[str, Any]:
    """What follows from the request alone."""
    asked, facts = reading.asked, reading.facts
    whose = user_kind(facts.who)
    return {
        "person": asked.person,
        "organisation_id": facts.who.organisation,
        "project": asked.project,
        "starts": asked.span.start,
        "ends": asked.span.end,
        "kind": asked.kind,
        "title": asked.title,
        "purpose": asked.purpose,
        "user_kind": whose,
        "economic": economic(asked.kind, whose, asked.economic),
        "preferential": any(line.preferential for line in facts.lines),
        "risk_assessment": asked.risk_assessment.strip(),
        "overridden": judgement.codes,
        "override_reason": asked.override.strip() if judgement.passed else "",
    }


def status_for(reading: Reading) -> BookingStatus:
    """To be approved where a rule says so, unless whoever asks may approve it."""
    asked = reading.asked
    needed = reading.request.personal and any(
        line.policy.needs_approval for line in reading.facts.lines
    )
    if needed and not asked.by.has_perm("labs.book_for_others", list(reading.resources)):
        return BookingStatus.REQUESTED
    return BookingStatus.CONFIRMED


def write(booking: Booking, reading: Reading) -> None:
    """A new booking and what it takes."""
    rows = _rows(booking, reading)
    insert_with(booking, rows, "booking")
    _remember_asked(booking, rows)


def allocate(booking: Booking, reading: Reading) -> None:
    """What a booking that is stored takes from now on."""
    rows = _rows(booking, reading)
    insert(rows)
    _remember_asked(booking, rows)


def _rows(booking: Booking, reading: Reading) -> list[Allocation]:
    """What gives way to a booking, or to which it gives way, is written too: it is known why nobody has it."""
    taken = reading.facts.taken
    state = status_of(booking.status)
    rows, beaten = [], set[int]()
    for take in reading.facts.takes:
        others = in_the_way(take, taken) if state in TAKEN else []
        gives_way = bool(others) and take.role == AllocationRole.INSIDE
        if not gives_way:
            beaten |= {other.allocation for other in others}
        rows.append(_row(booking, take, AllocationStatus.WAIVED if gives_way else state))
    if beaten:
        Allocation.objects.filter(pk__in=beaten).update(status=AllocationStatus.WAIVED)
    return rows


def _remember_asked(booking: Any, rows: list[Allocation]) -> None:
    booking.asked = [row for row in rows if row.role == AllocationRole.ASKED]  # as with_names does


def set_status(booking: Booking, status: BookingStatus, *also: str) -> None:
    """The booking's state, with its allocations; ``also`` names fields that were set on it. A change that calendars see."""
    booking.status = status
    booking.sequence += 1
    booking.save(update_fields=["status", "sequence", "updated", *also])
    given_up = AllocationStatus.WAIVED
    booking.allocations.exclude(status=given_up).update(status=status_of(status))


def _row(booking: Booking, take: Take, status: str) -> Allocation:
    return Allocation(
        booking=booking,
        resource_id=take.resource,
        schedule_id=take.schedule,
        during=DateTimeTZRange(take.span.start, take.span.end, "[)"),
        quantity=take.quantity,
        role=take.role,
        status=status,
    )


def schedules_of(bookings: Iterable[Booking]) -> set[int]:
    found = Allocation.objects.filter(booking__in=list(bookings))
    return set(found.values_list("schedule_id", flat=True))


def status_of(booking: str) -> AllocationStatus:
    """What the allocations of a booking in this state are."""
    if booking in (BookingStatus.CONFIRMED, BookingStatus.DONE):
        return AllocationStatus.CONFIRMED
    if booking in ACTIVE:
        return AllocationStatus.HELD
    return {
        BookingStatus.WAITING: AllocationStatus.WAITING,
        BookingStatus.DISPLACED: AllocationStatus.DISPLACED,
    }.get(BookingStatus(booking), AllocationStatus.RELEASED)
