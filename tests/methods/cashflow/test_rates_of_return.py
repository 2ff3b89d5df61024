from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    dated_internal_rate_of_return,
    internal_rate_of_return,
    internal_rates_of_return,
    net_present_value,
)
from fucina.methods.errors import MethodError


def test_rates_contain_every_published_one(example):
    for case in (case for case in example("finance_basic") if case["kind"] == "irr"):
        result = internal_rates_of_return(case["cashflow"])

        nearest = min(result.rates, key=lambda rate: abs(rate - case["value"]))
        assert nearest == pytest.approx(case["value"], abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0.25, 4.0), min_size=1, max_size=4, unique=True))
def test_rates_of_a_polynomial_built_from_its_roots_are_those_roots(factors):
    factors = sorted(factors)
    if any(b - a < 0.05 for a, b in pairwise(factors)):
        return
    flows = np.polynomial.polynomial.polyfromroots(factors)

    result = internal_rates_of_return(flows)

    assert list(result.rates) == pytest.approx(sorted(1 / x - 1 for x in factors), abs=1e-7)
    assert result.status == ("unique" if len(factors) == 1 else "several")


def test_rates_of_a_curve_that_touches_zero_are_found_once():
    result = internal_rates_of_return([1, -2.2, 1.21])

    assert result.rates == pytest.approx((0.1,))


@pytest.mark.parametrize("flows", [[1, 2, 3], [0, 0], [5], [1, -1, 1]])
def test_rates_of_flows_without_a_root_are_none(flows):
    assert internal_rates_of_return(flows).status == "none"


def test_rate_of_many_rows_agrees_with_one_by_one():
    rng = np.random.default_rng(8)
    flows = np.column_stack([-rng.uniform(50, 500, 300), rng.uniform(-10, 60, (300, 15))])

    rates = internal_rate_of_return(flows)

    for rate, row in zip(rates, flows, strict=True):
        single = internal_rates_of_return(row)
        expected = single.rates[0] if single.status == "unique" else np.nan
        assert rate == pytest.approx(expected, abs=1e-11, nan_ok=True)


@settings(deadline=None, max_examples=60)
@given(
    st.floats(1, 1e6), st.lists(st.floats(0, 1e6), min_size=1, max_size=30), st.floats(1e-3, 1e6)
)
def test_rate_makes_the_present_value_zero(outlay, returns, last):
    flows = np.array([-outlay, *returns, last])

    [rate] = internal_rate_of_return(flows[None])

    factors = (1 + rate) ** -np.arange(flows.size, dtype=float)
    value = net_present_value(flows, rate, Timing.START).item()
    assert abs(value) <= 1e-9 * float(np.abs(flows) @ factors)


def test_rate_of_an_extreme_loss_is_found():
    [rate] = internal_rate_of_return([[-1e6, *[0] * 39, 1e-3]])

    assert rate == pytest.approx(1e-9 ** (1 / 40) - 1, rel=1e-12)


def test_xirr_matches_the_spreadsheet_example(example):
    [case] = [case for case in example("finance_basic") if case["kind"] == "xirr"]
    dates = [date.fromisoformat(day) for day in case["dates"]]

    rate = dated_internal_rate_of_return(case["cashflow"], dates)

    assert rate == pytest.approx(case["value"], abs=1e-9)


def test_xirr_of_flows_that_turn_twice_is_refused():
    dates = [date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]

    with pytest.raises(MethodError, match="change sign 2 times"):
        dated_internal_rate_of_return([-100, 230, -132], dates)
