from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from fucina.methods.cashflow import (
    Timing,
    annuity,
    dated_net_present_value,
    dated_net_present_values,
    discount_factors,
    modified_internal_rate_of_return,
    net_present_value,
)
from fucina.methods.errors import MethodError


def cases(example, kind):
    return [case for case in example("finance_basic") if case["kind"] == kind]


def test_npv_matches_spreadsheet_examples(example):
    [end] = cases(example, "npv_excel")
    [start] = cases(example, "npv_excel_t0")

    at_end = net_present_value(end["cashflow_t1"], end["rate"], Timing.END)
    at_start = net_present_value(
        [start["initial"], *start["cashflow_t1"]], start["rate"], Timing.START
    )

    assert at_end.item() == pytest.approx(end["value"], rel=1e-12)
    assert at_start.item() == pytest.approx(start["value"], rel=1e-11)


def test_npv_of_the_guide_2008_investment_table(example):
    case = example("cba2008_investment_costs")

    values = net_present_value(case["total"], [0.04, 0.05], Timing.END)

    expected = [case["pv_total_4pct_t_from_1"], case["pv_total_5pct_t_from_1"]]
    assert values.tolist() == pytest.approx(expected, rel=1e-12)


def test_npv_timings_differ_by_powers_of_the_factor():
    start, middle, end = (
        net_present_value([-100, 80, 60], 0.1, timing).item() for timing in Timing
    )

    assert middle == pytest.approx(start / 1.1**0.5, rel=1e-12)
    assert end == pytest.approx(start / 1.1, rel=1e-12)


def test_npv_of_normal_flows_matches_hillier(example):
    case = example("npv_normal_analytic")
    mu, sd = np.array(case["mu"]), np.array(case["sd"])
    factors = discount_factors(case["rate"], mu.size, Timing.START)

    mean = net_present_value(mu, case["rate"], Timing.START).item()
    independent = np.sqrt(np.sum((sd * factors) ** 2))
    correlated = float(sd @ factors)

    assert mean == pytest.approx(case["mean"], rel=1e-12)
    assert ndtr(-mean / independent) == pytest.approx(case["p_neg_independent"], rel=1e-9)
    assert ndtr(-mean / correlated) == pytest.approx(case["p_neg_perfect"], rel=1e-9)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12),
    st.floats(-0.5, 1.0),
    st.sampled_from(Timing),
)
def test_npv_equals_sum_of_discounted_flows(flows, rate, timing):
    factors = discount_factors(rate, len(flows), timing)

    value = net_present_value(flows, rate, timing).item()

    scale = float(np.abs(flows) @ factors) + 1
    assert value == pytest.approx(float(np.dot(flows, factors)), abs=1e-12 * scale)


def test_npv_broadcasts_a_rate_for_each_draw():
    flows = np.array([[-100.0, 110.0], [-100.0, 120.0]])

    assert net_present_value(flows, [0.1, 0.2], Timing.START).tolist() == pytest.approx(
        [0.0, 0.0], abs=1e-12
    )


@pytest.mark.parametrize(
    ("flows", "rate"),
    [([1, np.inf], 0.1), ([1, 2], -1.0), (3.0, 0.1), ([[1, 2]] * 2, [0.1, 0.2, 0.3])],
)
def test_npv_with_impossible_input_is_refused(flows, rate):
    with pytest.raises(MethodError):
        net_present_value(flows, rate, Timing.START)


def test_xnpv_matches_the_spreadsheet_example(example):
    [case] = cases(example, "xnpv")
    dates = [date.fromisoformat(day) for day in case["dates"]]

    value = dated_net_present_value(case["cashflow"], dates, case["rate"])

    assert value == pytest.approx(case["value"], rel=1e-12)


def test_xnpv_of_draws_has_each_its_rate(example):
    [case] = cases(example, "xnpv")
    dates = [date.fromisoformat(day) for day in case["dates"]]

    values = dated_net_present_values([case["cashflow"]] * 2, dates, [case["rate"], 0.0])

    assert values.tolist() == pytest.approx([case["value"], sum(case["cashflow"])])


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=8), st.floats(-0.3, 0.5), st.floats(-9, 9)
)
def test_npv_is_linear_and_a_period_later_is_a_factor_less(flows, rate, scale):
    base = net_present_value(flows, rate, Timing.START).item()

    scaled = net_present_value(np.array(flows) * scale, rate, Timing.START).item()
    later = net_present_value([0.0, *flows], rate, Timing.START).item()

    size = 1 + float(np.abs(flows).sum()) * 1.5 ** len(flows) * 10
    assert scaled == pytest.approx(base * scale, abs=1e-12 * size)
    assert later == pytest.approx(base / (1 + rate), abs=1e-12 * size)


def test_mirr_takes_a_rate_for_each_draw():
    flows = [[-100, 0, 121], [-100, 0, 144]]

    rates = modified_internal_rate_of_return(flows, 0.05, [0.0, 0.1])

    assert rates.tolist() == pytest.approx([0.1, 0.2])


def test_timing_says_what_it_does():
    assert [str(timing) for timing in Timing] == [
        "first flow discounted 0 periods",
        "first flow discounted 0.5 periods",
        "first flow discounted 1 period",
    ]


def test_mirr_matches_published_examples(example):
    for case in cases(example, "mirr"):
        value = modified_internal_rate_of_return(
            case["cashflow"], case["finance_rate"], case["reinvest_rate"]
        )

        assert value.item() == pytest.approx(case["value"], abs=1e-12)


def test_annuity_repays_its_present_value(example):
    [case] = cases(example, "annuity_factor")

    payment = annuity(1000, case["rate"], case["years"]).item()

    assert 1000 / payment == pytest.approx(case["value"], rel=1e-12)
