import numpy as np
import pytest

from fucina.methods.cashflow import (
    Timing,
    cumulated,
    discounted_payback_period,
    funding_gap,
    payback_period,
    residual_value_straight_line,
    sustainability,
    sustainability_of_draws,
    switching_value,
)
from fucina.methods.errors import MethodError

ROWS = (
    "financial_resources",
    "operating_revenues",
    "operating_costs",
    "investment_costs",
    "interest",
    "loan_reimbursement",
    "taxes",
)


def test_funding_gap_matches_the_worked_example(example):
    case, result = example("funding_gap")["example"], example("funding_gap")["result"]

    gap = funding_gap(
        -np.array(case["capex"]),
        case["revenue"],
        -np.array(case["opex"]),
        residual_value=case["residual"],
        eligible_cost=case["eligible_cost"],
        cofinancing_rate=case["max_cofinancing"],
        discount_rate=case["rate"],
    )

    found = [gap.dic, gap.dnr, gap.rate, gap.decision_amount, gap.grant]
    expected = [result[k] for k in ("DIC", "DNR", "R", "decision_amount", "grant")]
    assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("revenue", "cost", "rate"), [(500, 0, 0.0), (0, 500, 1.0)])
def test_funding_gap_rate_stays_within_zero_and_one(revenue, cost, rate):
    gap = funding_gap(
        [100, 0],
        [0, revenue],
        [0, cost],
        residual_value=0,
        eligible_cost=100,
        cofinancing_rate=0.5,
        discount_rate=0.04,
    )

    assert gap.rate == rate


def test_funding_gap_with_signed_costs_is_refused():
    with pytest.raises(MethodError, match="investment"):
        funding_gap(
            [-100],
            [0],
            [0],
            residual_value=0,
            eligible_cost=1,
            cofinancing_rate=1,
            discount_rate=0,
        )


def test_sustainability_of_the_guide_2008_box(example):
    case = example("cba2008_sustainability")
    net = np.sum([case[row] for row in ROWS], axis=0)

    result = sustainability(net)

    assert result.cumulated.tolist() == pytest.approx(case["cumulated"], abs=1e-9)
    assert (result.first_negative, result.sustainable) == (6, False)
    assert result.lowest == pytest.approx(-12.6)


def test_sustainability_of_draws_counts_each_year(example):
    case = example("cba2008_sustainability")
    net = np.sum([case[row] for row in ROWS], axis=0)

    found = sustainability_of_draws([net, net + np.array([20.0] + [0.0] * 9)])

    assert found.first_negative.tolist() == [6, -1]
    assert found.lowest.tolist() == pytest.approx([-12.6, 7.4])
    assert (found.shortfall.value, found.shortfall.se) == (0.5, pytest.approx(0.5 / 2**0.5))
    assert [year.value for year in found.by_period] == [0] * 6 + [0.5] * 3 + [0]


def test_cumulated_runs_along_each_draw():
    assert cumulated([[1, 2], [3, -4]]).tolist() == [[1, 3], [3, -1]]


def test_payback_of_each_draw():
    periods = payback_period([[-100, 50, 50, 9], [-100, 10, 10, 10], [5, 1, 1, 1]])

    assert periods.tolist() == pytest.approx([2.0, np.nan, 0.0], nan_ok=True)


def test_discounted_payback_comes_later():
    flows = [-100, 50, 50, 50]

    discounted = discounted_payback_period(flows, [0.0, 0.1, 0.5], Timing.END)

    assert discounted.tolist() == pytest.approx(
        [2.0, 2 + (100 - 50 / 1.1 - 50 / 1.21) / (50 / 1.331), np.nan], nan_ok=True
    )


def test_payback_forgives_rounding():
    assert payback_period([-0.3, 0.1, 0.1, 0.1]).item() == pytest.approx(3.0)


def test_residual_value_never_falls_below_zero():
    assert residual_value_straight_line(100, 10, [0, 4, 12]).tolist() == [100, 60, 0]


def test_switching_value_matches_the_guide_2014_example():
    assert switching_value(200, -1000).item() == 0.2


def test_switching_value_of_nothing_is_refused():
    with pytest.raises(MethodError):
        switching_value(200, 0)
