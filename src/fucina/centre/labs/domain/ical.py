"""A calendar in the iCalendar format (RFC 5545): times in UTC, the same identity for ever, a number that grows with changes."""

import datetime as dt

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from fucina.centre.labs.domain.privacy import reader_of
from fucina.centre.labs.domain.queries.visible import visible_resources, with_names
from fucina.centre.labs.enums import PERSONAL, BookingStatus
from fucina.centre.labs.models import Booking, FeedToken, Resource
from fucina.centre.labs.models.booking import BookingQuerySet
from fucina.centre.labs.rules import asked_of

BACK = dt.timedelta(days=60)
AHEAD = dt.timedelta(days=400)
MOST = 2000
STATES = {
    BookingStatus.CONFIRMED: "CONFIRMED",
    BookingStatus.DONE: "CONFIRMED",
    BookingStatus.REQUESTED: "TENTATIVE",
    BookingStatus.HELD: "TENTATIVE",
}
"""All others are CANCELLED: a calendar that has them takes them out."""


def calendar_of(token: FeedToken) -> bytes:
    """What the owner of the address may read today: of others' bookings only that it is busy."""
    user = token.user
    resources = list(_resources(token))
    reader = reader_of(user, resources)
    readable = reader.readable(resources)
    calendar = Calendar()
    calendar.add("prodid", "-//Fucina//labs//IT")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", str(token.resource or token.laboratory or _("My bookings")))
    for booking in with_names(_bookings(token, resources))[:MOST]:
        own = booking.person_id == reader.person
        seen = own or all(
            readable(one.resource_id, booking.organisation_id) for one in asked_of(booking)
        )
        calendar.add_component(event_of(booking, seen=seen))
    written: bytes = calendar.to_ical()
    return written


def event_of(booking: Booking, *, seen: bool) -> Event:
    names = ", ".join(str(one.resource) for one in asked_of(booking))
    event = Event()
    event.add("uid", f"{booking.uid}@{_host()}")
    event.add("sequence", booking.sequence)
    event.add("dtstamp", booking.updated.astimezone(dt.UTC))
    event.add("last-modified", booking.updated.astimezone(dt.UTC))
    event.add("dtstart", booking.starts.astimezone(dt.UTC))
    event.add("dtend", booking.ends.astimezone(dt.UTC))
    event.add("status", STATES.get(BookingStatus(booking.status), "CANCELLED"))
    event.add("transp", "OPAQUE")
    event.add("location", names)
    told = seen or booking.kind not in PERSONAL
    what = booking.title or booking.get_kind_display() if told else _("Busy")
    event.add("summary", f"{what} – {names}" if names else what)
    if seen:
        event.add("description", "\n".join(filter(None, (str(booking.person), booking.purpose))))
    else:
        event.add("class", "PRIVATE")
    return event


def _resources(token: FeedToken) -> list[Resource]:
    """One's own calendar asks about none."""
    seen = visible_resources(token.user).with_rules()
    if token.resource_id:
        return list(seen.filter(pk=token.resource_id))
    if token.laboratory_id:
        return list(seen.filter(laboratory=token.laboratory_id))
    return []


def _bookings(token: FeedToken, resources: list[Resource]) -> BookingQuerySet:
    now = timezone.now()
    recent = Booking.objects.filter(starts__gt=now - BACK, starts__lt=now + AHEAD).exclude(
        status=BookingStatus.WAITING
    )
    if token.resource_id or token.laboratory_id:
        mine = recent.filter(allocations__resource__in=resources, allocations__role="asked")
        return mine.distinct().order_by("starts", "pk")
    person = getattr(token.user, "person", None)
    own = Q(person=person) if person else Q(pk__in=[])
    return recent.filter(own).order_by("starts", "pk")


def _host() -> str:
    return settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].strip(" >")
