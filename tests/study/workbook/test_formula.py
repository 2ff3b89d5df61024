import doctest

import pytest

from fucina.study.workbook import book, formula
from fucina.study.workbook.formula import least, minus, most, over, plus, times


@pytest.mark.parametrize("module", [book, formula])
def test_examples_of_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (times("a+b", "c"), "(a+b)*c"),
        (times(), "1"),
        (times("MAX(a+b,0)", "c"), "MAX(a+b,0)*c"),
        (times("'Cash flow'!A1", "b-c"), "'Cash flow'!A1*(b-c)"),
        (plus("0", "0"), "0"),
        (minus("a", "b-c"), "a-(b-c)"),
        (over("a+b", "c"), "(a+b)/c"),
        (over("a", "b*c"), "a/(b*c)"),
        (over("a", "1"), "a"),
        (least("a", "a"), "a"),
        (most("a", "b"), "MAX(a,b)"),
    ],
)
def test_parts_are_closed_where_they_must_be(found: str, wanted: str) -> None:
    assert found == wanted
