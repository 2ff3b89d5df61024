import datetime as dt
from decimal import Decimal

import pytest

from fucina.methods.errors import MethodError
from fucina.methods.pricing import (
    Basis,
    Cancellation,
    Hours,
    Price,
    RateCard,
    Reduction,
    Session,
    Tier,
    Window,
    apportion,
)

NOON, NIGHT = dt.time(12), dt.time(22)
SIXTY = Price(Decimal(60))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Price(Decimal(-1)), "price"),
        (lambda: Price(Decimal(1), Basis.FLAT, tiers=(Tier(Decimal(1), Decimal(1)),)), "tiers"),
        (lambda: Price(Decimal(1), tiers=(Tier(Decimal(0), Decimal(1)),)), "tiers"),
        (lambda: Hours(frozenset()), "days"),
        (lambda: Hours(frozenset({7})), "days"),
        (lambda: Reduction(Hours(), Decimal(101)), "percent"),
        (lambda: Cancellation(fee=Decimal(-1)), "cancellation"),
        (lambda: RateCard("x", SIXTY, subsidy=Decimal(61)), "subsidy"),
        (lambda: RateCard("x", Price(Decimal(60), Basis.FLAT), subsidy=Decimal(1)), "subsidy"),
        (lambda: RateCard("x", SIXTY, cap=Decimal(-1)), "cap"),
        (lambda: RateCard("x", SIXTY, (Window(Hours(), Price(Decimal(1), Basis.EACH)),)), "piece"),
        (lambda: Session.of(dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 2)), "zone"),  # noqa: DTZ001
        (lambda: Session(quantity=Decimal(-1)), "quantity"),
        (lambda: apportion(Decimal("0.001"), [1]), "cents"),
        (lambda: apportion(Decimal(1), [0]), "weights"),
    ],
)
def test_what_makes_no_sense_is_refused(make, says) -> None:
    with pytest.raises(MethodError, match=says):
        make()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Hours(since=NOON, until=NIGHT), Hours(since=dt.time(21))),
        (Hours(frozenset({6}), NIGHT, dt.time(2)), Hours(frozenset({0}), dt.time(1), dt.time(3))),
    ],
)
def test_windows_that_overlap_are_refused(one, other) -> None:
    with pytest.raises(MethodError, match="overlap"):
        RateCard("x", SIXTY, (Window(one, SIXTY), Window(other, SIXTY)))


def test_a_session_that_ends_before_it_begins_is_refused() -> None:
    start = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)

    with pytest.raises(MethodError, match="ends before"):
        Session.of(start, start - dt.timedelta(seconds=1))
