"""Frees what nobody will use: offers that ran out, and bookings whose person did not come.

By range, not to the minute: whenever this is asked, all that has run out until then is freed, once.
"""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Case, DateTimeField, Exists, ExpressionWrapper, F, OuterRef, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.letters import tell_of_change
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.enums import PERSONAL, BookingStatus, ResourceStatus
from fucina.centre.labs.models import Allocation, Booking, Use
from fucina.centre.labs.models.booking import BookingQuerySet

MINUTE = dt.timedelta(minutes=1)


def lapsed_holds(now: dt.datetime) -> BookingQuerySet:
    return Booking.objects.filter(status=BookingStatus.HELD, held_until__lte=now)


def no_shows(now: dt.datetime) -> BookingQuerySet:
    """Not checked in, nothing started on any of its machines by anybody, none of them out of order."""
    rule = Case(
        When(
            resource__policy__isnull=False,
            then=F("resource__policy__release_minutes"),
        ),
        default=F("resource__laboratory__policy__release_minutes"),
    )
    asked = Allocation.objects.asked().filter(booking=OuterRef("pk"))
    overdue = asked.annotate(rule=rule).filter(
        rule__isnull=False,
        booking__starts__lte=ExpressionWrapper(
            now - F("rule") * MINUTE, output_field=DateTimeField()
        ),
    )
    used = Use.objects.annotate(until=Coalesce("ended", now)).filter(
        resource__allocations__booking=OuterRef("pk"),
        started__lt=Case(When(Q(ended=None), then=now), default=OuterRef("ends")),
        until__gte=OuterRef("starts"),
    )
    down = asked.filter(resource__status=ResourceStatus.DOWN)
    return Booking.objects.filter(
        Exists(overdue),
        ~Exists(used),
        ~Exists(down),
        status=BookingStatus.CONFIRMED,
        kind__in=PERSONAL,
        checked_in=None,
    )


def _settle(booking: Booking) -> None:
    """Nothing is owed for an offer; who did not come pays what the price list says, and is told."""
    if booking.status == BookingStatus.LAPSED:
        charges.release(booking)
    else:
        charges.charge(booking, by=booking.booked_by)
        tell_of_change(booking, None)


def release_stale(bookings: Iterable[int]) -> list[Booking]:
    """Those of them whose time has run out, freed; inside the caller's transaction."""
    now, several = timezone.now(), list(bookings)
    freed = []
    for found, state in (
        (lapsed_holds(now), BookingStatus.LAPSED),
        (no_shows(now), BookingStatus.MISSED),
    ):
        for booking in found.filter(pk__in=several).select_for_update(of=("self",)):
            set_status(booking, state)
            _settle(booking)
            freed.append(booking)
    return freed
