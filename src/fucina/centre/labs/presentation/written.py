"""Times and lengths as a reader writes them, in Italian local time."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from fucina.centre.governance.presentation.written import day
from fucina.centre.labs.domain.moments import Span
from fucina.documents import numbers

__all__ = ["DAY", "HOUR", "between", "clock", "day", "decimal", "hours", "length", "moment", "percent", "span", "today_or_between", "today_or_moment", "weekday"]  # fmt: skip

HOUR = 60
DAY = 24 * HOUR


def moment(when: dt.datetime | None) -> str:
    """2 March 2027, 09:30; a dash where there is none."""
    if when is None:
        return numbers.NOTHING
    here = timezone.localtime(when)
    return f"{day(here.date())}, {here:%H:%M}"


def today_or_moment(when: dt.datetime) -> str:
    """The hour alone where it is today, as on a clock in the workshop."""
    here = timezone.localtime(when)
    return f"{here:%H:%M}" if here.date() == timezone.localdate() else moment(when)


def today_or_between(start: dt.datetime, end: dt.datetime) -> str:
    first, last = timezone.localtime(start), timezone.localtime(end)
    if first.date() == last.date() == timezone.localdate():
        return f"{first:%H:%M} – {last:%H:%M}"
    return between(start, end)


def between(start: dt.datetime, end: dt.datetime) -> str:
    """From – to, the day once where it is the same."""
    first, last = timezone.localtime(start), timezone.localtime(end)
    if first.date() == last.date():
        return f"{moment(start)} – {last:%H:%M}"
    return f"{moment(start)} – {moment(end)}"


def span(one: Span) -> str:
    return between(one.start, one.end)


def clock(one: Span, on: dt.date) -> str:
    """The hours of a day: 24:00 where it goes on beyond."""
    start, end = timezone.localtime(one.start), timezone.localtime(one.end)
    first = f"{start:%H:%M}" if start.date() == on else "00:00"
    last = f"{end:%H:%M}" if end.date() == on else "24:00"
    return f"{first}–{last}"


def weekday(date: dt.date) -> str:
    """Tuesday 2 March."""
    italian = get_language() != "en"
    month = date_format(date, "F")
    words = f"{date_format(date, 'l')} {date.day} {month.lower() if italian else month}"
    return words[:1].upper() + words[1:]


def length(minutes: float) -> str:
    """In the largest units that fit: 2 hours 30 minutes."""
    left = round(minutes)
    days, rest = divmod(left, DAY)
    hours, rest = divmod(rest, HOUR)
    parts = []
    if days:
        parts.append(ngettext("{number} day", "{number} days", days).format(number=days))
    if hours:
        parts.append(ngettext("{number} hour", "{number} hours", hours).format(number=hours))
    if rest or not parts:
        parts.append(ngettext("{number} minute", "{number} minutes", rest).format(number=rest))
    return " ".join(parts)


def hours(number: float) -> str:
    return _("{number} h").format(number=decimal(number, 1 if number % 1 else 0))


def decimal(number: float, places: int = 0) -> str:
    return numbers.number(number, "en" if get_language() == "en" else "it", places)


def percent(share: float, places: int = 1) -> str:
    return f"{decimal(share * 100, places)}%"
