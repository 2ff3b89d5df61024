"""The nearest time at which nothing stands in the way, found in bounded time."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils import timezone

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.contended import contend_between
from fucina.centre.labs.domain.moments import MINUTE, Span, day_of, local, merged, without
from fucina.centre.labs.domain.opening import open_spans
from fucina.centre.labs.domain.rules_of_booking import OF_TIME, problems_of
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Request
from fucina.centre.refusal import Problem

DAYS = 30
MOST_TRIED = 60
STEP = 5


def nearest(reading: Reading, problems: Iterable[Problem]) -> Span | None:
    """As long as what was asked for, from then on; only if another time is what is wanted."""
    codes = {problem.code for problem in problems}
    if not codes & OF_TIME or reading.request.span.end <= reading.request.span.start:
        return None
    after = max(reading.request.span.start, timezone.now())
    return next(free_spans(reading, after, DAYS), None)


def free_spans(reading: Reading, after: dt.datetime, days: int) -> Iterator[Span]:
    """Times of the same length that no rule about time forbids, each the first of a free stretch; two queries."""
    window = Span(after, after.astimezone(dt.UTC) + dt.timedelta(days=days))
    wide = contend_between(reading, window)
    facts, length = wide.facts, reading.request.span
    for tried, start in enumerate(_candidates(facts, window, length)):
        if tried == MOST_TRIED:
            return
        span = length.moved(start)
        if not _forbidden(wide.request, facts, span):
            yield span


def _candidates(facts: Circumstances, window: Span, length: Span) -> list[dt.datetime]:
    """Where free stretches begin, and each day's first chance; on a whole step of minutes."""
    free = [window]
    for line in facts.lines:
        if not line.policy.whole_days:
            free = _both(free, open_spans(line.hours, line.exceptions, window))
    for take in facts.takes:
        if take.exclusive:
            busy = [one.span for one in facts.taken if one.schedule == take.schedule]
            free = without(free, [_spared(span, facts, take.schedule) for span in busy])
    found = []
    for span in free:
        first = _stepped(span.start)
        fits = first + (length.end - length.start) <= span.end
        if fits or any(line.policy.whole_days for line in facts.lines):
            found.append(first)
    ends = {_stepped(one.span.end) for one in facts.taken if window.contains(one.span.end)}
    days = {
        _stepped(max(local(day_of(window.start) + dt.timedelta(days=n)), window.start))
        for n in range(1, 8)
    }
    inside = [moment for moment in ends | days if any(span.contains(moment) for span in free)]
    return sorted({*found, *inside})


def _spared(span: Span, facts: Circumstances, schedule: int) -> Span:
    """With pauses, set-up and tear-down around it."""
    for line in facts.lines:
        if line.take.schedule == schedule:
            rules = line.policy
            return span.widened(
                rules.teardown_minutes + rules.buffer_minutes,
                rules.setup_minutes + rules.buffer_minutes,
            )
    return span


def _forbidden(request: Request, facts: Circumstances, span: Span) -> bool:
    """By a rule that another time would satisfy."""
    shift = span.start - request.span.start
    takes = tuple(
        replace(take, span=Span(take.span.start + shift, take.span.end + shift))
        for take in facts.takes
    )
    lines = tuple(
        replace(line, take=next(take for take in takes if take.resource == line.resource))
        for line in facts.lines
    )
    here = replace(facts, takes=takes, lines=lines)
    return any(
        problem.code in OF_TIME for problem in problems_of(replace(request, span=span), here)
    )


def _both(first: list[Span], second: list[Span]) -> list[Span]:
    return [
        Span(max(a.start, b.start), min(a.end, b.end))
        for a in merged(first)
        for b in second
        if a.overlaps(b)
    ]


def _stepped(moment: dt.datetime) -> dt.datetime:
    """Up to the next five minutes."""
    late = moment.astimezone(dt.UTC).replace(second=0, microsecond=0)
    if late < moment:
        late += MINUTE
    return late + (-late.minute % STEP) * MINUTE
