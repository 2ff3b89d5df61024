"""The calendar time over which amounts or hours are counted."""

import datetime as dt

from fucina.centre.charging.enums import Span

FIRST, LAST = dt.date.min, dt.date.max


def around(day: dt.date, span: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of the month, quarter or year of a day; of all time.

    >>> around(dt.date(2026, 5, 17), "quarter")
    (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    """
    if span == Span.WHOLE:
        return FIRST, LAST
    if span == Span.YEAR:
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    months = 3 if span == Span.QUARTER else 1
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    following = (first.replace(day=28) + dt.timedelta(days=31 * months - 24)).replace(day=1)
    return first, following - dt.timedelta(days=1)
