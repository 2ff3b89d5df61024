"""The ledger of capacity, read off the bookings: each hour economic or not, by kind of user and purpose.

An hour counts where it was taken: confirmed or done, of what was asked for, set-up and tear-down included. Outages and
maintenance are no activity. The Framework for State aid for research (2022/C 414/01, point 21) lets an infrastructure's
economic use pass as ancillary while it takes no more than 20 % of the yearly capacity.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, FloatField, Func, Q, Sum
from django.utils import timezone

from fucina.centre.labs.domain.moments import Span, local
from fucina.centre.labs.domain.opening import open_spans
from fucina.centre.labs.domain.read_lines import exceptions_for, exceptions_of
from fucina.centre.labs.enums import (
    OUT_OF_SERVICE,
    AllocationRole,
    AllocationStatus,
    BookingStatus,
    Economic,
)
from fucina.centre.labs.models import Allocation, PreferentialAccess, Resource, UnmetDemand

ANCILLARY = 0.20
ALARM = 0.15
COUNTED = (BookingStatus.CONFIRMED, BookingStatus.DONE)


class Hours(Func):
    """Of a range, within a window."""

    template = (
        "GREATEST(0, EXTRACT(EPOCH FROM LEAST(upper(%(expressions)s), '%(end)s'::timestamptz)"
        " - GREATEST(lower(%(expressions)s), '%(start)s'::timestamptz)) / 3600)"
    )
    output_field = FloatField()

    def __init__(self, window: Span) -> None:
        super().__init__(F("during"), start=window.start.isoformat(), end=window.end.isoformat())


@dataclass(frozen=True)
class EconomicShare:
    """Of one resource in one year, in hours. ``capacity`` is the time it is open, less outages and maintenance."""

    resource: Resource
    capacity: float
    economic: float
    non_economic: float
    out_of_service: float

    @property
    def used(self) -> float:
        return self.economic + self.non_economic

    @property
    def share(self) -> float:
        """Economic hours of the capacity, 0 where there is none."""
        return self.economic / self.capacity if self.capacity else 0.0

    @property
    def utilisation(self) -> float:
        return self.used / self.capacity if self.capacity else 0.0

    @property
    def alarming(self) -> bool:
        return self.share >= ALARM

    @property
    def beyond(self) -> bool:
        """More than ancillary: what was granted for non-economic use may have to be paid back."""
        return self.share > ANCILLARY


def year_window(year: int) -> Span:
    return Span(local(dt.date(year, 1, 1)), local(dt.date(year + 1, 1, 1)))


def economic_shares(resources: Iterable[Resource], year: int) -> list[EconomicShare]:
    """Two queries for all of them, whatever they hold."""
    window = year_window(year)
    hours = {
        (row["resource"], row["booking__economic"]): row["hours"] or 0.0
        for row in _taken(window, resources)
        .values("resource", "booking__economic")
        .annotate(hours=Sum(Hours(window)))
    }
    found = []
    for resource, open_hours in capacities(resources, window):
        out = hours.get((resource.pk, Economic.NONE), 0.0)
        found.append(
            EconomicShare(
                resource,
                max(0.0, open_hours - out),
                hours.get((resource.pk, Economic.ECONOMIC), 0.0),
                hours.get((resource.pk, Economic.NON_ECONOMIC), 0.0),
                out,
            )
        )
    return found


def hours_by(
    what: str, resources: Iterable[Resource], window: Span
) -> list[tuple[int, str, str, float]]:
    """Resource, activity, ``what`` (a field of the booking, such as ``user_kind`` or ``kind``), hours."""
    rows = (
        _taken(window, resources)
        .exclude(booking__kind__in=OUT_OF_SERVICE)
        .values_list("resource", "booking__economic", f"booking__{what}")
        .annotate(hours=Sum(Hours(window)))
        .order_by("resource", "booking__economic", f"booking__{what}")
    )
    return [(resource, economic, kind, hours or 0.0) for resource, economic, kind, hours in rows]


def utilisation(resource: Resource, window: Span) -> dict[tuple[int, int], float]:
    """Minutes taken by weekday (0 Monday) and hour of the day, local time: for a heat map."""
    found = dict.fromkeys(((day, hour) for day in range(7) for hour in range(24)), 0.0)
    rows = _taken(window, [resource]).exclude(booking__kind__in=OUT_OF_SERVICE)
    for during in rows.values_list("during", flat=True):
        start, end = max(during.lower, window.start), min(during.upper, window.end)
        while start < end:
            here = timezone.localtime(start)
            whole = (start + dt.timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
            step = min(end, whole)
            found[here.weekday(), here.hour] += (step - start).total_seconds() / 60
            start = step
    return found


@dataclass(frozen=True)
class PreferentialUse:
    """Hours that an investor's share of the capacity comes to, and those it used with preference."""

    access: PreferentialAccess
    entitled: float
    used: float

    @property
    def proportionate(self) -> bool:
        return self.used <= self.entitled


def preferential_use(resources: Iterable[Resource], year: int) -> list[PreferentialUse]:
    window, several = year_window(year), list(resources)
    day = dt.date(year, 12, 31)
    accesses = (
        PreferentialAccess.objects.filter(resource__in=several, valid_from__lte=day)
        .filter(Q(valid_until=None) | Q(valid_until__gte=dt.date(year, 1, 1)))
        .select_related("resource", "organisation")
    )
    used = {
        (row["resource"], row["booking__organisation"]): row["hours"] or 0.0
        for row in _taken(window, several)
        .filter(booking__preferential=True)
        .values("resource", "booking__organisation")
        .annotate(hours=Sum(Hours(window)))
    }
    capacity = {one.pk: hours for one, hours in capacities(several, window)}
    return [
        PreferentialUse(
            access,
            float(access.share / Decimal(100)) * capacity[access.resource_id],
            used.get((access.resource_id, access.organisation_id), 0.0),
        )
        for access in accesses
    ]


def unmet_demand(resources: Iterable[Resource], window: Span) -> list[dict[str, Any]]:
    """By resource and kind of user: how many times in vain, and how many of them waited in line."""
    found = UnmetDemand.objects.filter(
        resource__in=list(resources), starts__lt=window.end, ends__gt=window.start
    )
    rows = found.values("resource", "user_kind").annotate(
        times=Count("id"), waited=Count("id", filter=Q(waiting=True))
    )
    return [dict(row) for row in rows.order_by("resource", "user_kind")]


def capacities(resources: Iterable[Resource], window: Span) -> list[tuple[Resource, float]]:
    """Hours in which each is open in that time, by its hours and closures."""
    numbers = [one.pk for one in resources]
    rows: Any = (
        Resource.objects.with_rules()
        .filter(pk__in=numbers)
        .annotate(exceptions_json=ArraySubquery(exceptions_for(window.start, window.end)))
    )
    return [
        (
            one,
            sum(
                span.minutes
                for span in open_spans(one.hours, exceptions_of(one.exceptions_json), window)
            )
            / 60,
        )
        for one in rows
    ]


def _taken(window: Span, resources: Iterable[Resource]) -> Any:
    return Allocation.objects.filter(
        resource__in=[one.pk for one in resources],
        role=AllocationRole.ASKED,
        status=AllocationStatus.CONFIRMED,
        booking__status__in=COUNTED,
        during__overlap=(window.start, window.end),
    ).order_by()
