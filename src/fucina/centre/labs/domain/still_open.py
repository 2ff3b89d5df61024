"""Whether a booking can still be changed."""

from django.utils.translation import gettext as _

from fucina.centre.labs.enums import OPEN, BookingKind
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem


def not_open(booking: Booking) -> list[Problem]:
    if booking.status in OPEN:
        return []
    text = _("This booking is {state}: nothing of it can be changed.")
    return [Problem("not_open_any_more", text.format(state=booking.get_status_display()))]


def not_by_itself(booking: Booking) -> list[Problem]:
    """An outage has displaced others: it is prolonged or ended, and they get their times back."""
    if booking.kind != BookingKind.OUTAGE:
        return []
    return [Problem("outage", _("This is an outage: prolong it, or end it, on its page."))]
