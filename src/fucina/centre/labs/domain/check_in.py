import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import said
from fucina.centre.labs.domain.release import release_stale
from fucina.centre.labs.domain.still_open import not_open
from fucina.centre.labs.domain.wait_list import offer_freed
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.enums import OUT_OF_SERVICE, BookingStatus
from fucina.centre.labs.models import Booking
from fucina.centre.refusal import Problem, Refusal, refuse_any

MINUTE = dt.timedelta(minutes=1)


def check_in(booking: Booking, *, by: Any) -> Booking:
    """I am here. From some minutes before the start; too late once the slot was to be released, noticed or not."""
    allow(by, "labs.change_booking", booking)
    with one_write():
        booking = Booking.objects.select_for_update().get(pk=booking.pk)
        freed = release_stale([booking.pk])
        if not freed:
            refuse_any(_problems(booking))
            if booking.checked_in is None:
                booking.checked_in = timezone.now()
                booking.save(update_fields=["checked_in", "updated"])
            return booking
    offer_freed(freed)
    text = _("You came too late: the time was given back.")
    raise Refusal([Problem("released", text)])


def _problems(booking: Booking) -> list[Problem]:
    if booking.kind in OUT_OF_SERVICE:
        return [Problem("no_use", _("Nobody comes for this: nothing is used."))]
    if booking.status != BookingStatus.CONFIRMED:
        return not_open(booking) or [Problem("not_confirmed", _("It is not confirmed."))]
    now, opens = timezone.now(), opens_at(booking)
    if now < opens:
        text = _("You can check in from {when}.").format(when=said(opens))
        return [Problem("too_early", text, "", {"from": opens.isoformat()})]
    if now >= booking.ends:
        return [Problem("past", _("This time is over."))]
    return []


def opens_at(booking: Booking) -> dt.datetime:
    asked = booking.allocations.asked().select_related(
        "resource__policy", "resource__laboratory__policy"
    )
    early = max((one.resource.rules.check_in_minutes for one in asked), default=0)
    return booking.starts - early * MINUTE
