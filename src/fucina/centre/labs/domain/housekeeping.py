"""What runs by the clock. Nothing depends on it having run: it only notices, tells and closes; late, it catches up."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.letters import tell_of_end
from fucina.centre.labs.domain.release import lapsed_holds, no_shows, release_stale
from fucina.centre.labs.domain.stop_use import close
from fucina.centre.labs.domain.wait_list import offer_freed, offer_schedules
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.domain.writing import one_write
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingStatus
from fucina.centre.labs.models import Booking, Use
from fucina.centre.refusal import Refusal


def release_unused() -> list[Booking]:
    """Offers that ran out, and bookings whose person did not come: by range, so that a missed minute is made up for."""
    now = timezone.now()
    numbers = [
        *lapsed_holds(now).values_list("pk", flat=True),
        *no_shows(now).values_list("pk", flat=True),
    ]
    with one_write():
        freed = release_stale(numbers)
    offer_freed(freed)
    return freed


def close_ended() -> int:
    """Bookings whose time is over, with nothing of them running: they took place. How many there were."""
    over = (
        Booking.objects.filter(status=BookingStatus.CONFIRMED, ends__lte=timezone.now())
        .filter(~Exists(Use.objects.filter(booking=OuterRef("pk"), ended=None)))
        .order_by("pk")
    )
    numbers = list(over.values_list("pk", flat=True))
    for number in numbers:
        with one_write():
            booking = Booking.objects.select_for_update().get(pk=number)
            if booking.status == BookingStatus.CONFIRMED:
                close(booking, timezone.now(), booking.booked_by)
    return len(numbers)


def end_waiting() -> int:
    """Whoever waited for a time that has begun waited in vain; what an outage took and nobody moved was not to be."""
    late = Booking.objects.filter(
        status__in=(BookingStatus.WAITING, BookingStatus.REQUESTED, BookingStatus.DISPLACED),
        starts__lte=timezone.now(),
    ).exclude(kind__in=OUT_OF_SERVICE)
    count = 0
    for booking in late:
        with one_write():
            found = Booking.objects.select_for_update().get(pk=booking.pk)
            if found.status in (BookingStatus.WAITING, BookingStatus.REQUESTED):
                _lapse(found)
                count += 1
            elif found.status == BookingStatus.DISPLACED:
                _give_up(found)
                count += 1
    return count


def offer_again() -> int:
    """What became free while nobody was looking."""
    try:
        return len(offer_schedules())
    except Refusal:
        return 0


def _lapse(booking: Booking) -> None:
    set_status(booking, BookingStatus.LAPSED)
    charges.release(booking)


def _give_up(booking: Booking) -> None:
    """Nobody moved it: it ends, owes nothing, and its person is told."""
    booking.ended = timezone.now()
    set_status(booking, BookingStatus.CANCELLED, "ended")
    charges.release(booking)
    tell_of_end(booking)
