"""What is priced: a time of use, and what was paid before it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fucina.methods.errors import MethodError
from fucina.methods.pricing.hours import Span
from fucina.methods.pricing.rate import NOTHING, Mode, Once, Rounding

MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True)
class PaidDay:
    """A day for which the daily price was charged, and to whom.

    >>> PaidDay(dt.date(2026, 1, 5), "ada", "p1", "a1").same(PaidDay(dt.date(2026, 1, 5), "ada", "p2", "a1"), Once.ACCOUNT)
    True
    """

    day: dt.date
    person: str = ""
    project: str = ""
    account: str = ""

    def same(self, other: "PaidDay", once: Once) -> bool:
        """Whether one payment covers both."""
        whom = {
            Once.PROJECT: ("person", "project"),
            Once.ACCOUNT: ("person", "account"),
            Once.WHOEVER: ("account",),
        }[once]
        return all(getattr(self, name) == getattr(other, name) for name in ("day", *whom))


@dataclass(frozen=True)
class Past:
    """What came before in the caller's period: hours used (for tiers), euro charged (for the cap), days paid.

    >>> Past().hours
    Decimal('0')
    """

    hours: Decimal = NOTHING
    charged: Decimal = NOTHING
    days: tuple[PaidDay, ...] = ()


@dataclass(frozen=True)
class Session:
    """Times that are priced together (aware datetimes), or a ``quantity`` of pieces.

    >>> Session.of(dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC), dt.datetime(2026, 1, 5, 11, tzinfo=dt.UTC)).length
    datetime.timedelta(seconds=7200)
    """

    spans: tuple[Span, ...] = ()
    quantity: Decimal = Decimal(1)
    person: str = ""
    project: str = ""
    account: str = ""

    def __post_init__(self) -> None:
        if self.quantity < 0:
            raise MethodError(f"quantity: must not be negative, got {self.quantity}")
        object.__setattr__(self, "spans", joined(self.spans))

    @classmethod
    def of(cls, start: dt.datetime, end: dt.datetime) -> "Session":
        return cls(((start, end),))

    @property
    def length(self) -> dt.timedelta:
        return sum((end - start for start, end in self.spans), dt.timedelta(0))

    def rounded(self, rounding: Rounding) -> tuple[Span, ...]:
        """The spans, with the last one cut or prolonged to the length that is billed."""
        if rounding == Rounding.EXACT or not self.spans:
            return self.spans
        whole = self.length // MINUTE
        if rounding == Rounding.MINUTES_BEGUN:
            whole = -(-self.length // MINUTE)
        return _of_length(self.spans, max(whole, 1) * MINUTE)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In UTC and in order; those that touch or overlap become one.

    Raises MethodError for a time without a zone, or one that ends before it begins; an empty one is left out.

    >>> joined([])
    ()
    """
    found: list[Span] = []
    for start, end in sorted(_in_utc(span) for span in spans):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def billed_spans(mode: Mode, booked: Iterable[Span], used: Iterable[Span]) -> tuple[Span, ...]:
    """The time that a mode bills, of what was booked and what was used.

    >>> hour = [(dt.datetime(2026, 1, 5, 13, tzinfo=dt.UTC), dt.datetime(2026, 1, 5, 14, tzinfo=dt.UTC))]
    >>> billed_spans(Mode.USAGE, hour, []), billed_spans(Mode.OVERAGE, hour, []) == joined(hour)
    ((), True)
    """
    if mode == Mode.RESERVATION:
        return joined(booked)
    if mode == Mode.USAGE:
        return joined(used)
    return joined([*booked, *used])


def _in_utc(span: Span) -> Span:
    if any(moment.tzinfo is None for moment in span):
        raise MethodError(f"time: needs a zone, got {span[0]} – {span[1]}")
    start, end = (moment.astimezone(dt.UTC) for moment in span)
    if end < start:
        raise MethodError(f"time: ends before it begins, got {start} – {end}")
    return start, end


def _of_length(spans: tuple[Span, ...], length: dt.timedelta) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in spans:
        taken = min(end - start, length)
        if taken > dt.timedelta(0):
            kept.append((start, start + taken))
            length -= taken
    if length > dt.timedelta(0):
        kept[-1] = (kept[-1][0], kept[-1][1] + length)
    return tuple(kept)
