"""The money cases L45 to L54 with their exact figures."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from fucina.methods.pricing import (
    Basis,
    Cancellation,
    Hours,
    MissingRate,
    Mode,
    Once,
    Past,
    Price,
    RateCard,
    Reduction,
    Rounding,
    Session,
    Window,
    billed_spans,
    price,
    price_of_cancelling,
)

ROME = ZoneInfo("Europe/Rome")
NEW_YORK = ZoneInfo("America/New_York")
TUESDAY, WEEKEND = frozenset({1}), frozenset({5, 6})
AROUND_MIDNIGHT = Hours(TUESDAY, dt.time(0), dt.time(1))


def at(text: str, zone: ZoneInfo = ROME) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def session(start: str, end: str, zone: ZoneInfo = ROME, **who: str) -> Session:
    return Session(((at(start, zone), at(end, zone)),), **who)


USE = session("2022-02-21T17:00", "2022-02-25T03:00")
"""Monday 17:00 to Friday 3:00: 82 hours."""


def euro(amount: str, **more: object) -> Price:
    return Price(Decimal(amount), **more)


def flat(amount: str) -> Price:
    return euro(amount, basis=Basis.FLAT)


def card(base: Price | None, *windows: Window, **more: object) -> RateCard:
    return RateCard("machine", base, windows, **more)


def amounts(bill: object) -> list[str]:
    return [str(line.amount) for line in bill.lines]


TUESDAY_NIGHT = {
    "120/h": Window(AROUND_MIDNIGHT, euro("120")),
    "flat 120": Window(AROUND_MIDNIGHT, flat("120")),
}


@pytest.mark.parametrize(
    ("case", "rates", "lines", "total"),
    [
        ("L45 hourly", card(euro("60")), ["4920.00"], "4920.00"),
        ("L45 window", card(euro("60"), TUESDAY_NIGHT["120/h"]), ["420.00", "120.00", "4440.00"], "4980.00"),
        ("L46 flat", card(flat("60")), ["60.00"], "60.00"),
        ("L46 flat and hourly window", card(flat("60"), TUESDAY_NIGHT["120/h"]), ["60.00", "120.00", "60.00"], "240.00"),
        ("L46 hourly and flat window", card(euro("60"), TUESDAY_NIGHT["flat 120"]), ["420.00", "120.00", "4440.00"], "4980.00"),
        (
            "L47 fee in proportion to time",
            card(
                euro("60", fee=Decimal(20)),
                Window(Hours(TUESDAY, dt.time(0), dt.time(2)), euro("120", fee=Decimal(10))),
            ),
            ["420.00", "240.00", "4380.00", "19.76"],
            "5059.76",
        ),
    ],
)  # fmt: skip
def test_a_long_use(case: str, rates: RateCard, lines: list[str], total: str) -> None:
    bill = price(rates, USE)

    assert (amounts(bill), str(bill.total)) == (lines, total), case


def test_l45_without_a_base_rate_names_the_gap() -> None:
    with pytest.raises(MissingRate, match="machine: no base price"):
        price(card(None, TUESDAY_NIGHT["120/h"]), USE)


def test_l48_the_minimum_is_of_the_whole_session() -> None:
    least = Decimal(140)
    night = Window(Hours(since=dt.time(0), until=dt.time(8)), euro("10", minimum=least))

    bill = price(
        card(euro("35", minimum=least), night),
        session("2022-02-21T23:01:42", "2022-02-22T08:44:05"),
    )

    (line,) = bill.lines
    assert (line.rule.value, str(line.instead), str(line.amount)) == ("minimum", "139.72", "140.00")
    assert (line.start, line.end) == (at("2022-02-21T23:01:42"), at("2022-02-22T08:44:05"))


def test_l48_the_raw_amount_is_what_it_costs_without_a_minimum() -> None:
    night = Window(Hours(since=dt.time(0), until=dt.time(8)), euro("10"))

    bill = price(card(euro("35"), night), session("2022-02-21T23:01:42", "2022-02-22T08:44:05"))

    assert str(bill.total) == "139.72"


@pytest.mark.parametrize(
    ("second", "once", "total"),
    [
        ({"person": "ada", "project": "one", "account": "a"}, Once.PROJECT, "0.00"),
        ({"person": "ada", "project": "two", "account": "a"}, Once.PROJECT, "60.00"),
        ({"person": "ada", "project": "two", "account": "a"}, Once.ACCOUNT, "0.00"),
        ({"person": "bea", "project": "one", "account": "a"}, Once.PROJECT, "60.00"),
        ({"person": "bea", "project": "one", "account": "a"}, Once.ACCOUNT, "60.00"),
        ({"person": "bea", "project": "one", "account": "a"}, Once.WHOEVER, "0.00"),
    ],
)
def test_l49_a_day_is_paid_once(second: dict[str, str], once: Once, total: str) -> None:
    daily = card(euro("60", basis=Basis.DAILY), once=once)
    first = price(
        daily,
        session("2022-02-21T09:00", "2022-02-21T10:00", person="ada", project="one", account="a"),
    )

    bill = price(
        daily, session("2022-02-21T15:00", "2022-02-21T18:00", **second), Past(days=first.days)
    )

    assert (str(first.total), str(bill.total)) == ("60.00", total)


@pytest.mark.parametrize(
    ("start", "end", "zone", "hours"),
    [
        ("2022-03-13T01:00", "2022-03-13T03:00", NEW_YORK, "1.0000"),
        ("2022-11-06T00:00", "2022-11-06T02:00", NEW_YORK, "3.0000"),
        ("2026-03-29T01:00", "2026-03-29T03:00", ROME, "1.0000"),
        ("2026-10-25T01:00", "2026-10-25T03:00", ROME, "3.0000"),
    ],
)
def test_l50_hours_pass_whatever_the_clock_does(
    start: str, end: str, zone: ZoneInfo, hours: str
) -> None:
    bill = price(card(euro("60"), zone=zone), session(start, end, zone))

    assert (str(bill.lines[0].quantity), bill.total) == (hours, 60 * Decimal(hours))


@pytest.mark.parametrize(
    ("mode", "used", "minutes"),
    [
        (Mode.RESERVATION, ("13:15", "13:45"), 60),
        (Mode.RESERVATION, ("13:00", "14:15"), 60),
        (Mode.RESERVATION, ("13:15", "14:15"), 60),
        (Mode.USAGE, ("13:15", "13:45"), 30),
        (Mode.USAGE, ("13:00", "14:15"), 75),
        (Mode.USAGE, ("13:15", "14:15"), 60),
        (Mode.OVERAGE, ("13:15", "13:45"), 60),
        (Mode.OVERAGE, ("13:00", "14:15"), 75),
        (Mode.OVERAGE, ("13:15", "14:15"), 75),
    ],
)
def test_l51_what_a_mode_bills(mode: Mode, used: tuple[str, str], minutes: int) -> None:
    booked = [(at("2026-01-08T13:00"), at("2026-01-08T14:00"))]
    start, end = (at(f"2026-01-08T{time}") for time in used)

    billed = Session(billed_spans(mode, booked, [(start, end)]))

    assert billed.length == dt.timedelta(minutes=minutes)


REDUCED = {
    "reductions": (
        Reduction(Hours(frozenset(range(5)), dt.time(17)), Decimal(10), "evening"),
        Reduction(Hours(WEEKEND), Decimal(25), "weekend"),
    )
}


@pytest.mark.parametrize(
    ("start", "end", "lines", "total"),
    [
        ("2026-01-08T16:00", "2026-01-08T18:00", ["60.00", "54.00"], "114.00"),
        ("2026-01-09T16:00", "2026-01-10T02:00", ["60.00", "378.00", "90.00"], "528.00"),
    ],
)
def test_l52_evenings_and_weekends_cost_less(
    start: str, end: str, lines: list[str], total: str
) -> None:
    bill = price(card(euro("60"), **REDUCED), session(start, end))

    assert (amounts(bill), str(bill.total)) == (lines, total)


def test_l52_a_subsidy_is_a_share_of_the_price() -> None:
    rates = card(euro("60"), subsidy=Decimal(15), **REDUCED)

    bill = price(rates, session("2026-01-09T16:00", "2026-01-10T02:00"))

    assert (str(bill.subsidy), str(bill.total)) == ("132.00", "396.00")


@pytest.mark.parametrize(
    ("end", "total"), [("2026-01-08T12:29", "30.00"), ("2026-01-08T12:31", "31.00")]
)
def test_l53_minimum(end: str, total: str) -> None:
    bill = price(card(euro("60", minimum=Decimal(30))), session("2026-01-08T12:00", end))

    assert str(bill.total) == total


@pytest.mark.parametrize(
    ("start", "end", "total"),
    [
        ("2026-01-08T12:00:00", "2026-01-08T12:02:50", "2.00"),
        ("2026-01-08T12:00:10", "2026-01-08T12:00:20", "1.00"),
    ],
)
def test_l53_seconds_are_dropped(start: str, end: str, total: str) -> None:
    bill = price(card(euro("60"), rounding=Rounding.WHOLE_MINUTES), session(start, end))

    assert str(bill.total) == total


@pytest.mark.parametrize(
    ("notice", "full", "total"),
    [
        (dt.timedelta(hours=3), False, "0.00"),
        (dt.timedelta(hours=1), False, "0.00"),
        (dt.timedelta(minutes=30), False, "1.23"),
        (dt.timedelta(minutes=30), True, "60.00"),
    ],
)
def test_l54_cancelling(notice: dt.timedelta, full: bool, total: str) -> None:
    rule = Cancellation(dt.timedelta(hours=1), Decimal("1.23"), full)
    start, end = at("2026-01-08T13:00"), at("2026-01-08T14:00")

    bill = price_of_cancelling(card(euro("60"), cancellation=rule), [(start, end)], start - notice)

    assert str(bill.total) == total
