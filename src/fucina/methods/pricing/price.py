"""A rate card applied to a session."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from fucina.methods.pricing.bill import Bill, Line, Rule, Unit
from fucina.methods.pricing.card import RateCard, local_day
from fucina.methods.pricing.hours import DAY, Span
from fucina.methods.pricing.money import half_up, rounded_together
from fucina.methods.pricing.pieces import Piece, hours_of, pieces
from fucina.methods.pricing.rate import NOTHING, Basis
from fucina.methods.pricing.session import PaidDay, Past, Session, joined

PLACES = Decimal("0.0001")
ONE = Decimal(1)


def price(card: RateCard, session: Session, past: Past | None = None) -> Bill:
    """What a session costs, line by line, in euro.

    Hours are elapsed time, whatever the clock on the wall does; windows and days are read off that clock. The order is:
    time (or pieces), the minimum in its place if that is more, the fee in proportion to the time under each price, the
    cap, the subsidy. Lines of time are rounded together, so that their sum is the exact sum rounded half-up once.

    Raises MissingRate where there is no base price.

    >>> rome = dt.timezone(dt.timedelta(hours=1))
    >>> use = Session.of(dt.datetime(2022, 2, 21, 17, tzinfo=rome), dt.datetime(2022, 2, 25, 3, tzinfo=rome))
    >>> from fucina.methods.pricing.rate import Price
    >>> price(RateCard("laser", Price(Decimal(60))), use).total
    Decimal('4920.00')
    """
    past = past or Past()
    base = card.base_price
    if base.basis == Basis.EACH:
        return Bill(tuple(_finished(card, [*_counted(card, session)], past)))
    spans = session.rounded(card.rounding)
    if not spans:
        return Bill(())
    cut = pieces(card, spans, past.hours)
    owed = _new_days(card, cut, session, past)
    lines = _least(card, cut, _timed(card, cut, owed), spans)
    fee = _fee(card, cut, spans)
    days = tuple(day for some in owed for day in some)
    return Bill(tuple(_finished(card, [*lines, *fee], past)), days, _decimal(hours_of(spans)))


def price_of_cancelling(
    card: RateCard, booked: Iterable[Span], cancelled: dt.datetime, past: Past | None = None
) -> Bill:
    """What it costs to give back a booking at a moment: nothing in time, else the fee or the full price.

    Exactly at the limit is in time. Raises MissingRate where the full price is due and there is none.

    >>> start = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    >>> price_of_cancelling(RateCard("laser"), [(start, start + DAY)], start - DAY).total
    Decimal('0.00')
    """
    spans = joined(booked)
    rule = card.cancellation
    if not spans or spans[0][0] - cancelled >= rule.free_before:
        return Bill(tuple(_once(card, spans, Rule.CANCELLED_FREE, NOTHING)))
    if rule.full:
        return price(card, Session(spans), past)
    return Bill(tuple(_once(card, spans, Rule.CANCELLED_LATE, rule.fee)))


def _timed(card: RateCard, cut: list[Piece], owed: list[list[PaidDay]]) -> list[Line]:
    days = [len(some) for some in owed]
    amounts = rounded_together([_exact(*one) for one in zip(cut, days, strict=True)])
    return [_line(card, *one) for one in zip(cut, days, amounts, strict=True)]


def _exact(piece: Piece, days: int) -> Fraction:
    match piece.price.basis:
        case Basis.HOURLY:
            return piece.hours * Fraction(piece.hour_price)
        case Basis.DAILY:
            return days * Fraction(piece.price.amount)
        case _:
            return Fraction(piece.price.amount)


def _line(card: RateCard, piece: Piece, days: int, amount: Decimal) -> Line:
    quantity, unit, unit_price, rule = ONE, Unit.SESSION, piece.price.amount, Rule.FLAT
    if piece.price.basis == Basis.HOURLY:
        quantity, unit, rule = _decimal(piece.hours), Unit.HOUR, Rule.HOURLY
        unit_price = piece.hour_price
    elif piece.price.basis == Basis.DAILY:
        rule = Rule.DAILY if days else Rule.DAY_PAID
        quantity, unit = Decimal(days), Unit.DAY
    return Line(
        card.item, rule, quantity, unit, unit_price, amount, piece.start, piece.end,
        piece.name, piece.percent, piece.tier,
    )  # fmt: skip


def _new_days(
    card: RateCard, cut: list[Piece], session: Session, past: Past
) -> list[list[PaidDay]]:
    """Of each piece: the days of a daily price that nobody paid for before, nor an earlier piece."""
    paid = list(past.days)
    found: list[list[PaidDay]] = []
    for piece in cut:
        mine: list[PaidDay] = []
        for day in _days(card, piece) if piece.price.basis == Basis.DAILY else []:
            one = PaidDay(day, session.person, session.project, session.account)
            if not any(one.same(other, card.once) for other in paid):
                paid.append(one)
                mine.append(one)
        found.append(mine)
    return found


def _days(card: RateCard, piece: Piece) -> list[dt.date]:
    """Every calendar day that the piece touches; one that ends at midnight does not touch the day that begins."""
    found: list[dt.date] = []
    for start, end in piece.spans:
        first = local_day(start, card.zone)
        last = local_day(end - dt.timedelta(microseconds=1), card.zone)
        found += [first + number * DAY for number in range((last - first).days + 1)]
    return sorted(set(found))


def _least(
    card: RateCard, cut: list[Piece], lines: list[Line], spans: tuple[Span, ...]
) -> list[Line]:
    """One line of the minimum where the time comes to less: the highest of the prices that were touched."""
    least = max(piece.price.minimum for piece in cut)
    raw = sum((line.amount for line in lines), NOTHING)
    if raw >= least or all(line.rule == Rule.DAY_PAID for line in lines):
        return lines
    (line,) = _once(card, spans, Rule.MINIMUM, least)
    return [_instead(line, raw)]


def _fee(card: RateCard, cut: list[Piece], spans: tuple[Span, ...]) -> Iterator[Line]:
    whole = hours_of(spans)
    exact = sum((Fraction(piece.price.fee) * piece.hours / whole for piece in cut), Fraction(0))
    if exact:
        yield from _once(card, spans, Rule.FEE, half_up(exact))


def _counted(card: RateCard, session: Session) -> Iterator[Line]:
    each = card.base_price
    amount = half_up(Fraction(each.amount) * Fraction(session.quantity))
    if amount < each.minimum and session.quantity:
        (line,) = _once(card, session.spans, Rule.MINIMUM, each.minimum)
        yield _instead(line, amount)
    else:
        start, end = _ends(session.spans)
        yield Line(
            card.item, Rule.EACH, session.quantity, Unit.PIECE, each.amount, amount, start, end
        )
    if each.fee:
        yield from _once(card, session.spans, Rule.FEE, each.fee)


def _finished(card: RateCard, lines: list[Line], past: Past) -> Iterator[Line]:
    """With what is taken off the sum."""
    yield from lines
    total = sum((line.amount for line in lines), NOTHING)
    spans = tuple((line.start, line.end) for line in lines if line.start and line.end)
    if card.cap is not None and past.charged + total > card.cap:
        left = max(card.cap - past.charged, NOTHING)
        yield from _once(card, spans, Rule.CAP, half_up(left) - total)
        total = half_up(left)
    if card.subsidy and total:
        share = Fraction(card.subsidy) / Fraction(card.base_price.amount)
        yield from _once(card, spans, Rule.SUBSIDY, -half_up(share * Fraction(total)))


def _once(card: RateCard, spans: tuple[Span, ...], rule: Rule, amount: Decimal) -> Iterator[Line]:
    start, end = _ends(spans)
    cents = half_up(amount)
    yield Line(card.item, rule, ONE, Unit.SESSION, cents, cents, start, end)


def _ends(spans: tuple[Span, ...]) -> tuple[dt.datetime | None, dt.datetime | None]:
    return (spans[0][0], max(end for _start, end in spans)) if spans else (None, None)


def _instead(line: Line, raw: Decimal) -> Line:
    return Line(
        line.item, line.rule, line.quantity, line.unit, line.unit_price, line.amount, line.start,
        line.end, instead=raw,
    )  # fmt: skip


def _decimal(hours: Fraction) -> Decimal:
    """For the eye: to a ten-thousandth of an hour."""
    return (Decimal(hours.numerator) / Decimal(hours.denominator)).quantize(PLACES)
