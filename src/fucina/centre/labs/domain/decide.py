from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.letters import tell_of_change
from fucina.centre.labs.domain.wait_list import offer_freed
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem, refuse_any


def approve(booking: Booking, *, by: Any, reason: str = "") -> Booking:
    """It takes place. The time was kept since it was asked for."""
    return _decide(booking, BookingStatus.CONFIRMED, by, reason)


def decline(booking: Booking, *, by: Any, reason: str) -> Booking:
    """It does not; the person reads why."""
    declined = _decide(booking, BookingStatus.DECLINED, by, reason)
    offer_freed([declined])
    return declined


def _decide(booking: Booking, status: BookingStatus, by: Any, reason: str) -> Booking:
    allow(by, "labs.decide_booking", booking)
    with one_write():
        booking = Booking.objects.select_for_update().get(pk=booking.pk)
        refuse_any(_problems(booking, status, reason))
        booking.decided_by, booking.decided = by, timezone.now()
        booking.decision = reason.strip()
        set_status(booking, status, "decided_by", "decided", "decision")
        if status == BookingStatus.DECLINED:
            charges.release(booking)
        tell_of_change(booking, by, reason=booking.decision)
    return booking


def _problems(booking: Booking, status: BookingStatus, reason: str) -> list[Problem]:
    if booking.status != BookingStatus.REQUESTED:
        return [Problem("decided", _("This booking was decided already."))]
    if status == BookingStatus.DECLINED and not reason.strip():
        return [Problem("no_reason", _("Say why, so that the person knows."), "reason")]
    return []
