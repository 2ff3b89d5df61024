"""When a thing is open: its hours, less what is closed, and more what is opened in addition."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from opening_hours import State

from fucina.centre.labs.domain.moments import Span, merged, without
from fucina.centre.labs.enums import ExceptionKind
from fucina.centre.labs.models.hours import opening


@dataclass(frozen=True)
class Exceptional:
    """A closure or an extra opening."""

    kind: str
    span: Span
    reason: str
    yearly: bool = False

    def around(self, window: Span) -> Iterator["Exceptional"]:
        """Its occurrences that touch this time: every year's, if it comes back."""
        if not self.yearly:
            if self.span.overlaps(window):
                yield self
            return
        for year in range(window.start.year - 1, window.end.year + 2):
            span = _in_year(self.span, year)
            if span is not None and span.overlaps(window):
                yield Exceptional(self.kind, span, self.reason)


def _in_year(span: Span, year: int) -> Span | None:
    here = timezone.localtime(span.start)
    try:
        start = here.replace(year=year)
    except ValueError:  # 29 February
        return None
    wall = timezone.localtime(span.end).replace(tzinfo=None) - here.replace(tzinfo=None)
    end = (start.replace(tzinfo=None) + wall).replace(tzinfo=start.tzinfo)
    return Span(start, end)


def regular(hours: str, window: Span) -> list[Span]:
    """By the hours alone."""
    intervals = opening(hours).intervals(_local(window.start), _local(window.end))
    return merged([Span(start, end) for start, end, state, _ in intervals if state == State.OPEN])


def closures(exceptions: Iterable[Exceptional], window: Span) -> list[Exceptional]:
    return [
        one
        for exception in exceptions
        if exception.kind != ExceptionKind.OPEN
        for one in exception.around(window)
    ]


def open_spans(hours: str, exceptions: Iterable[Exceptional], window: Span) -> list[Span]:
    """An extra opening counts for more than the hours, a closure for more than both."""
    extra = [
        one.span
        for exception in exceptions
        if exception.kind == ExceptionKind.OPEN
        for one in exception.around(window)
    ]
    open_ = merged([*regular(hours, window), *extra])
    return without(open_, [one.span for one in closures(exceptions, window)])


def is_open_throughout(spans: list[Span], asked: Span) -> bool:
    return any(span.start <= asked.start and asked.end <= span.end for span in spans)


def _local(moment: dt.datetime) -> dt.datetime:
    return timezone.localtime(moment)
