from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from fucina.ui.fields.amounts import read_amount

AMOUNTS = st.decimals(Decimal("-9999999999.99"), Decimal("9999999999.99"), places=2)


@given(amount=AMOUNTS, language=st.sampled_from(["it", "en"]), grouped=st.booleans())
def test_amount_written_in_a_language_is_read_in_it(
    amount: Decimal, language: str, grouped: bool
) -> None:
    text = format_decimal(amount, "#,##0.00" if grouped else "0.00", language)

    assert read_amount(text, language) == amount


@given(amount=AMOUNTS, blank=st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_amount_may_carry_the_euro_on_either_side(amount: Decimal, blank: str) -> None:
    text = format_decimal(amount, "#,##0.00", "it")

    assert read_amount(f"€{blank}{text}", "it") == amount
    assert read_amount(f"{text}{blank}EUR", "it") == amount


@given(text=st.text(max_size=30), language=st.sampled_from(["it", "en"]))
def test_any_text_is_an_amount_or_nothing(text: str, language: str) -> None:
    amount = read_amount(text, language)

    assert amount is None or amount.is_finite()


@pytest.mark.parametrize(
    ("text", "italian", "english"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("12.50", "12.50", "12.50"),
        ("12,50", "12.50", "12.50"),
        ("1.234.567", "1234567", "1234567"),
        ("1.234,56", "1234.56", "1234.56"),
        ("1,234.56", "1234.56", "1234.56"),
        ("0.500", "0.500", "0.500"),
        ("1 250,00", "1250", "1250"),
        ("-5", "-5", "-5"),
    ],
)
def test_only_what_could_be_two_amounts_depends_on_the_language(
    text: str, italian: str, english: str
) -> None:
    assert read_amount(text, "it") == Decimal(italian)
    assert read_amount(text, "en") == Decimal(english)


@pytest.mark.parametrize(
    "text", ["", "€", "1.23.4", "12,3,4", "1,,2", "NaN", "1e5", "due", "١٢", "--5"]
)
def test_what_is_no_amount_is_not_read(text: str) -> None:
    assert read_amount(text, "it") is None
