import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Repayment,
    Timing,
    cash_to_owners,
    debt_schedule,
    net_present_value,
    profitability,
    return_on_investment,
    return_on_own_capital,
    returns_of_partners,
)
from fucina.methods.errors import MethodError

PROJECT = {
    "revenue": [0.0, 40, 60, 60],
    "operating_cost": [5.0, 20, 25, 25],
    "residual_value": 30.0,
}


def test_return_on_investment_matches_the_guide_2008_table(example):
    case = example("cba2008_investment_costs")
    assets = -np.array(case["fixed_assets"]) - np.array(case["startup"])
    residual = np.array(case["residual_value"])

    found = return_on_investment(
        investment=assets + residual,
        revenue=np.zeros(10),
        operating_cost=np.zeros(10),
        residual_value=residual[-1],
        working_capital=case["nwc_change_published"],
        rate=0.05,
        timing=Timing.END,
    )

    assert found.flows.tolist() == case["total"]
    assert found.npv.item() == pytest.approx(case["pv_total_5pct_t_from_1"], rel=1e-12)


def test_grants_and_loans_leave_the_investment_and_reach_own_capital():
    plan = debt_schedule([50, 0, 0, 0], 0.06, periods=3, repayment=Repayment.ITALIAN)
    whole = return_on_investment(
        investment=[100, 0, 0, 0], **PROJECT, rate=0.04, timing=Timing.START
    )

    cash = cash_to_owners(**PROJECT, debt_service=plan.service)
    own = return_on_own_capital(
        own_capital=[50, 0, 0, 0], cash=cash, rate=0.04, timing=Timing.START
    )

    loan = net_present_value(plan.advances - plan.service, 0.04, Timing.START)
    assert own.npv == pytest.approx(whole.npv + loan)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.lists(st.floats(0, 100), min_size=4, max_size=4), min_size=2, max_size=4),
    st.lists(st.floats(0.01, 1), min_size=4, max_size=4),
)
def test_partners_add_up_to_own_capital(contributions, weights):
    shares = np.array(weights[: len(contributions)])
    shares = shares / shares.sum()
    cash = cash_to_owners(**PROJECT)

    parts = returns_of_partners(
        contributions=contributions, cash=cash, shares=shares, rate=0.05, timing=Timing.MIDDLE
    )

    whole = return_on_own_capital(
        own_capital=np.sum(contributions, axis=0), cash=cash, rate=0.05, timing=Timing.MIDDLE
    )
    assert sum(part.npv.item() for part in parts) == pytest.approx(whole.npv.item(), abs=1e-9)


def test_partner_who_pays_alone_earns_less_than_one_who_only_receives():
    payer, guest = returns_of_partners(
        contributions=[[100, 0, 0, 0], [0, 0, 0, 0]],
        cash=[0, 60, 60, 60],
        shares=[0.5, 0.5],
        rate=0.0,
        timing=Timing.END,
    )

    assert (payer.npv.item(), guest.npv.item()) == (-10, 90)
    assert guest.irr.count.item() == 0
    assert payer.names == ("FNPV(Kp 1)", "FRR(Kp 1)")


def test_draws_run_through_every_indicator():
    revenue = np.array([[0.0, 40, 60, 60], [0.0, 10, 10, 10]])

    found = return_on_investment(
        investment=[80, 0, 0, 0],
        revenue=revenue,
        operating_cost=0.0,
        residual_value=[0, 5],
        rate=[0.03, 0.05],
        timing=Timing.END,
    )

    assert found.npv.shape == found.irr.rate.shape == (2,)
    assert found.flows[:, -1].tolist() == [60, 15]
    assert "2 draws" in str(found)


@pytest.mark.parametrize(
    ("flows", "words"),
    [
        ([-100, 110], "IRR 10 %; first flow discounted 1 period"),
        ([1, 1], "IRR none; first flow discounted 1 period"),
        ([-100, 230, -132], "IRR not unique: 2 rates; first flow discounted 1 period"),
    ],
)
def test_printed_result_says_how_it_was_discounted(flows, words):
    assert str(profitability(flows, 0.04, Timing.END)).endswith(words)


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"investment": [-1, 0, 0, 0]}, "investment"),
        ({"revenue": [1, 2]}, r"revenue \(2,\)"),
        ({"residual_value": -1}, "residual_value"),
        ({"rate": -1}, "rate"),
        ({"operating_cost": np.nan}, "operating_cost"),
    ],
)
def test_impossible_investment_is_refused_by_name(change, culprit):
    rows = {**PROJECT, "investment": [1, 0, 0, 0], "rate": 0.04, **change}

    with pytest.raises(MethodError, match=culprit):
        return_on_investment(**rows, timing=Timing.END)


@pytest.mark.parametrize(
    ("shares", "culprit"), [([0.5, 0.6], "sum to 1"), ([1.0], "2 partners"), ([-1, 2], "shares")]
)
def test_impossible_shares_are_refused(shares, culprit):
    with pytest.raises(MethodError, match=culprit):
        returns_of_partners(
            contributions=np.zeros((2, 3)),
            cash=np.zeros(3),
            shares=shares,
            rate=0,
            timing=Timing.END,
        )
