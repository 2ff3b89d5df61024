"""The same booking again and again: each occurrence is a booking of its own."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.asking import BookingRefused, Things, asked
from fucina.centre.labs.domain.book import store
from fucina.centre.labs.domain.cancel import cancel
from fucina.centre.labs.domain.circumstances import read
from fucina.centre.labs.domain.letters import tell_of_request
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.rules_of_booking import OF_TIME
from fucina.centre.labs.domain.writing import allow, lock, one_write
from fucina.centre.labs.models import Booking, Series
from fucina.centre.refusal import Problem, Refusal, refuse_any

KNOWN = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY)(;(INTERVAL=\d{1,3}|COUNT=\d{1,3}|UNTIL=\d{8}(T\d{6}Z?)?|BYDAY=[0-9A-Z,+-]{2,40}))*"
)
"""The parts of a rule that always come true again: a search for 30 February would not end."""
MOST = 60
"""Occurrences of one series."""


@dataclass(frozen=True)
class Skipped:
    span: Span
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Stored:
    series: Series
    bookings: tuple[Booking, ...]
    skipped: tuple[Skipped, ...] = ()


def book_series(
    things: Things,
    starts: dt.datetime,
    ends: dt.datetime,
    repetition: str,
    *,
    by: Any,
    skip_clashes: bool = False,
    **more: Any,
) -> Stored:
    """Book every occurrence of an iCalendar rule such as ``FREQ=WEEKLY;COUNT=4``, on the same local hour.

    Refused whole, with every clash listed; with ``skip_clashes`` those that clash are left out and told.
    """
    allow(by, "labs.book")
    wanted = asked(things, starts, ends, by=by, **more)
    several = occurrences(wanted.span, repetition)
    with one_write():
        readings = [read(replace(wanted, span=span)) for span in several]
        lock(key for reading in readings for key in reading.keys)
        series = Series.objects.create(rule=repetition, made_by=by)
        stored, skipped = [], []
        for reading in readings:
            try:
                with one_write():
                    stored.append(store(reading, series=series, locked=True))
            except Refusal as refusal:
                skipped.append(Skipped(reading.request.span, refusal.problems))
        refuse_any(_fatal(skipped, skip_clashes=skip_clashes))
        if not stored:
            raise BookingRefused(_listed(skipped))
        tell_of_request(stored, readings[0].resources)
    return Stored(series, tuple(stored), tuple(skipped))


def occurrences(span: Span, repetition: str) -> list[Span]:
    """By the local clock: nine o'clock stays nine o'clock when the clocks change."""
    first = timezone.localtime(span.start)
    if not KNOWN.fullmatch(repetition):
        raise Refusal([Problem("repetition", _("This repetition cannot be read."), "repetition")])
    try:
        rule = rrulestr(repetition, dtstart=first.replace(tzinfo=None), ignoretz=True)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        text = _("This repetition cannot be read.")
        raise Refusal([Problem("repetition", text, "repetition")]) from error
    found: list[Span] = []
    for moment in rule:
        if len(found) == MOST:
            text = _("A series has at most {most} bookings.").format(most=MOST)
            raise Refusal([Problem("series_too_long", text, "repetition", {"most": MOST})])
        found.append(span.moved(moment.replace(tzinfo=first.tzinfo)))
    if not found:
        raise Refusal([Problem("repetition", _("This repetition cannot be read."), "repetition")])
    return found


def cancel_series(series: Series, *, by: Any, reason: str = "") -> list[Booking]:
    """What of it still lies ahead."""
    coming = series.bookings.open().filter(starts__gt=timezone.now())
    return [cancel(booking, by=by, reason=reason) for booking in coming]


def _fatal(skipped: list[Skipped], *, skip_clashes: bool) -> list[Problem]:
    """Only what another time might not have is left out; who may not book at all, may not book in a series."""
    if not skip_clashes:
        return _listed(skipped)
    return [problem for problem in _listed(skipped) if problem.code not in OF_TIME]


def _listed(skipped: list[Skipped]) -> list[Problem]:
    return [
        replace(
            problem,
            message=f"{one.span}: {problem.message}",
            numbers={**problem.numbers, "occurrence": one.span.start.isoformat()},
        )
        for one in skipped
        for problem in one.problems
    ]
