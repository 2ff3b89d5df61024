"""What a calendar shows: one query however many there are."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.privacy import reader_of
from fucina.centre.labs.domain.queries.visible import visible_resources
from fucina.centre.labs.enums import PERSONAL, AllocationRole, AllocationStatus
from fucina.centre.labs.models import Allocation, Resource
from fucina.centre.refusal import Problem, Refusal

LONGEST = dt.timedelta(days=62)
SHOWN = (AllocationStatus.HELD, AllocationStatus.CONFIRMED, AllocationStatus.DISPLACED)


class WindowTooLong(Refusal):
    """Asked for more time than is told at once."""


@dataclass(frozen=True, slots=True)
class Event:
    """A booking of one resource. ``who`` and ``title`` are empty where the reader may not know them; then it is just busy.

    ``taken_with`` names the other resource that was booked, where two share one schedule.
    """

    booking: int
    resource: int
    start: dt.datetime
    end: dt.datetime
    kind: str
    status: str
    who: str
    organisation: str
    title: str
    own: bool
    readable: bool
    economic: str
    taken_with: str = ""


def window_of(start: dt.datetime, end: dt.datetime, longest: dt.timedelta = LONGEST) -> Span:
    """Refuses what does not advance, and what is longer than two months."""
    span = Span(start, end)
    if span.start >= span.end:
        text = _("The end comes before the beginning.")
        raise WindowTooLong([Problem("period", text, "end")])
    if span.end - span.start > longest:
        text = _("At most {days} days are shown at once.").format(days=longest.days)
        raise WindowTooLong([Problem("window", text, "end", {"days": longest.days})])
    return span


def events(user: Any, window: Span, resources: Iterable[Resource] | None = None) -> list[Event]:
    """Of the resources given, or of all that the user may see: a query for them, one for their bookings, and one that
    asks with which others they share their time."""
    several = list(visible_resources(user).with_rules()) if resources is None else list(resources)
    reader = reader_of(user, several)
    shown = reader.readable(several)
    rows = (
        Allocation.objects.filter(
            resource__in=[one.pk for one in several],
            during__overlap=(window.start, window.end),
            role__in=(AllocationRole.ASKED, AllocationRole.INSIDE),
            status__in=SHOWN,
        )
        .order_by("during", "id")
        .values_list(
            "booking_id",
            "resource_id",
            "role",
            "during",
            "booking__starts",
            "booking__ends",
            "booking__kind",
            "booking__status",
            "booking__title",
            "booking__economic",
            "booking__person_id",
            "booking__organisation_id",
            "booking__person__given_name",
            "booking__person__family_name",
            "booking__organisation__name",
            "booking__organisation__name_en",
        )
    )
    in_english = get_language() == "en"
    found = []
    for (
        booking, resource, role, during, starts, ends, kind, status, title, economic,
        person, organisation, given, family, firm, firm_en,
    ) in rows:  # fmt: skip
        own = person == reader.person
        seen = own or shown(resource, organisation)
        open_to_all = kind not in PERSONAL  # a class or an outage is everybody's to know
        asked = role == AllocationRole.ASKED
        found.append(
            Event(
                booking,
                resource,
                starts if asked else during.lower,
                ends if asked else during.upper,
                kind,
                status,
                f"{given} {family}".strip() if seen else "",
                ((in_english and firm_en) or firm) if seen else "",
                title if seen or open_to_all else "",
                own,
                seen,
                economic if seen else "",
            )
        )
    others = list(_taken_with(several, window))
    return sorted([*found, *others], key=lambda one: one.start) if others else found


def _taken_with(several: list[Resource], window: Span) -> Iterator[Event]:
    """The time that those have who share a schedule with one of these: nobody's name, and the thing's if it is in the catalogue."""
    schedules: dict[int, dict[int, str]] = {}
    with_same = Resource.objects.filter(schedule__in={one.schedule_id for one in several})
    for other in with_same.select_related("laboratory"):
        known = other.listed and other.laboratory.listed
        schedules.setdefault(other.schedule_id, {})[other.pk] = str(other) if known else ""
    shared = {number: names for number, names in schedules.items() if len(names) > 1}
    if not shared:
        return
    rows = (
        Allocation.objects.taken()
        .filter(schedule__in=shared, during__overlap=(window.start, window.end))
        .exclude(role=AllocationRole.AROUND)
        .order_by("during", "id")
        .values_list(
            "booking_id", "resource_id", "schedule_id", "during", "booking__kind", "booking__status"
        )
    )
    for booking, resource, schedule, during, kind, status in rows:
        for one in several:
            if one.schedule_id == schedule and one.pk != resource:
                yield Event(
                    booking, one.pk, during.lower, during.upper, kind, status, "", "", "",
                    own=False, readable=False, economic="", taken_with=shared[schedule][resource],
                )  # fmt: skip
