"""When machines are used in the week: each hour's share of the weeks looked at."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.labs.domain.moments import Span, day_span
from fucina.centre.labs.domain.queries import use_compared, utilisation
from fucina.centre.labs.enums import (
    OUT_OF_SERVICE,
    AllocationRole,
    AllocationStatus,
    BookingStatus,
    Weekday,
)
from fucina.centre.labs.forms.calendar import UtilisationFilter
from fucina.centre.labs.models import Allocation, Resource
from fucina.centre.labs.presentation import written

LEVELS = 5
HOUR = 60
EARLIEST, LATEST = 7, 20
"""Hours that are shown even where nothing happens."""


@dataclass(frozen=True)
class Cell:
    level: int
    text: str


@dataclass(frozen=True)
class HeatMap:
    machine: Resource | None
    hours: list[str]
    rows: list[tuple[str, list[Cell]]]
    compared: Table
    declared: Table


def heat_map(user: Any, form: UtilisationFilter) -> HeatMap:
    weeks = int(form.wanted("weeks") or 4)
    today = timezone.localdate()
    window = Span(
        day_span(today - dt.timedelta(weeks=weeks)).start, day_span(today - dt.timedelta(1)).end
    )
    wanted = str(form.wanted("machine") or "")
    machine = next((one for one in form.machines if str(one.pk) == wanted), next(iter(form.machines), None))  # fmt: skip
    used = utilisation(machine, window) if machine else {}
    hours = _hours(used)
    rows = [
        (str(Weekday(day).label), [_cell(used.get((day, hour), 0.0), weeks) for hour in hours])
        for day in range(7)
    ]
    return HeatMap(
        machine,
        [f"{hour}" for hour in hours],
        rows,
        _compared(form.machines, window, weeks),
        _declared(form.machines, window),
    )


def _hours(used: dict[tuple[int, int], float]) -> list[int]:
    busy = [hour for (_day, hour), minutes in used.items() if minutes]
    return list(range(min([EARLIEST, *busy]), max([LATEST, *busy]) + 1))


def _cell(minutes: float, weeks: int) -> Cell:
    share = min(1.0, minutes / (60 * weeks))
    level = 0 if share == 0 else min(LEVELS, 1 + int(share * LEVELS))
    return Cell(level, f"{round(share * 100)}" if share else "")


def _compared(machines: list[Resource], window: Span, weeks: int) -> Table:
    """Hours a week of each machine, by day: one query."""
    days = [str(Weekday(day).label)[:3] for day in range(7)]
    columns = [
        text_column(_("Machine")),
        *(number_column(day) for day in days),
        number_column(pgettext("heat map", "In all")),
    ]
    used = _by_day(machines, window)
    rows = [
        {
            "cells": [
                {"text": str(one), "url": f"?machine={one.pk}&weeks={weeks}"},
                *(_per_week(used[one.pk, day], weeks) for day in range(7)),
                _per_week(sum(used[one.pk, day] for day in range(7)), weeks),
            ]
        }
        for one in machines
    ]
    return Table(_("Hours of use a week, by day"), columns, rows)


def _declared(machines: list[Resource], window: Span) -> Table:
    """Of machines that somebody started and stopped: what was booked, what ran, what was declared."""
    columns = [
        text_column(_("Machine")),
        number_column(_("Uses")),
        number_column(pgettext("hours", "Booked")) | {"unit": "h"},
        number_column(pgettext("hours", "Measured")) | {"unit": "h"},
        number_column(pgettext("hours", "Out of order")) | {"unit": "h"},
        number_column(pgettext("hours", "Declared")) | {"unit": "h"},
        number_column(_("Declared less measured")) | {"unit": "h"},
    ]
    found = use_compared(machines, window)
    rows = []
    for machine in machines:
        if one := found.get(machine.pk):
            hours = [one.booked, one.measured, one.out_of_order]
            stated = (
                [_hours_of(one.declared), _hours_of(one.difference)] if one.stated else ["–"] * 2
            )
            cells = [
                str(machine),
                str(one.uses),
                *(_hours_of(minutes) for minutes in hours),
                *stated,
            ]
            rows.append({"cells": cells})
    return Table(_("Booked, measured and declared"), columns, rows)


def _hours_of(minutes: float) -> str:
    return written.decimal(minutes / HOUR, 1)


def _per_week(hours: float, weeks: int) -> str:
    return written.decimal(hours / weeks, 1)


def _by_day(machines: list[Resource], window: Span) -> dict[tuple[int, int], float]:
    rows = Allocation.objects.filter(
        resource__in=[one.pk for one in machines],
        role=AllocationRole.ASKED,
        status=AllocationStatus.CONFIRMED,
        booking__status__in=(BookingStatus.CONFIRMED, BookingStatus.DONE),
        during__overlap=(window.start, window.end),
    ).exclude(booking__kind__in=OUT_OF_SERVICE)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for resource, during in rows.order_by().values_list("resource", "during"):
        span = Span(max(during.lower, window.start), min(during.upper, window.end))
        day = timezone.localtime(span.start).date()
        while day_span(day).start < span.end:
            found[resource, day.weekday()] += span.shared(day_span(day)) / 60
            day += dt.timedelta(days=1)
    return found
