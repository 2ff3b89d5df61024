"""Times: aware, compared in UTC, counted in real minutes; days, weeks and years are the centre's local ones."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import get_language

from fucina.centre.labs.enums import QuotaPeriod
from fucina.documents import numbers as written

MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, order=True)
class Span:
    """From ``start``, included, until ``end``, excluded; both in UTC, so that a clock change neither adds nor takes time."""

    start: dt.datetime
    end: dt.datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", self.start.astimezone(dt.UTC))
        object.__setattr__(self, "end", self.end.astimezone(dt.UTC))

    @property
    def minutes(self) -> float:
        return (self.end - self.start) / MINUTE

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, moment: dt.datetime) -> bool:
        return self.start <= moment < self.end

    def shared(self, other: "Span") -> float:
        """Minutes in common."""
        return max(0.0, (min(self.end, other.end) - max(self.start, other.start)) / MINUTE)

    def widened(self, before: int = 0, after: int = 0) -> "Span":
        return Span(self.start - before * MINUTE, self.end + after * MINUTE)

    def moved(self, start: dt.datetime) -> "Span":
        """As long, from another start."""
        return Span(start, start.astimezone(dt.UTC) + (self.end - self.start))

    def __str__(self) -> str:
        return f"{said(self.start)} – {said(self.end, after=self.start)}"


def said(moment: dt.datetime, after: dt.datetime | None = None) -> str:
    """As a reader writes it, in local time; of a moment on the same day as ``after`` only the hour."""
    here = timezone.localtime(moment)
    hour = f"{here:%H:%M:%S}" if here.second else f"{here:%H:%M}"
    if after is not None and timezone.localtime(after).date() == here.date():
        return hour
    return f"{said_day(here.date())}, {hour}"


def said_day(day: dt.date | None) -> str:
    """``2 March 2027``, in the reader's language: no order of day and month has to be guessed."""
    return written.date(day, "en" if get_language() == "en" else "it")


def local(day: dt.date, hour: dt.time = dt.time.min) -> dt.datetime:
    return dt.datetime.combine(day, hour, timezone.get_default_timezone())


def day_of(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()


def days_of(span: Span) -> Iterator[dt.date]:
    """Each local day that the time touches."""
    day, last = day_of(span.start), day_of(span.end - dt.timedelta(microseconds=1))
    while day <= last:
        yield day
        day += dt.timedelta(days=1)


def day_span(day: dt.date) -> Span:
    return Span(local(day), local(day + dt.timedelta(days=1)))


def period_of(day: dt.date, period: str, week_starts: int = 0) -> tuple[dt.date, dt.date]:
    """First day of the period that holds this day, and first day of the next."""
    if period == QuotaPeriod.WEEK:
        first = day - dt.timedelta(days=(day.weekday() - week_starts) % 7)
        return first, first + dt.timedelta(days=7)
    if period == QuotaPeriod.MONTH:
        first = day.replace(day=1)
        return first, (first + dt.timedelta(days=32)).replace(day=1)
    if period == QuotaPeriod.YEAR:
        return dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1)
    return day, day + dt.timedelta(days=1)


def merged(spans: list[Span]) -> list[Span]:
    """The same times without overlaps, in order; those that touch become one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """What is left of the times when others are cut out of them."""
    left: list[Span] = []
    for span in spans:
        edges = [span.start]
        for hole in merged(holes):
            if hole.overlaps(span):
                edges += [max(hole.start, span.start), min(hole.end, span.end)]
        edges.append(span.end)
        pieces = list(pairwise(edges))[::2]
        left += [Span(start, end) for start, end in pieces if start < end]
    return left
