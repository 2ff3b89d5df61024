"""Whether a booking can still be changed."""

from django.utils.translation import gettext as _

from fucina.centre.labs.enums import OPEN
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem


def not_open(booking: Booking) -> list[Problem]:
    if booking.status in OPEN:
        return []
    text = _("This booking is {state}: nothing of it can be changed.")
    return [Problem("not_open_any_more", text.format(state=booking.get_status_display()))]
