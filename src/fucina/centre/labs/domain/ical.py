"""A calendar in the iCalendar format (RFC 5545): times in UTC, the same identity for ever, a number that grows with changes."""

import datetime as dt
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar.parser import Contentline, Parameters
from icalendar.prop import vText

from fucina.centre.governance.models.bilingual import in_language
from fucina.centre.labs.domain.privacy import reader_of
from fucina.centre.labs.domain.queries.visible import visible_resources
from fucina.centre.labs.enums import PERSONAL, BookingKind, BookingStatus
from fucina.centre.labs.models import Allocation, Booking, FeedToken, Resource
from fucina.centre.labs.models.booking import BookingQuerySet

BACK = dt.timedelta(days=60)
AHEAD = dt.timedelta(days=400)
MOST = 2000
STATES: dict[str, str] = {
    BookingStatus.CONFIRMED: "CONFIRMED",
    BookingStatus.DONE: "CONFIRMED",
    BookingStatus.REQUESTED: "TENTATIVE",
    BookingStatus.HELD: "TENTATIVE",
}
"""All others are CANCELLED: a calendar that has them takes them out."""


def calendar_of(token: FeedToken) -> bytes:
    """What the owner of the address may read today: of others' bookings only that it is busy.

    The calendar, its escapes and its folds are the library's; the lines of events are put together here, since building an
    object for each takes ten times as long as all the rest.
    """
    user = token.user
    resources = list(_resources(token))
    reader = reader_of(user, resources)
    readable = reader.readable(resources)
    calendar = Calendar()
    calendar.add("prodid", "-//Fucina//labs//IT")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", str(token.resource or token.laboratory or _("My bookings")))
    head, end, tail = calendar.to_ical().decode().rpartition("END:VCALENDAR")
    kinds = {kind.value: str(kind.label) for kind in BookingKind}
    host = _host()
    events = []
    for row in _rows(_bookings(token, resources)):
        one = Row(*row)
        seen = one.person == reader.person or all(
            readable(asked["resource"], one.organisation) for asked in one.asked
        )
        names = ", ".join(in_language(asked["name"], asked["name_en"]) for asked in one.asked)
        told = seen or one.kind not in PERSONAL
        what = one.title or kinds[one.kind] if told else _("Busy")
        events.append(event_of(one, host, what, names, seen=seen))
    return "".join((head, *events, end, tail)).encode()


class Row(NamedTuple):
    """A booking as a calendar tells it; ``asked``: number and names of each thing."""

    uid: Any
    sequence: int
    updated: dt.datetime
    starts: dt.datetime
    ends: dt.datetime
    status: str
    kind: str
    title: str
    purpose: str
    person: int
    organisation: int
    given_name: str
    family_name: str
    asked: list[dict[str, Any]]


def event_of(one: Row, host: str, what: str, names: str, *, seen: bool) -> str:
    changed = _moment(one.updated)
    told = [f"{one.given_name} {one.family_name}".strip(), one.purpose]
    return (
        f"BEGIN:VEVENT\r\nUID:{one.uid}@{host}\r\nSEQUENCE:{one.sequence}\r\n"
        f"DTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\n"
        f"DTSTART:{_moment(one.starts)}\r\nDTEND:{_moment(one.ends)}\r\n"
        f"STATUS:{STATES.get(one.status, 'CANCELLED')}\r\nTRANSP:OPAQUE\r\n"
        + _line("LOCATION", names)
        + _line("SUMMARY", f"{what} – {names}" if names else what)
        + (_line("DESCRIPTION", "\n".join(filter(None, told))) if seen else "CLASS:PRIVATE\r\n")
        + "END:VEVENT\r\n"
    )


@lru_cache(maxsize=4096)
def _line(name: str, text: str) -> str:
    """A property whose value is text, escaped and folded as the standard wants it."""
    written: bytes = Contentline.from_parts(name, Parameters(), vText(text)).to_ical()
    return f"{written.decode()}\r\n"


def _moment(when: dt.datetime) -> str:
    return f"{when.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _rows(bookings: BookingQuerySet) -> Any:
    asked = (
        Allocation.objects.asked()
        .filter(booking=OuterRef("pk"))
        .order_by("pk")
        .values(
            json=JSONObject(
                resource="resource_id", name="resource__name", name_en="resource__name_en"
            )
        )
    )
    return bookings.annotate(asked_for=ArraySubquery(asked)).values_list(
        "uid", "sequence", "updated", "starts", "ends", "status", "kind", "title", "purpose",
        "person_id", "organisation_id", "person__given_name", "person__family_name", "asked_for",
    )[:MOST]  # fmt: skip


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
        here = Allocation.objects.asked().filter(resource__in=resources)
        return recent.filter(pk__in=here.values("booking")).order_by("starts", "pk")
    person = getattr(token.user, "person", None)
    own = Q(person=person) if person else Q(pk__in=[])
    return recent.filter(own).order_by("starts", "pk")


def _host() -> str:
    return settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].strip(" >")
