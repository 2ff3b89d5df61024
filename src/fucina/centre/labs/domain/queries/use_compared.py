"""What was booked, what ran and what was declared, side by side."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from fucina.centre.labs.domain.moments import MINUTE, Span
from fucina.centre.labs.models import Resource, Use


@dataclass(frozen=True)
class UseCompared:
    """Of one machine, in minutes. What was declared stands against ``of_these``: what ran in the uses that say it."""

    uses: int = 0
    booked: float = 0.0
    measured: float = 0.0
    out_of_order: int = 0
    stated: int = 0
    declared: int = 0
    of_these: float = 0.0

    @property
    def difference(self) -> float:
        return self.declared - self.of_these


def use_compared(resources: Iterable[Resource], window: Span) -> dict[int, UseCompared]:
    """By resource, the uses that began within the window and are over. A booking used twice was booked once."""
    rows = (
        Use.objects.filter(
            resource__in=[one.pk for one in resources],
            started__gte=window.start,
            started__lt=window.end,
            ended__isnull=False,
        )
        .order_by("resource", "started")
        .values_list(
            "resource", "booking", "booking__starts", "booking__ends", "started", "ended",
            "declared_minutes", "downtime_minutes",
        )
    )  # fmt: skip
    found: dict[int, UseCompared] = {}
    booked: set[tuple[int, int]] = set()
    for resource, booking, starts, ends, started, ended, declared, out in rows:
        so_far = found.get(resource, UseCompared())
        ran = _minutes(started, ended or started)
        first = (resource, booking) not in booked
        booked.add((resource, booking))
        found[resource] = UseCompared(
            so_far.uses + 1,
            so_far.booked + (_minutes(starts, ends) if first else 0),
            so_far.measured + ran,
            so_far.out_of_order + out,
            so_far.stated + (declared is not None),
            so_far.declared + (declared or 0),
            so_far.of_these + (ran if declared is not None else 0),
        )
    return found


def _minutes(start: dt.datetime, end: dt.datetime) -> float:
    return (end - start) / MINUTE
