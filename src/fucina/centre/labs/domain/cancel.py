import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.letters import tell_of_change
from fucina.centre.labs.domain.still_open import not_by_itself, not_open
from fucina.centre.labs.domain.wait_list import offer_freed
from fucina.centre.labs.domain.write_booking import set_status
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.enums import PERSONAL, BookingStatus, ResourceStatus
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem, refuse_any

MINUTE = dt.timedelta(minutes=1)


def cancel(booking: Booking, *, by: Any, reason: str = "") -> Booking:
    """Give it back. Shortly before the start it is late, unless something of it is out of order.

    What it then costs is the price list's to say; what is out of order costs nothing.
    """
    allow(by, "labs.change_booking", booking)
    with one_write():
        booking = Booking.objects.select_for_update().get(pk=booking.pk)
        refuse_any(not_by_itself(booking) or [*not_open(booking), *_in_use(booking)])
        booking.late = is_late(booking)
        free = booking.status != BookingStatus.CONFIRMED or is_down(booking)
        booking.cancelled_by, booking.cancel_reason = by, reason.strip()
        booking.ended = timezone.now()
        was_active = booking.active
        set_status(
            booking, BookingStatus.CANCELLED, "late", "cancelled_by", "cancel_reason", "ended"
        )
        charges.settle_cancellation(booking, by=by, free=free)
        tell_of_change(booking, by, reason=booking.cancel_reason)
    if was_active:
        offer_freed([booking])
    return booking


def is_late(booking: Booking) -> bool:
    """As judged now."""
    if booking.kind not in PERSONAL or booking.status not in (
        BookingStatus.CONFIRMED,
        BookingStatus.REQUESTED,
    ):
        return False
    asked = booking.allocations.asked().select_related(
        "resource__policy", "resource__laboratory__policy"
    )
    resources = [one.resource for one in asked]
    if is_down(booking):
        return False
    left = booking.starts - timezone.now()
    return any(
        one.rules.late_cancel_minutes is not None and left < one.rules.late_cancel_minutes * MINUTE
        for one in resources
    )


def is_down(booking: Booking) -> bool:
    """Something of it is out of order."""
    return booking.allocations.asked().filter(resource__status=ResourceStatus.DOWN).exists()


def _in_use(booking: Booking) -> list[Problem]:
    if booking.uses.filter(ended=None).exists():
        return [Problem("in_use", _("It is running: stop the use first."))]
    if booking.ends <= timezone.now():
        return [Problem("past", _("This time is over."))]
    return []
