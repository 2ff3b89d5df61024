import datetime as dt
from typing import Any

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Asked, BookingRefused, Things
from fucina.centre.labs.domain.book import judged
from fucina.centre.labs.domain.circumstances import Reading, read
from fucina.centre.labs.domain.demand import note_demand
from fucina.centre.labs.domain.judge import Judgement
from fucina.centre.labs.domain.letters import tell_of_change, tell_of_request
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.nearest import nearest
from fucina.centre.labs.domain.of_booking import again
from fucina.centre.labs.domain.still_open import not_by_itself, not_open
from fucina.centre.labs.domain.wait_list import offer_schedules
from fucina.centre.labs.domain.write_booking import allocate, fields_of, schedules_of, status_for
from fucina.centre.labs.domain.writing import SCHEDULE, allow, lock, one_write
from fucina.centre.labs.models import Booking
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Refusal, refuse_any


def move(
    booking: Booking,
    starts: dt.datetime,
    ends: dt.datetime,
    *,
    by: Any,
    things: Things | None = None,
    override: str = "",
) -> Booking:
    """To another time, shorter or longer, or to other resources; judged as if it were new. Refuses like ``book``."""
    allow(by, "labs.change_booking", booking)
    wanted = again(booking, by, span=Span(starts, ends), things=things, override=override)
    return change(booking, wanted)


def hand_over(
    booking: Booking,
    person: Person,
    *,
    by: Any,
    organisation: Organisation | None = None,
    override: str = "",
) -> Booking:
    """To a colleague, for whom every rule is asked anew; to another organisation only by staff. They are told."""
    allow(by, "labs.change_booking", booking)
    if organisation is not None and organisation.pk != booking.organisation_id:
        allow(by, "labs.book_for_others", booking)
    wanted = again(
        booking, by, person=person, organisation=organisation, override=override, handed_over=True
    )
    return change(booking, wanted)


def change(booking: Booking, wanted: Asked) -> Booking:
    freed = schedules_of([booking])
    reading = read(wanted)
    try:
        with one_write():
            lock([*reading.keys, *((SCHEDULE, number) for number in freed)])
            booking = Booking.objects.select_for_update().get(pk=booking.pk)
            refuse_any(not_open(booking) or not_by_itself(booking))
            reading, judgement = judged(reading, locked=True)
            rewrite(booking, reading, judgement)
    except Refusal as refusal:
        note_demand(reading, refusal.problems)
        raise BookingRefused(refusal.problems, nearest(reading, refusal.problems)) from refusal
    offer_schedules(freed)
    return booking


def rewrite(booking: Booking, reading: Reading, judgement: Judgement) -> None:
    """Under the locks: the booking as it was asked for and judged, and what it takes from now on."""
    changed = fields_of(reading, judgement)
    if not reading.asked.economic:
        del changed["economic"]  # as it was said before
    for name, value in changed.items():
        setattr(booking, name, value)
    booking.status = status_for(reading)
    booking.displaced_by = booking.held_until = None
    booking.sequence += 1
    booking.save()
    booking.allocations.all().delete()
    allocate(booking, reading)
    charges.recommit(booking, reading.quote, by=reading.asked.by)
    tell_of_change(booking, reading.asked.by)
    tell_of_request([booking], reading.resources)
