"""States as badges say them: in words first, in a shape and a colour after."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.labs.enums import (
    OUT_OF_SERVICE,
    BookingStatus,
    ResourceKind,
    ResourceStatus,
    Severity,
)
from fucina.centre.labs.models import Booking, Grant, ProblemReport, Resource
from fucina.centre.labs.presentation.written import length
from fucina.centre.people.models.period import today

type Badge = dict[str, str]

OF_BOOKING = {
    BookingStatus.WAITING: "waiting",
    BookingStatus.HELD: "waiting",
    BookingStatus.REQUESTED: "waiting",
    BookingStatus.CONFIRMED: "good",
    BookingStatus.DISPLACED: "bad",
    BookingStatus.DONE: "neutral",
    BookingStatus.MISSED: "bad",
    BookingStatus.CANCELLED: "neutral",
    BookingStatus.DECLINED: "bad",
    BookingStatus.LAPSED: "neutral",
}
OF_RESOURCE = {
    ResourceStatus.OPERATIONAL: "good",
    ResourceStatus.DOWN: "bad",
    ResourceStatus.RETIRED: "neutral",
}
OF_SEVERITY = {Severity.STOPS: "bad", Severity.LIMITS: "waiting", Severity.MINOR: "neutral"}
SOON = dt.timedelta(days=30)


def badge(kind: str, text: str, before: str = "") -> Badge:
    return {"text": before, "badge": kind, "badge_text": text}


def booking_state(booking: Booking) -> Badge:
    return badge(OF_BOOKING[BookingStatus(booking.status)], str(booking.get_status_display()))


def outage_state(booking: Booking) -> Badge:
    """Nobody confirms an outage: it lies ahead, or it is now."""
    if booking.kind not in OUT_OF_SERVICE or booking.status != BookingStatus.CONFIRMED:
        return booking_state(booking)
    now = timezone.now()
    if booking.ends <= now:
        return badge("neutral", pgettext("outage", "over"))
    if booking.starts <= now:
        return badge("bad", pgettext("outage", "under way"))
    return badge("waiting", pgettext("outage", "ahead"))


def resource_state(resource: Resource) -> Badge:
    """Only a machine operates; a room, an expert or an accessory is there or is not."""
    status = ResourceStatus(resource.status)
    if status == ResourceStatus.OPERATIONAL and resource.kind != ResourceKind.MACHINE:
        return badge("good", pgettext("state of a room", "available"))
    return badge(OF_RESOURCE[status], str(resource.get_status_display()))


def severity(report: ProblemReport) -> Badge:
    return badge(OF_SEVERITY[Severity(report.severity)], str(report.get_severity_display()))


def grant_state(grant: Grant) -> Badge:
    """Needs the qualification."""
    last = grant.last_day
    if grant.revoked_on:
        return badge("neutral", pgettext("qualification", "revoked"))
    if last is None:
        return badge("good", pgettext("qualification", "valid"))
    if last < today():
        return badge("bad", pgettext("qualification", "expired"))
    if last <= today() + SOON:
        return badge("waiting", pgettext("qualification", "expires soon"))
    return badge("good", pgettext("qualification", "valid"))


def time_left(until: dt.datetime | None) -> str:
    """Of an offer, to the minute."""
    if until is None:
        return ""
    left = (until - timezone.now()).total_seconds() / 60
    return _("still {time}").format(time=length(left)) if left > 0 else _("time is over")
