"""The days ahead of a resource: when it is open, when it is taken, when it is free."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, Table, text_column
from fucina.centre.labs.domain.moments import Span, day_span, without
from fucina.centre.labs.domain.opening import open_spans
from fucina.centre.labs.domain.queries import Event, events
from fucina.centre.labs.domain.read_lines import exceptions_for, exceptions_of
from fucina.centre.labs.enums import PERSONAL, BookingKind
from fucina.centre.labs.models import Allocation, Resource
from fucina.centre.labs.presentation import written

DAYS = 7


@dataclass(frozen=True)
class Places:
    """So many of a resource's places or pieces, in a time: taken, or left."""

    span: Span
    number: int


def openings(resources: list[Resource], window: Span) -> dict[int, list[Span]]:
    """When each is open; one query for all."""
    rows: Any = (
        Resource.objects.with_rules()
        .filter(pk__in=[one.pk for one in resources])
        .annotate(exceptions_json=ArraySubquery(exceptions_for(window.start, window.end)))
    )
    return {
        one.pk: open_spans(one.hours, exceptions_of(one.exceptions_json), window) for one in rows
    }


def week(user: Any, resource: Resource, first: dt.date | None = None) -> Table:
    """Seven days from today on: three queries."""
    start = first or timezone.localdate()
    days = [start + dt.timedelta(days=number) for number in range(DAYS)]
    window = Span(day_span(days[0]).start, day_span(days[-1]).end)
    open_ = openings([resource], window).get(resource.pk, [])
    taken = events(user, window, [resource])
    counted = places(resource, window) if resource.schedule.capacity > 1 else []
    columns = [
        text_column(_("Day")),
        text_column(pgettext("labs", "Open")),
        text_column(pgettext("labs", "Taken")),
        text_column(pgettext("labs", "Free")),
    ]
    rows = [_day(day, open_, taken, counted, resource.schedule.capacity) for day in days]
    return Table(_("The next seven days"), columns, rows)


def places(resource: Resource, window: Span) -> list[Places]:
    """Every taking of its places, those of what stands in it included: one query."""
    rows = Allocation.objects.taken().filter(
        schedule=resource.schedule, during__overlap=(window.start, window.end)
    )
    return [
        Places(Span(during.lower, during.upper), quantity)
        for during, quantity in rows.values_list("during", "quantity")
    ]


def places_left(open_: list[Span], taken: list[Places], capacity: int) -> list[Places]:
    """When how many are left: cut wherever somebody comes or goes, and put together where nothing changes."""
    moments = sorted({edge for one in taken for edge in (one.span.start, one.span.end)})
    found: list[Places] = []
    for span in open_:
        edges = [span.start, *(one for one in moments if span.start < one < span.end), span.end]
        for start, end in pairwise(edges):
            piece = Span(start, end)
            left = capacity - sum(one.number for one in taken if one.span.overlaps(piece))
            if found and found[-1].number == left and found[-1].span.end == start:
                found[-1] = Places(Span(found[-1].span.start, end), left)
            else:
                found.append(Places(piece, left))
    return [one for one in found if one.number > 0]


def _day(
    day: dt.date, open_: list[Span], taken: list[Event], counted: list[Places], capacity: int
) -> Row:
    whole = day_span(day)
    here = [_cut(span, whole) for span in open_ if span.overlaps(whole)]
    busy = [one for one in taken if one.start < whole.end and one.end > whole.start]
    if capacity > 1:
        free = places_left(here, counted, capacity)
    else:
        spans = without(here, [Span(one.start, one.end) for one in busy])
        free = [Places(span, capacity) for span in spans]
    return {
        "cells": [
            written.weekday(day),
            ", ".join(written.clock(span, day) for span in here) or _("closed"),
            "; ".join(f"{written.clock(Span(one.start, one.end), day)} {said(one)}" for one in busy)
            or "–",
            ", ".join(_left(one, day, capacity) for one in free if one.span.end > timezone.now())
            or "–",
        ]
    }


def _left(one: Places, day: dt.date, capacity: int) -> str:
    time = written.clock(one.span, day)
    if one.number == capacity:
        return time
    left = _("{number} of {most}").format(number=one.number, most=capacity)
    return f"{time} ({left})"


def said(event: Event) -> str:
    """What a reader may know of it."""
    if event.taken_with:
        return _("taken with {name}").format(name=event.taken_with)
    kind = str(BookingKind(event.kind).label)
    if event.kind not in PERSONAL:
        return event.title or kind
    if event.own:
        return _("yours: {title}").format(title=event.title) if event.title else _("yours")
    if event.readable:
        return f"{event.who} ({event.organisation})" if event.organisation else event.who
    return _("busy")


def _cut(span: Span, window: Span) -> Span:
    return Span(max(span.start, window.start), min(span.end, window.end))
