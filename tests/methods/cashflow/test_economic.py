import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    at_shadow_prices,
    economic_return,
    incremental,
    net_present_value,
    shadow_wage_factor,
    standard_conversion_factor,
)
from fucina.methods.errors import MethodError

amounts = st.lists(st.floats(0, 1e4), min_size=5, max_size=5)


def test_conversion_factors_weigh_each_line():
    lines = [[100.0, 10, 10], [0.0, 50, 50]]

    assert at_shadow_prices(lines, [0.8, 0.6]).tolist() == pytest.approx([80, 38, 38])
    assert at_shadow_prices(lines, [[1, 0], [0, 1]]).tolist() == lines


def test_economic_return_is_over_the_counterfactual():
    alone = economic_return([90, 8], [0, 130], 0.05, Timing.START)

    beside = economic_return(
        [100, 8],
        [20, 150],
        0.05,
        Timing.START,
        counterfactual_costs=[10, 0],
        counterfactual_benefits=[20, 20],
    )

    assert beside.enpv == pytest.approx(alone.enpv)
    assert beside.err == pytest.approx(alone.err)
    assert beside.benefit_cost_ratio == pytest.approx(alone.benefit_cost_ratio)
    assert beside.timing is Timing.START


@settings(deadline=None, max_examples=50)
@given(amounts, amounts, st.floats(0, 0.2), st.sampled_from(Timing))
def test_ratio_exceeds_one_just_where_the_net_value_is_positive(costs, benefits, rate, timing):
    costs = [1 + costs[0], *costs[1:]]

    found = economic_return(costs, benefits, rate, timing)

    assert found.enpv == pytest.approx(found.benefits - found.costs, abs=1e-6)
    if abs(found.enpv.item()) > 1e-6 * found.costs.item():
        assert (found.benefit_cost_ratio.item() > 1) == (found.enpv.item() > 0)


def test_uncertain_factors_give_a_distribution():
    factors = np.array([[0.5], [1.0], [0.75]])
    costs = at_shadow_prices([[100.0, 0]], factors)

    found = economic_return(costs, [0, 105], 0.05, Timing.START)

    assert found.enpv.tolist() == pytest.approx([50, 0, 25])


def test_incremental_flows_discount_to_the_difference():
    action, nothing = np.array([-100.0, 80, 80]), np.array([-10.0, 20, 10])

    difference = net_present_value(incremental(action, nothing), 0.03, Timing.END)

    both = net_present_value([action, nothing], 0.03, Timing.END)
    assert difference == pytest.approx(both[0] - both[1])


def test_factors_of_the_guides_have_their_limits():
    assert standard_conversion_factor(10, 10, 0, 0) == 1
    assert standard_conversion_factor(10, 10, 5, 0) < 1
    assert shadow_wage_factor(0, 0) == 1
    assert shadow_wage_factor(1, 0.3) == 0


@pytest.mark.parametrize(
    ("call", "culprit"),
    [
        (lambda: economic_return([0, 0], [1, 1], 0.05, Timing.END), "costs: present value"),
        (lambda: economic_return([-1, 0], [1, 1], 0.05, Timing.END), "costs"),
        (lambda: at_shadow_prices([[1.0, 2.0]], [1.0, 1.0]), r"\(1, 2\)"),
        (lambda: at_shadow_prices([[1.0, 2.0]], [-1.0]), "factors"),
        (lambda: shadow_wage_factor(1.2, 0), "unemployment"),
        (lambda: standard_conversion_factor(0, 0, 0), "no trade"),
        (lambda: incremental([1, 2], [1, 2, 3]), "with_project, counterfactual"),
    ],
)
def test_impossible_input_is_refused_by_name(call, culprit):
    with pytest.raises(MethodError, match=culprit):
        call()
