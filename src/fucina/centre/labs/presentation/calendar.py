"""Many resources over a day or a week: as a timeline that a script draws, and as a list that needs none."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.labs.domain.moments import Span, day_span, without
from fucina.centre.labs.domain.queries import Event, events, visible_resources
from fucina.centre.labs.enums import (
    OUT_OF_SERVICE,
    BookingKind,
    BookingStatus,
    ResourceKind,
    ResourceStatus,
)
from fucina.centre.labs.forms.calendar import CalendarFilter
from fucina.centre.labs.models import Resource
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.timetable import openings, said
from fucina.centre.labs.standing import stewardship

MOST = 80
"""Resources in one calendar."""
MORNING, EVENING = dt.time(6), dt.time(22)
ORDER: list[str] = [
    ResourceKind.MACHINE,
    ResourceKind.ROOM,
    ResourceKind.EXPERT,
    ResourceKind.ACCESSORY,
]


@dataclass(frozen=True)
class Entry:
    """A booking as the list tells it."""

    time: str
    resource: str
    resource_url: str
    words: str
    kind: str
    kind_label: str
    state: str
    url: str
    move_url: str


@dataclass(frozen=True)
class Day:
    title: str
    entries: list[Entry]


@dataclass(frozen=True)
class CalendarPage:
    title: str
    days: list[Day]
    before: str
    after: str
    today: str
    config: dict[str, Any]
    legend: list[tuple[str, str]]
    resources: list[Resource]
    book_url: str


def calendar_page(user: Any, form: CalendarFilter, query: QueryDict) -> CalendarPage:
    resources = shown(user, form)
    window = window_of(form)
    found = events(user, window, resources)
    names = {one.pk: one for one in resources}
    days = [form.day + dt.timedelta(days=number) for number in range(form.length)]
    return CalendarPage(
        title=_title(days),
        days=[Day(written.weekday(day), list(_entries(user, day, found, names))) for day in days],
        before=_turned(query, form.day - dt.timedelta(days=form.length)),
        after=_turned(query, form.day + dt.timedelta(days=form.length)),
        today=_turned(query, timezone.localdate()),
        config=_config(
            user, form, query, resources, night=works_at_night(resources, window, found)
        ),
        legend=[(kind.value, str(kind.label)) for kind in BookingKind],
        resources=resources,
        book_url=reverse("labs:book") if user.has_perm("labs.book") else "",
    )


def shown(user: Any, form: CalendarFilter) -> list[Resource]:
    """What is taken at least sometimes: rooms, machines and experts, unless a kind is asked for."""
    wanted = form.wanted("kind")
    kinds = Q(kind=wanted) if wanted else ~Q(kind=ResourceKind.ACCESSORY)
    found = visible_resources(user).with_rules().exclude(status=ResourceStatus.RETIRED).filter(kinds)  # fmt: skip
    if laboratory := form.wanted("laboratory"):
        found = found.filter(laboratory=laboratory)
    several = found.order_by("laboratory__name", "name", "pk")[:MOST]
    return sorted(several, key=lambda one: (str(one.laboratory), ORDER.index(one.kind)))


def window_of(form: CalendarFilter) -> Span:
    last = form.day + dt.timedelta(days=form.length - 1)
    return Span(day_span(form.day).start, day_span(last).end)


def as_json(user: Any, form: CalendarFilter) -> list[dict[str, Any]]:
    """What the timeline draws: bookings, and behind them the closed hours. Times are Italian, without an offset."""
    resources = shown(user, form)
    window = window_of(form)
    mine = stewardship(user)
    staffed = {one.pk for one in resources if mine.over(one)}
    found = [_drawn(one, staffed) for one in events(user, window, resources)]
    return [*found, *_closed(resources, window)]


def _drawn(event: Event, staffed: set[int]) -> dict[str, Any]:
    movable = (event.own or event.resource in staffed) and _movable(event)
    reads = event.own or event.readable or event.kind in OUT_OF_SERVICE
    label = str(BookingKind(event.kind).label)
    return {
        "id": f"{event.booking}-{event.resource}",
        "resourceIds": [str(event.resource)],
        "start": wall(event.start),
        "end": wall(event.end),
        "title": said(event),
        "editable": movable,
        "classNames": [f"lab-{event.kind}", f"lab-{event.status}"],
        "extendedProps": {
            "booking": event.booking,
            "kind": label,
            "url": _url(event) if event.own or event.readable else "",
            "reads": reads,
        },
    }


def _movable(event: Event) -> bool:
    return (
        not event.taken_with
        and event.kind not in OUT_OF_SERVICE
        and event.status in (BookingStatus.CONFIRMED, BookingStatus.REQUESTED)
        and event.end > timezone.now()
    )


def _closed(resources: list[Resource], window: Span) -> Iterator[dict[str, Any]]:
    """Resources that are closed at the same time share a strip."""
    together: dict[tuple[Span, ...], list[int]] = {}
    for pk, open_ in openings(resources, window).items():
        together.setdefault(tuple(without([window], open_)), []).append(pk)
    for spans, numbers in together.items():
        for position, span in enumerate(spans):
            yield {
                "id": f"closed-{numbers[0]}-{position}",
                "resourceIds": [str(number) for number in numbers],
                "start": wall(span.start),
                "end": wall(span.end),
                "display": "background",
                "title": _("closed"),
            }


def wall(moment: dt.datetime) -> str:
    """What Italian clocks show, without an offset: the calendar reads the same everywhere."""
    return timezone.localtime(moment).replace(tzinfo=None).isoformat(timespec="seconds")


def _entries(
    user: Any, day: dt.date, found: list[Event], names: dict[int, Resource]
) -> Iterator[Entry]:
    here = day_span(day)
    mine = stewardship(user)
    for event in found:
        if event.start >= here.end or event.end <= here.start:
            continue
        resource = names[event.resource]
        may = (event.own or mine.over(resource)) and _movable(event)
        yield Entry(
            time=written.clock(Span(event.start, event.end), day),
            resource=str(resource),
            resource_url=resource.get_absolute_url(),
            words=said(event),
            kind=event.kind,
            kind_label=str(BookingKind(event.kind).label),
            state="" if event.status == BookingStatus.CONFIRMED else str(BookingStatus(event.status).label),
            url=_url(event) if event.own or event.readable else "",
            move_url=reverse("labs:move_booking", kwargs={"booking": event.booking}) if may else "",
        )  # fmt: skip


def _url(event: Event) -> str:
    return reverse("labs:booking", kwargs={"booking": event.booking})


def _turned(query: QueryDict, day: dt.date) -> str:
    changed = query.copy()
    changed["on"] = f"{day:%d/%m/%Y}"
    return f"?{changed.urlencode()}"


def _title(days: list[dt.date]) -> str:
    if len(days) == 1:
        return written.weekday(days[0])
    return f"{written.day(days[0])} – {written.day(days[-1])}"


def works_at_night(resources: list[Resource], window: Span, found: list[Event]) -> bool:
    """Whether something is open, or booked, beyond the hours of a common day: then the timeline shows all of them."""
    spans = [one for several in openings(resources, window).values() for one in several]
    spans += [Span(one.start, one.end) for one in found if one.kind not in OUT_OF_SERVICE]
    return any(_beyond_the_day(one) for one in spans)


def _beyond_the_day(span: Span) -> bool:
    start, end = timezone.localtime(span.start), timezone.localtime(span.end)
    early, late = start.time() < MORNING, end.time() > EVENING
    return early or late or start.date() != end.date()


def _config(
    user: Any, form: CalendarFilter, query: QueryDict, resources: list[Resource], *, night: bool
) -> dict[str, Any]:
    address = reverse("labs:calendar_events")
    books = user.has_perm("labs.book")
    return {
        "date": form.day.isoformat(),
        "days": form.length,
        "hours": ["00:00", "24:00"] if night else [f"{MORNING:%H:%M}", f"{EVENING:%H:%M}"],
        "now": wall(timezone.now()),
        "events": f"{address}?{query.urlencode()}" if query else address,
        "resources": list(_rows(resources)),
        "book": reverse("labs:book") if books else "",
        "move": reverse("labs:drag_booking", kwargs={"booking": 0}),
        "words": _words(),
    }  # fmt: skip


def _rows(resources: list[Resource]) -> Iterator[dict[str, str]]:
    """Each laboratory is named once, where its resources begin."""
    before = None
    for one in resources:
        group = "" if one.laboratory_id == before else str(one.laboratory)
        before = one.laboratory_id
        yield {"id": str(one.pk), "title": str(one), "url": one.get_absolute_url(), "group": group}


def _words() -> dict[str, str]:
    return {
        "ask": _("Move this booking?"),
        "from": pgettext("labs", "From"),
        "to": pgettext("labs", "To"),
        "move": _("Move it"),
        "keep": _("Leave it where it was"),
        "close": _("Close"),
        "refused": _("What stands in the way"),
        "unchanged": _("Nothing was changed: the booking is where it was."),
        "nearest": _("The nearest time that can be booked:"),
        "moved": _("It was moved."),
        "failed": _("The server did not answer. Nothing was changed: try again."),
        "timeline": _("Timeline"),
        "loading": _("One moment…"),
    }
