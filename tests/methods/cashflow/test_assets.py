import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    net_present_value,
    residual_value_of_remaining_flows,
    residual_value_perpetuity,
    working_capital,
    working_capital_in_days,
)
from fucina.methods.errors import MethodError


def test_working_capital_of_the_guide_2008_table(example):
    case = example("cba2008_investment_costs")

    found = working_capital(case["current_assets"], case["current_liabilities"])

    assert found.flow.tolist() == case["nwc_change_published"]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.floats(0, 1e6), min_size=4, max_size=4),
    st.lists(st.floats(0, 1e6), min_size=4, max_size=4),
)
def test_released_working_capital_comes_back_whole(assets, liabilities):
    kept = working_capital(assets, liabilities)
    released = working_capital(assets, liabilities, released=True)

    assert kept.flow.sum() == pytest.approx(-(assets[-1] - liabilities[-1]), abs=1e-6)
    assert released.flow.sum() == pytest.approx(0, abs=1e-6)


def test_working_capital_in_days_of_a_year_is_a_year_of_sales():
    found = working_capital_in_days([100, 200], [50, 50], receivable_days=365, payable_days=73)

    assert found.net.tolist() == [90, 190]


def test_remaining_flows_are_discounted_to_the_end_of_the_horizon():
    value = residual_value_of_remaining_flows(10.0, 0.04, 7, growth=0.02)

    flows = 10 * 1.02 ** np.arange(7)
    assert value == pytest.approx(net_present_value(flows, 0.04, Timing.END))


@pytest.mark.parametrize("timing", Timing)
def test_long_remaining_life_tends_to_a_perpetuity(timing):
    long = residual_value_of_remaining_flows(10.0, 0.05, 2000, growth=0.01, timing=timing)

    assert long == pytest.approx(residual_value_perpetuity(10.0, 0.05, growth=0.01, timing=timing))


def test_loss_making_remainder_is_worth_nothing():
    assert residual_value_of_remaining_flows([-5.0, 5.0], 0.05, 3)[0] == 0


@pytest.mark.parametrize(
    ("call", "culprit"),
    [
        (lambda: residual_value_perpetuity(1, 0.02, growth=0.02), "growth"),
        (lambda: residual_value_of_remaining_flows(1, 0.02, -1), "years"),
        (lambda: working_capital([-1], [0]), "current_assets"),
        (
            lambda: working_capital_in_days([1], [1], receivable_days=-1, payable_days=0),
            "receivable",
        ),
    ],
)
def test_impossible_asset_is_refused_by_name(call, culprit):
    with pytest.raises(MethodError, match=culprit):
        call()
