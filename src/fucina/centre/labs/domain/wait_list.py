"""Those who wait for a time: the first in line is offered what becomes free, for a while, then the next."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Things, asked
from fucina.centre.labs.domain.book import judged
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.contended import contend
from fucina.centre.labs.domain.demand import note_demand
from fucina.centre.labs.domain.judge import Judgement, judge
from fucina.centre.labs.domain.letters import tell_of_offer, tell_of_request
from fucina.centre.labs.domain.of_booking import again
from fucina.centre.labs.domain.rules_of_booking import OF_CAPACITY
from fucina.centre.labs.domain.write_booking import (
    allocate,
    fields_of,
    set_status,
    status_for,
)
from fucina.centre.labs.domain.writing import allow, lock, one_write
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem, Refusal, refuse_any


def join_wait_list(
    things: Things, starts: dt.datetime, ends: dt.datetime, *, by: Any, **more: Any
) -> Booking:
    """Stand in line for a time that others have; with the arguments of ``book``.

    Refuses what would be refused even if it were free, and what is free: that is booked.
    """
    allow(by, "labs.book")
    reading = contend(read(asked(things, starts, ends, by=by, **more)))
    found = judge(reading).problems
    clashes = [one for one in found if one.code in OF_CAPACITY]
    refuse_any(one for one in found if one not in clashes)
    if not clashes:
        raise Refusal([Problem("free", _("This time is free: book it."), "starts")])
    for line in reading.facts.lines:
        if not line.policy.has_wait_list:
            text = _("{name} has no wait list.").format(name=line.name)
            raise Refusal([Problem("no_wait_list", text, "resources")])
    with one_write():
        booking = Booking.objects.create(
            **fields_of(reading, Judgement(())), status=BookingStatus.WAITING, booked_by=by
        )
        allocate(booking, reading)
    note_demand(reading, clashes, waiting=True)
    return booking


def accept_offer(booking: Booking, *, by: Any) -> Booking:
    """Take what is held. Too late if the time to answer is over, whether or not anybody noticed."""
    allow(by, "labs.change_booking", booking)
    with one_write():
        reading = read(again(booking, by))
        lock(reading.keys)
        booking = Booking.objects.select_for_update().get(pk=booking.pk)
        refuse_any(_not_offered(booking))
        reading, _judgement = judged(reading, locked=True)
        booking.held_until = None
        set_status(booking, status_for(reading), "held_until")
        charges.commit(booking, reading.quote, by=reading.asked.by)
        tell_of_request([booking], reading.resources)
    return booking


def decline_offer(booking: Booking, *, by: Any) -> Booking:
    """Give it to the next in line."""
    allow(by, "labs.change_booking", booking)
    with one_write():
        booking = Booking.objects.select_for_update().get(pk=booking.pk)
        refuse_any(_not_offered(booking))
        set_status(booking, BookingStatus.DECLINED)
    offer_freed([booking])
    return booking


def offer_freed(bookings: Iterable[Booking]) -> list[Booking]:
    """What these no longer take, to whoever waits for it. Each offer is a transaction of its own."""
    schedules = {
        number
        for booking in bookings
        for number in booking.allocations.values_list("schedule_id", flat=True)
    }
    return offer_schedules(schedules) if schedules else []


def offer_schedules(schedules: Iterable[int] | None = None) -> list[Booking]:
    """To all who wait for something on these schedules, or on any, in the order in which they came."""
    waiting = Booking.objects.filter(status=BookingStatus.WAITING, starts__gt=timezone.now())
    if schedules is not None:
        waiting = waiting.filter(allocations__schedule__in=set(schedules))
    in_line = waiting.order_by("created", "pk").distinct().select_related("person", "booked_by")
    return [booking for booking in in_line if _offer(booking)]


def _offer(booking: Booking) -> bool:
    if booking.booked_by is None:
        return False
    reading = read(again(booking, booking.booked_by))
    try:
        with one_write():
            lock(reading.keys)
            waits = Booking.objects.select_for_update().filter(
                pk=booking.pk, status=BookingStatus.WAITING
            )
            if not waits.exists():
                return False
            judged(reading, locked=True)
            minutes = min(line.policy.hold_minutes for line in reading.facts.lines)
            until = timezone.now() + dt.timedelta(minutes=minutes)
            booking.held_until = min(until, booking.starts)
            set_status(booking, BookingStatus.HELD, "held_until")
            tell_of_offer(booking)
    except Refusal:
        return False
    return True


def _not_offered(booking: Booking) -> list[Problem]:
    if booking.status != BookingStatus.HELD:
        return [Problem("not_offered", _("This time is not held for you any more."))]
    if booking.held_until and booking.held_until <= timezone.now():
        return [Problem("offer_lapsed", _("The time to accept is over."))]
    return []
