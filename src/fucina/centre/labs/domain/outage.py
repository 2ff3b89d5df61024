import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Item, asked
from fucina.centre.labs.domain.book import judged, store
from fucina.centre.labs.domain.circumstances import Reading, read
from fucina.centre.labs.domain.letters import tell_of_outage
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.move import rewrite
from fucina.centre.labs.domain.nearest import DAYS, free_spans
from fucina.centre.labs.domain.of_booking import again
from fucina.centre.labs.domain.still_open import not_open
from fucina.centre.labs.domain.wait_list import offer_freed
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.domain.writing import allow, lock, one_write
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingKind, BookingStatus
from fucina.centre.labs.models import Allocation, Booking, Resource
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import Problem, Refusal, refuse_any

SLOTS = 3


@dataclass(frozen=True)
class ToMove:
    """A booking that an outage made impossible, and times to which it could be moved."""

    booking: Booking
    slots: tuple[Span, ...]


@dataclass(frozen=True)
class Declared:
    outage: Booking
    to_move: tuple[ToMove, ...]


def declare_outage(
    resources: Iterable[Resource],
    starts: dt.datetime,
    ends: dt.datetime,
    reason: str,
    *,
    by: Any,
    tell: bool = True,
) -> Declared:
    """Something is broken: whatever was booked then has to move, and its people are told with times that are free.

    Of a room, everything that stands in it is out of service too. It may have begun already; what was finished since
    then was finished, and the outage begins after it.
    """
    several = list(resources)
    allow(by, "labs.declare_outage", several)
    if not reason.strip():
        raise Refusal([Problem("no_reason", _("Say what is out of order."), "reason")])
    wanted = asked(
        [Item(one, whole=True) for one in several], _after_use(several, starts), ends, by=by,
        organisation=_owner(several), kind=BookingKind.OUTAGE, purpose=reason.strip(),
    )  # fmt: skip
    reading = read(wanted)
    with one_write():
        lock(reading.keys)
        displaced = _displace(reading)
        outage = store(reading, locked=True)
        Booking.objects.filter(pk__in=[one.pk for one in displaced]).update(displaced_by=outage)
    return _declared(outage, displaced, by, tell)


def prolong_outage(outage: Booking, ends: dt.datetime, *, by: Any, tell: bool = True) -> Declared:
    """It takes longer than thought: what is booked in the time that is added has to move, too."""
    allow(by, "labs.declare_outage", outage)
    reading = read(again(outage, by, span=Span(outage.starts, max(ends, outage.ends))))
    with one_write():
        lock(reading.keys)
        outage = Booking.objects.select_for_update().get(pk=outage.pk)
        refuse_any(not_open(outage) if outage.kind == BookingKind.OUTAGE else _no_outage())
        refuse_any(_not_longer(outage, ends))
        displaced = _displace(reading)
        rewrite(outage, *judged(reading, locked=True))
        Booking.objects.filter(pk__in=[one.pk for one in displaced]).update(displaced_by=outage)
    return _declared(outage, displaced, by, tell)


def proposals(booking: Booking, by: Any, most: int = SLOTS) -> list[Span]:
    """The next times at which the same could take place."""
    reading = read(again(booking, by))
    after = max(booking.starts, timezone.now())
    return list(islice(free_spans(reading, after, DAYS), most))


def to_move(outage: Booking, by: Any) -> list[ToMove]:
    """Those who have not been moved yet."""
    waiting = outage.displaces.filter(status=BookingStatus.DISPLACED)
    return [
        ToMove(one, tuple(proposals(one, by)))
        for one in waiting.select_related("person", "organisation")
    ]


def end_outage(outage: Booking, *, by: Any, ends: dt.datetime | None = None) -> Booking:
    """It works again, earlier than thought: the rest of the time is free, and goes back to those who had it."""
    allow(by, "labs.declare_outage", outage)
    now = ends or timezone.now()
    with one_write():
        outage = Booking.objects.select_for_update().get(pk=outage.pk)
        refuse_any(not_open(outage) if outage.kind in OUT_OF_SERVICE else _no_outage())
        if now <= outage.starts:
            set_status(outage, BookingStatus.CANCELLED)
        else:
            _cut(outage, min(now, outage.ends))
    _give_back(outage)
    offer_freed([outage])
    return outage


def _declared(outage: Booking, displaced: list[Booking], by: Any, tell: bool) -> Declared:
    found = tuple(ToMove(one, tuple(proposals(one, by))) for one in displaced)
    if tell:
        for one in found:
            tell_of_outage(one.booking, outage, list(one.slots))
    return Declared(outage, found)


def _displace(reading: Reading) -> list[Booking]:
    """Whatever takes one of these schedules in that time."""
    takes = reading.facts.takes
    wanted = Booking.objects.active().filter(
        allocations__schedule__in=[take.schedule for take in takes],
        allocations__status__in=("held", "confirmed"),
        allocations__during__overlap=(reading.request.span.start, reading.request.span.end),
    )
    affected = wanted.exclude(kind__in=OUT_OF_SERVICE).values("pk")
    found = list(
        Booking.objects.filter(pk__in=affected)
        .select_for_update(of=("self",))
        .select_related("person", "organisation")
        .order_by("starts", "pk")
    )
    for booking in found:
        set_status(booking, BookingStatus.DISPLACED)
        charges.release(booking)
    return found


def _give_back(outage: Booking) -> None:
    """In the order of their times; who has been moved meanwhile stays where they are."""
    for booking in outage.displaces.filter(
        status=BookingStatus.DISPLACED, starts__gt=timezone.now()
    ).select_related("person", "organisation", "booked_by"):
        if booking.booked_by is None:
            continue
        reading = read(again(booking, booking.booked_by))
        try:
            with one_write():
                judged(reading)
                booking.displaced_by = None
                set_status(booking, BookingStatus.CONFIRMED, "displaced_by")
                charges.commit(booking, reading.quote, by=booking.booked_by)
        except Refusal:
            continue


def _cut(outage: Booking, now: dt.datetime) -> None:
    from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

    outage.ends = outage.ended = now
    outage.status = BookingStatus.DONE
    outage.sequence += 1
    outage.save(update_fields=["ends", "ended", "status", "sequence", "updated"])
    for one in outage.allocations.taken():
        if one.during.lower < now:
            one.during = DateTimeTZRange(one.during.lower, now, "[)")
            one.save(update_fields=["during"])


def _after_use(resources: list[Resource], starts: dt.datetime) -> dt.datetime:
    """The end of the last booking of these that is over, if it was later."""
    done = Allocation.objects.taken().filter(
        schedule__in=[one.schedule_id for one in resources],
        booking__status=BookingStatus.DONE,
        during__endswith__gt=starts,
        during__endswith__lte=timezone.now(),
    )
    return done.aggregate(last=Max("during__endswith"))["last"] or starts


def _owner(resources: list[Resource]) -> Organisation | None:
    return resources[0].laboratory.organisation if resources else None


def _not_longer(outage: Booking, ends: dt.datetime) -> list[Problem]:
    if outage.ends <= timezone.now():
        return [Problem("over", _("This outage is over. Declare another one."), "ends")]
    if ends <= outage.ends:
        text = _("It lasts until then already. If it works again sooner, end it.")
        return [Problem("not_longer", text, "ends")]
    return []


def _no_outage() -> list[Problem]:
    return [Problem("no_outage", _("This is no outage."))]
