from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    dated_internal_rate_of_return,
    dated_internal_rates_of_draws,
    dated_internal_rates_of_return,
    dated_net_present_value,
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


def test_rate_of_many_rows_agrees_with_one_by_one(either_kernel):
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


def test_rate_of_an_extreme_loss_is_found(either_kernel):
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


def test_dated_rates_are_all_found():
    dates = [date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]

    found = dated_internal_rates_of_return([-100, 230, -132], dates)

    assert found.rates == pytest.approx((0.1, 0.2), abs=1e-12)


def test_dated_rates_of_yearly_flows_are_the_periodic_ones():
    dates = [date(2025 + t, 1, 1) for t in range(3)]  # none of the years is a leap year
    flows = [[-100.0, 30, 90], [-100.0, 230, -132], [1.0, 2, 3], [-100, 0, 50]]

    found = dated_internal_rates_of_draws(flows, dates)

    assert found.count.tolist() == [1, 2, 0, 1]
    assert found.rate == pytest.approx(internal_rate_of_return(flows), abs=1e-12, nan_ok=True)


def test_dates_need_no_order_and_may_repeat():
    dates = [date(2026, 1, 1), date(2025, 1, 1), date(2026, 1, 1)]

    assert dated_internal_rates_of_return([50, -100, 60], dates).rates == pytest.approx((0.1,))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.floats(-100, 100), min_size=2, max_size=6),
    st.lists(st.integers(0, 4000), min_size=6, max_size=6, unique=True),
)
def test_every_dated_rate_makes_the_present_value_zero(flows, days):
    dates = [date.fromordinal(738000 + day) for day in days[: len(flows)]]

    for rate in dated_internal_rates_of_return(flows, dates).rates:
        if -0.9 < rate < 10:
            worth = dated_net_present_value(flows, dates, rate)
            size = dated_net_present_value(np.abs(flows), dates, rate)
            assert abs(worth) < 1e-9 * size
