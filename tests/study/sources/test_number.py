"""Numbers in Italian and in English writing: what can be read in two ways is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fucina.study.sources.number import Ambiguous, Decimal, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1234", 1234),
        ("1234.5", 1234.5),
        ("1234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1 234,5", 1234.5),
        ("1’234.5", 1234.5),
        ("1\u00a0234", 1234),
        ("-3,25", -3.25),
        ("−3", -3),
        ("1.5e3", 1500),
        (" 6,25 ", 6.25),
        ("0,1234", 0.1234),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["1.234", "12,345", "-1.000"])
def test_what_can_be_read_in_two_ways_is_not_guessed(text: str) -> None:
    with pytest.raises(Ambiguous):
        number(text)


def test_the_sign_can_be_told() -> None:
    assert number("1.234", "point") == 1.234
    assert number("1.234", "comma") == 1234
    assert number("1.234", point_sure=True) == 1.234


@pytest.mark.parametrize(
    "text", ["", "abc", "1,2,3", "1.2.3", "1.23,4", "12 34", "nan", "inf", "1e", "--1", "=1+1", "1234,567.8"]
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        number(text)


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["point", "comma"]),
)
def test_written_and_read_again(value: object, decimal: Decimal) -> None:
    english = f"{value:,.2f}"
    written = english.translate(str.maketrans(",.", ".,")) if decimal == "comma" else english

    assert number(written, decimal) == float(f"{value}")
    assert number(written) == float(f"{value}")  # two decimals can be read in one way only
