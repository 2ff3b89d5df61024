"""What holds of every price."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fucina.methods.pricing import (
    Hours,
    Mode,
    Past,
    Price,
    RateCard,
    Reduction,
    Rounding,
    Session,
    Tier,
    Window,
    apportion,
    billed_spans,
    half_up,
    price,
)

ROME = ZoneInfo("Europe/Rome")
CENT = Decimal("0.01")
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of a price."""
money = st.decimals(0, 500, places=2)
FIRST = dt.datetime(2026, 3, 27, tzinfo=dt.UTC)
"""Two days before a clock change."""
moments = st.integers(0, 6 * 86_400).map(lambda seconds: FIRST + dt.timedelta(seconds=seconds))
lengths = st.integers(1, 3 * 86_400_000).map(lambda part: dt.timedelta(milliseconds=part))
times = st.integers(0, 24 * 60 - 1).map(lambda minute: dt.time(minute // 60, minute % 60))
hours = st.builds(Hours, st.frozensets(st.integers(0, 6), min_size=1), times, times)
prices = st.builds(Price, money, fee=money, minimum=money)
hourly = st.builds(Price, money)
cards = st.builds(
    RateCard,
    st.just("machine"),
    prices,
    st.lists(st.builds(Window, hours, prices), max_size=1).map(tuple),
    st.lists(st.builds(Reduction, hours, st.decimals(0, 100, places=1)), max_size=2).map(tuple),
    cap=st.none() | money,
    rounding=st.sampled_from(Rounding),
)
plain = st.builds(
    RateCard,
    st.just("machine"),
    hourly,
    st.lists(st.builds(Window, hours, hourly), max_size=1).map(tuple),
    st.lists(st.builds(Reduction, hours, st.decimals(0, 100, places=1)), max_size=2).map(tuple),
)
"""Nothing that belongs to a session as a whole."""


@unhurried
@given(plain, moments, lengths, st.floats(0.05, 0.95))
def test_cutting_a_session_changes_no_price(card, start, length, part) -> None:
    end, middle = start + length, start + length * part

    whole = price(card, Session(((start, end),)))
    in_two = price(card, Session(((middle, end), (start, middle))))

    assert in_two == whole


@unhurried
@given(plain, moments, lengths, st.floats(0.05, 0.95))
def test_two_sessions_cost_what_the_whole_does_to_a_cent(card, start, length, part) -> None:
    end, middle = start + length, start + length * part

    whole = price(card, Session(((start, end),))).total
    first, second = (price(card, Session((one,))).total for one in [(start, middle), (middle, end)])

    assert abs(first + second - whole) <= CENT


@unhurried
@given(hourly, hours, moments, lengths)
def test_a_window_of_the_same_price_changes_no_total(base, when, start, length) -> None:
    use = Session(((start, start + length),))

    with_it = price(RateCard("machine", base, (Window(when, base),)), use)

    assert with_it.total == price(RateCard("machine", base), use).total


@unhurried
@given(cards, moments, lengths)
def test_lines_come_to_the_total_in_cents(card, start, length) -> None:
    bill = price(card, Session(((start, start + length),)))

    assert [line.amount == half_up(line.amount) for line in bill.lines] == [True] * len(bill.lines)
    assert bill.total == sum(line.amount for line in bill.lines)
    assert bill.total >= 0


@unhurried
@given(plain, moments, lengths)
def test_lines_of_time_cover_it_once(card, start, length) -> None:
    bill = price(card, Session(((start, start + length),)))

    edges = [(line.start, line.end) for line in bill.lines]
    assert [edges[0][0], edges[-1][1]] == [start, start + length]
    assert [end for _, end in edges[:-1]] == [begin for begin, _ in edges[1:]]


@unhurried
@given(money, moments, lengths)
def test_an_hourly_price_is_the_elapsed_time(amount, start, length) -> None:
    bill = price(RateCard("machine", Price(amount)), Session(((start, start + length),)))

    seconds = Fraction(length // dt.timedelta(microseconds=1), 10**6)
    assert bill.total == half_up(Fraction(amount) * seconds / 3600)


@unhurried
@given(moments, lengths, st.decimals(1, 20, places=2), st.decimals(0, 30, places=2))
def test_tiers_take_over_where_they_begin(start, length, after, before) -> None:
    card = RateCard("machine", Price(Decimal(61), tiers=(Tier(after, Decimal("30.50")),)))

    bill = price(card, Session(((start, start + length),)), Past(hours=before))

    used = Fraction(length // dt.timedelta(microseconds=1), 3_600_000_000)
    dear = min(max(Fraction(after) - Fraction(before), 0), used)
    exact = dear * 61 + (used - dear) * Fraction("30.5")
    assert abs(Fraction(bill.total) - exact) <= Fraction(1, 100)


@unhurried
@given(cards, moments, lengths, money)
def test_a_cap_is_never_passed(card, start, length, charged) -> None:
    bill = price(card, Session(((start, start + length),)), Past(charged=charged))

    if card.cap is not None:
        assert bill.total <= max(card.cap - charged, 0)


@unhurried
@given(
    st.decimals(-10000, 10000, places=2),
    st.lists(st.decimals("0.01", 100, places=2), min_size=1, max_size=6),
)
def test_parts_come_to_the_whole_and_are_less_than_a_cent_off(total, weights) -> None:
    parts = apportion(total, weights)

    whole = sum(Fraction(weight) for weight in weights)
    off = [
        abs(Fraction(part) - Fraction(total) * Fraction(weight) / whole)
        for part, weight in zip(parts, weights, strict=True)
    ]
    assert sum(parts) == total
    assert max(off) < Fraction(1, 100)


@unhurried
@given(moments, lengths, moments, lengths)
def test_overage_bills_no_less_than_what_was_booked_or_used(start, length, begin, stay) -> None:
    booked, used = [(start, start + length)], [(begin, begin + stay)]

    overage = Session(billed_spans(Mode.OVERAGE, booked, used)).length

    assert max(length, stay) <= overage <= length + stay
