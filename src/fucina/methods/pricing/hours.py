"""Hours of the week by the clock on the wall, and the instants at which they begin and end on given days."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from fucina.methods.errors import MethodError

MIDNIGHT = dt.time(0)
DAY = dt.timedelta(days=1)
EVERY_DAY = frozenset(range(7))
MINUTES = 24 * 60

type Span = tuple[dt.datetime, dt.datetime]
"""From an instant until another, the end not included; both in UTC."""


@dataclass(frozen=True)
class Hours:
    """The same hours on some days of the week, Monday 0 to Sunday 6, by local time.

    ``until`` at or before ``since`` is on the day after: 22:00–06:00 belongs to the day on which it begins, 00:00–00:00 is
    the whole day. Raises MethodError for no day, or one that is not 0 to 6.

    >>> rome = ZoneInfo("Europe/Rome")
    >>> night = Hours(frozenset({1}), dt.time(0), dt.time(1))
    >>> [start.isoformat() for start, _ in night.spans(dt.date(2022, 2, 21), dt.date(2022, 2, 25), rome)]
    ['2022-02-21T23:00:00+00:00']
    """

    days: frozenset[int] = EVERY_DAY
    since: dt.time = MIDNIGHT
    until: dt.time = MIDNIGHT

    def __post_init__(self) -> None:
        if not self.days or not self.days <= EVERY_DAY:
            raise MethodError(f"days: must be some of 0 (Monday) to 6, got {sorted(self.days)}")

    def spans(self, first: dt.date, last: dt.date, zone: ZoneInfo) -> Iterator[Span]:
        """Those that begin from the first day to the last."""
        for number in range((last - first).days + 1):
            day = first + number * DAY
            if day.weekday() in self.days:
                end = day if self.until > self.since else day + DAY
                span = instant(day, self.since, zone), instant(end, self.until, zone)
                if span[0] < span[1]:  # hours that a clock change leaves out are none
                    yield span

    def minutes(self) -> list[tuple[int, int]]:
        """Within a week of even days: pairs of minutes since Monday 0:00, the second may pass the week's end."""
        start, end = _minute(self.since), _minute(self.until)
        if end <= start:
            end += MINUTES
        return [(day * MINUTES + start, day * MINUTES + end) for day in sorted(self.days)]

    def meets(self, other: "Hours") -> bool:
        """Whether there is a moment of the week that belongs to both."""
        week = 7 * MINUTES
        return any(
            a < d + shift and c + shift < b
            for a, b in self.minutes()
            for c, d in other.minutes()
            for shift in (-week, 0, week)
        )


def instant(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """In UTC. An hour that comes twice begins with the first one; one that is left out, where the clock goes on."""
    return dt.datetime.combine(day, time, zone).astimezone(dt.UTC)


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute
