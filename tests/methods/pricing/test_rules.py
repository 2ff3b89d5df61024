"""Rules of a rate card that the golden cases do not reach."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from fucina.methods.pricing import (
    Basis,
    Hours,
    Past,
    Price,
    RateCard,
    Reduction,
    Rounding,
    Session,
    Tier,
    Window,
    price,
)

ROME = ZoneInfo("Europe/Rome")


def session(start: str, end: str) -> Session:
    return Session.of(
        *(dt.datetime.fromisoformat(text).replace(tzinfo=ROME) for text in (start, end))
    )


def lines(bill) -> list[tuple[str, str]]:
    return [(line.rule.value, str(line.amount)) for line in bill.lines]


def test_a_published_decay_over_a_month() -> None:
    """61 → 30.50 → 15.25 an hour from 26.75 and from 96.5 hours on (a university clean room)."""
    tiers = (
        Tier(Decimal("26.75"), Decimal("30.50")),
        Tier(Decimal("96.5"), Decimal("15.25")),
    )
    card = RateCard("tool", Price(Decimal(61), tiers=tiers))

    bill = price(card, session("2026-01-05T00:00", "2026-01-10T00:00"))

    assert [(str(line.quantity), str(line.unit_price)) for line in bill.lines] == [
        ("26.7500", "61"),
        ("69.7500", "30.50"),
        ("23.5000", "15.25"),
    ]
    assert str(bill.total) == "4117.50"


def test_hours_of_earlier_uses_count_for_tiers() -> None:
    card = RateCard("tool", Price(Decimal(60), tiers=(Tier(Decimal(10), Decimal(30)),)))

    bill = price(card, session("2026-01-05T09:00", "2026-01-05T11:00"), Past(hours=Decimal(9)))

    assert lines(bill) == [("hourly", "60.00"), ("hourly", "30.00")]


def test_a_cap_takes_off_what_goes_beyond() -> None:
    card = RateCard("tool", Price(Decimal(60)), cap=Decimal(100))

    bill = price(card, session("2026-01-05T09:00", "2026-01-05T11:00"), Past(charged=Decimal(30)))

    assert lines(bill) == [("hourly", "120.00"), ("cap", "-50.00")]


def test_a_day_price_counts_every_day_it_touches() -> None:
    card = RateCard("tool", Price(Decimal(60), Basis.DAILY))

    bill = price(card, session("2026-01-05T22:00", "2026-01-07T00:00"))

    assert [(str(line.quantity), str(line.amount)) for line in bill.lines] == [("2", "120.00")]


def test_pieces_are_counted_with_a_minimum() -> None:
    card = RateCard("filament", Price(Decimal("1.20"), Basis.EACH, minimum=Decimal(5)))

    few = price(card, Session(quantity=Decimal(2)))
    many = price(card, Session(quantity=Decimal("10.5")))

    assert (lines(few), lines(many)) == ([("minimum", "5.00")], [("each", "12.60")])


def test_the_greatest_of_two_reductions_counts() -> None:
    reductions = (
        Reduction(Hours(frozenset({5}), dt.time(17)), Decimal(10), "evening"),
        Reduction(Hours(frozenset({5})), Decimal(25), "weekend"),
    )
    card = RateCard("tool", Price(Decimal(60)), reductions=reductions)

    bill = price(card, session("2026-01-10T18:00", "2026-01-10T19:00"))

    assert [(line.name, str(line.amount)) for line in bill.lines] == [("weekend", "45.00")]


def test_a_window_after_midnight_belongs_to_the_day_it_began() -> None:
    night = Window(Hours(frozenset({4}), dt.time(22), dt.time(6)), Price(Decimal(10)), "night")
    card = RateCard("tool", Price(Decimal(60)), (night,))

    friday = price(card, session("2026-01-10T05:00", "2026-01-10T07:00"))
    thursday = price(card, session("2026-01-09T05:00", "2026-01-09T07:00"))

    assert ([str(line.amount) for line in friday.lines], str(thursday.total)) == (
        ["10.00", "60.00"],
        "120.00",
    )


def test_a_flat_price_is_asked_once_across_a_pause() -> None:
    start = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    hour = dt.timedelta(hours=1)
    pause = Session(((start, start + hour), (start + 2 * hour, start + 3 * hour)))

    bill = price(RateCard("tool", Price(Decimal(60), Basis.FLAT)), pause)

    assert lines(bill) == [("flat", "60.00")]


def test_minutes_begun_count_in_full() -> None:
    card = RateCard("tool", Price(Decimal(60)), rounding=Rounding.MINUTES_BEGUN)

    bill = price(card, session("2026-01-05T09:00:00", "2026-01-05T09:02:01"))

    assert str(bill.total) == "3.00"


def test_no_time_costs_nothing() -> None:
    card = RateCard("tool", Price(Decimal(60), minimum=Decimal(30)))

    assert price(card, Session()).lines == ()


def test_a_window_in_the_hour_that_comes_twice_holds_both_times() -> None:
    night = Window(Hours(since=dt.time(2), until=dt.time(3)), Price(Decimal(10)), "night")
    card = RateCard("tool", Price(Decimal(60)), (night,))

    autumn = price(card, session("2026-10-25T01:00", "2026-10-25T04:00"))
    spring = price(card, session("2026-03-29T01:00", "2026-03-29T04:00"))

    assert ([str(line.amount) for line in autumn.lines], [str(line.amount) for line in spring.lines]) == (
        ["60.00", "20.00", "60.00"],
        ["120.00"],
    )  # fmt: skip
