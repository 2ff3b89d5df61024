"""Times of a session cut where the price changes."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from fucina.methods.pricing.card import RateCard, local_day
from fucina.methods.pricing.hours import DAY, Hours, Span
from fucina.methods.pricing.rate import NOTHING, Basis, Price, Reduction

MICROSECONDS = 3_600_000_000
"""Of an hour."""


@dataclass(frozen=True)
class Piece:
    """Time under one price, of a window or of the base (``window`` None); gaps within it are not counted."""

    spans: tuple[Span, ...]
    price: Price
    window: int | None
    name: str = ""
    percent: Decimal = NOTHING
    tier: Decimal = NOTHING

    @property
    def hours(self) -> Fraction:
        return hours_of(self.spans)

    @property
    def start(self) -> dt.datetime:
        return self.spans[0][0]

    @property
    def end(self) -> dt.datetime:
        return self.spans[-1][1]

    @property
    def hour_price(self) -> Decimal:
        """What an hour costs in this piece."""
        return self.price.at(self.tier) * (1 - self.percent / 100)


def hours_of(spans: Iterable[Span]) -> Fraction:
    length = sum((end - start for start, end in spans), dt.timedelta(0))
    return Fraction(length // dt.timedelta(microseconds=1), MICROSECONDS)


def pieces(card: RateCard, spans: tuple[Span, ...], hours_before: Decimal) -> list[Piece]:
    """In order of time; hourly ones are cut again where a reduction or a tier begins or ends."""
    found: list[Piece] = []
    done = Fraction(hours_before)
    for piece in _by_window(card, spans):
        if piece.price.basis == Basis.HOURLY:
            found += _merged(_by_tier(_by_reduction(card, piece), done))
        else:
            found.append(piece)
        done += piece.hours
    return found


def _by_window(card: RateCard, spans: tuple[Span, ...]) -> list[Piece]:
    every = [_around(card, window.hours, spans) for window in card.windows]
    cut: list[Piece] = []
    for span in spans:
        for part in _cut(span, [edge for found in every for one in found for edge in one]):
            number = next((n for n, found in enumerate(every) if _within(part, found)), None)
            price = card.base_price if number is None else card.windows[number].price
            name = "" if number is None else card.windows[number].name
            cut.append(Piece((part,), price, number, name))
    return _merged(cut)


def _by_reduction(card: RateCard, piece: Piece) -> Iterator[Piece]:
    every = [(one, _around(card, one.hours, piece.spans)) for one in card.reductions]
    edges = [edge for _one, found in every for span in found for edge in span]
    for span in piece.spans:
        for part in _cut(span, edges):
            here = [one for one, found in every if _within(part, found)]
            best = max(here, key=lambda one: one.percent, default=None)
            yield _reduced(replace(piece, spans=(part,)), best)


def _reduced(piece: Piece, reduction: Reduction | None) -> Piece:
    if reduction is None or not reduction.percent:
        return piece
    return replace(piece, percent=reduction.percent, name=reduction.name or piece.name)


def _by_tier(parts: Iterable[Piece], done: Fraction) -> Iterator[Piece]:
    """``done``: the hours before the first part."""
    for part in parts:
        ((start, end),) = part.spans
        first = done
        edges = [
            start + _length(Fraction(tier.after) - first)
            for tier in part.price.tiers
            if tier.after > first
        ]
        for cut in _cut((start, end), edges):
            reached = [tier.after for tier in part.price.tiers if _passed(tier.after, done)]
            yield replace(part, spans=(cut,), tier=max(reached, default=NOTHING))
            done += hours_of([cut])


def _length(hours: Fraction) -> dt.timedelta:
    return dt.timedelta(microseconds=int(hours * MICROSECONDS))


def _passed(after: Decimal, done: Fraction) -> bool:
    """Edges of tiers are instants in microseconds: the last one of them is not another tier's."""
    return (Fraction(after) - done) * MICROSECONDS < 1


def _merged(parts: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one price become one piece, also across a gap in the session."""
    found: list[Piece] = []
    for part in parts:
        if found and replace(found[-1], spans=part.spans) == part:
            found[-1] = replace(part, spans=_joined(found[-1].spans, part.spans))
        else:
            found.append(part)
    return found


def _joined(before: tuple[Span, ...], after: tuple[Span, ...]) -> tuple[Span, ...]:
    if before[-1][1] == after[0][0]:
        return (*before[:-1], (before[-1][0], after[0][1]), *after[1:])
    return before + after


def _around(card: RateCard, hours: Hours, spans: tuple[Span, ...]) -> list[Span]:
    """The hours' times from the day before the first span to the last one's end."""
    first = local_day(spans[0][0], card.zone) - DAY
    return list(hours.spans(first, local_day(spans[-1][1], card.zone), card.zone))


def _cut(span: Span, edges: Iterable[dt.datetime]) -> Iterator[Span]:
    start, end = span
    inner = sorted({edge for edge in edges if start < edge < end})
    yield from zip([start, *inner], [*inner, end], strict=True)


def _within(part: Span, spans: Iterable[Span]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in spans)
