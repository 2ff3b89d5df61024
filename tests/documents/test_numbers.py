import datetime as dt
from decimal import Decimal

import numpy as np
import pytest

from fucina.documents.numbers import (
    MINUS,
    NBSP,
    NOTHING,
    date,
    millions,
    money,
    number,
    percent,
    quantity,
)
from fucina.documents.text import Language


@pytest.mark.parametrize(("language", "expected"), [("it", "1.234,5"), ("en", "1,234.5")])
def test_number_follows_the_language(language: Language, expected: str) -> None:
    assert number(1234.5, language, 1) == expected


@pytest.mark.parametrize(("language", "expected"), [("it", f"12,3{NBSP}M€"), ("en", "€12.3M")])
def test_millions_follow_the_language(language: Language, expected: str) -> None:
    assert millions(12_345_678, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("it", f"{MINUS}1.234{NBSP}€"), ("en", f"{MINUS}€1,234")]
)
def test_negative_money_has_a_true_minus(language: Language, expected: str) -> None:
    assert money(-1234, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("it", f"{MINUS}3,1{NBSP}M€"), ("en", f"{MINUS}€3.1M")]
)
def test_negative_millions_have_a_true_minus(language: Language, expected: str) -> None:
    assert millions(-3.1e6, language) == expected


def test_percent_multiplies_a_share() -> None:
    assert percent(0.125, "it", 1) == "12,5%"


@pytest.mark.parametrize(("language", "expected"), [("it", "3 marzo 2028"), ("en", "3 March 2028")])
def test_date_follows_the_language(language: Language, expected: str) -> None:
    assert date(dt.date(2028, 3, 3), language) == expected


@pytest.mark.parametrize(
    ("x", "unit", "language", "expected"),
    [
        (1250, "m2", "it", f"1.250{NBSP}m²"),
        (12, "EUR/m2", "it", f"12{NBSP}€/m²"),
        (12, "EUR/m2", "en", "€12/m²"),
        (5, "EUR/year", "it", f"5{NBSP}€/anno"),
        (5, "EUR/year", "en", "€5/year"),
        (2, "h/year", "it", f"2{NBSP}h/anno"),
        (1, "person", "it", f"1{NBSP}persona"),
        (3, "person", "en", f"3{NBSP}people"),
        (4, "FTE", "it", f"4{NBSP}ETP"),
        (0.2, "share", "en", "20%"),
        (7, "1", "it", "7"),
        (7, "barrel", "it", f"7{NBSP}barrel"),
    ],
)
def test_quantity_names_its_unit(x: float, unit: str, language: Language, expected: str) -> None:
    assert quantity(x, unit, language) == expected


@pytest.mark.parametrize("nothing", [None, float("nan"), float("inf"), np.float64("nan")])
def test_nothing_is_a_dash(nothing: float | None) -> None:
    written = [
        number(nothing, "it"),
        money(nothing, "it"),
        millions(nothing, "en"),
        percent(nothing, "en"),
        quantity(nothing, "m2", "it"),
        date(None, "it"),
    ]

    assert written == [NOTHING] * 6


@pytest.mark.parametrize(("x", "expected"), [(-0.04, "0"), (0.5, "1"), (1.5, "2"), (2.5, "3")])
def test_number_rounds_half_away_from_zero_without_a_negative_zero(x: float, expected: str) -> None:
    assert number(x, "en") == expected


def test_decimal_is_rounded_from_its_own_digits() -> None:
    assert money(Decimal("2.675"), "en", digits=2) == "€2.68"
