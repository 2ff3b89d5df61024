import datetime as dt
from collections.abc import Iterable
from typing import Any

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Asked, BookingRefused, Things, asked
from fucina.centre.labs.domain.circumstances import Reading, read
from fucina.centre.labs.domain.contended import contend
from fucina.centre.labs.domain.demand import note_demand
from fucina.centre.labs.domain.judge import Judgement, judge
from fucina.centre.labs.domain.letters import tell_of_booking, tell_of_request
from fucina.centre.labs.domain.nearest import nearest
from fucina.centre.labs.domain.release import release_stale
from fucina.centre.labs.domain.write_booking import fields_of, status_for, write
from fucina.centre.labs.domain.writing import allow, lock, one_write
from fucina.centre.labs.enums import BookingKind
from fucina.centre.labs.models import Booking, Series
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, Refusal


def book(
    things: Things,
    starts: dt.datetime,
    ends: dt.datetime,
    *,
    by: Any,
    person: Person | None = None,
    organisation: Organisation | None = None,
    kind: str = BookingKind.USE,
    project: Any = None,
    title: str = "",
    purpose: str = "",
    economic: str = "",
    risk_assessment: str = "",
    override: str = "",
    plans: Iterable[int] = (),
    key: str = "",
) -> Booking:
    """Book one or several resources, all or none, for a person of an organisation; for oneself unless another is named.

    Refuses with every problem at once and the nearest time that has none. ``override`` is the reason for which someone
    who may goes past those rules that can be passed. The same ``key`` again gives the same booking.
    """
    allow(by, "labs.book")
    wanted = asked(
        things, starts, ends, by=by, person=person, organisation=organisation, kind=kind,
        project=project, title=title, purpose=purpose, economic=economic,
        risk_assessment=risk_assessment, override=override, plans=frozenset(plans),
    )  # fmt: skip
    return carry_out(wanted, key)


def carry_out(wanted: Asked, key: str = "") -> Booking:
    """In one transaction; what is refused is told with an alternative, and remembered as demand."""
    if key and (known := asked_before(wanted, key)):
        return known
    reading = read(wanted)
    try:
        with one_write():
            return store(reading, key)
    except Refusal as refusal:
        if key and (known := asked_before(wanted, key)):
            return known  # its twin was faster
        note_demand(reading, refusal.problems)
        raise BookingRefused(refusal.problems, nearest(reading, refusal.problems)) from refusal


def store(
    reading: Reading, key: str = "", series: Series | None = None, *, locked: bool = False
) -> Booking:
    """Inside a transaction: lock, look once more, judge, write."""
    reading, judgement = judged(reading, locked=locked)
    booking = Booking(
        **fields_of(reading, judgement),
        status=status_for(reading),
        booked_by=reading.asked.by,
        request_key=key,
        series=series,
    )
    write(booking, reading)
    charges.commit(booking, reading.quote, by=reading.asked.by)
    tell_of_booking(booking, reading)
    if series is None:  # which is told as a whole
        tell_of_request([booking], reading.resources)
    return booking


def judged(reading: Reading, *, locked: bool = False) -> tuple[Reading, Judgement]:
    """Under the locks, unless the caller has them already; raises Refusal for what stands in the way."""
    if not locked:
        lock(reading.keys)
    reading = contend(reading)
    if reading.stale and release_stale(reading.stale):
        reading = contend(reading)
    judgement = judge(reading)
    if judgement.problems:
        raise Refusal(judgement.problems)
    return reading, judgement


def examine(wanted: Asked) -> tuple[list[Problem], Reading]:
    """What would stand in the way, without writing anything: for forms, while they are filled in."""
    reading = contend(read(wanted))
    return list(judge(reading).problems), reading


def asked_before(wanted: Asked, key: str) -> Booking | None:
    return Booking.objects.filter(booked_by=wanted.by, request_key=key).first()
