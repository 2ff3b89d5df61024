import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Repayment,
    Timing,
    annuity,
    debt_schedule,
    debt_service_cover,
    net_present_value,
)
from fucina.methods.errors import MethodError


def test_french_instalments_are_the_annuity():
    plan = debt_schedule([1000, 0, 0, 0], 0.05, periods=3)

    assert plan.service[1:].tolist() == pytest.approx([annuity(1000, 0.05, 3).item()] * 3)
    assert plan.interest[1] == 50
    assert plan.balance[-1] == pytest.approx(0, abs=1e-9)


def test_italian_principal_is_level():
    plan = debt_schedule([900, 0, 0, 0], 0.1, periods=3, repayment=Repayment.ITALIAN)

    assert plan.principal.tolist() == [0, 300, 300, 300]
    assert plan.interest.tolist() == pytest.approx([0, 90, 60, 30])


def test_bullet_is_repaid_at_the_last():
    plan = debt_schedule([900, 0, 0, 0], 0.1, periods=3, repayment=Repayment.BULLET)

    assert plan.service.tolist() == pytest.approx([0, 90, 90, 990])


def test_loan_of_the_guide_2008_box_is_repaid_evenly(example):
    case = example("cba2008_sustainability")
    advances = np.zeros(10)
    advances[3] = case["financial_resources"][3]

    plan = debt_schedule(advances, 0.02, periods=5, repayment=Repayment.ITALIAN)

    assert (-plan.principal).tolist() == case["loan_reimbursement"]
    assert -plan.interest[4] == case["interest"][4]


def test_grace_pays_interest_only_or_adds_it_to_the_loan():
    paid = debt_schedule([100, 0, 0, 0, 0], 0.1, periods=2, grace=2)
    added = debt_schedule([100, 0, 0, 0, 0], 0.1, periods=2, grace=2, capitalise=True)

    assert paid.service[:3].tolist() == [0, 10, 10]
    assert added.balance[:3].tolist() == pytest.approx([100, 110, 121])
    assert added.service[3] == pytest.approx(annuity(121, 0.1, 2).item())


def test_each_draw_has_its_rate():
    plan = debt_schedule([100, 0, 0], np.array([0.0, 0.1]), periods=2)

    level = annuity(100, 0.1, 2).item()
    expected = [[0, 50, 50], [0, level, level]]
    np.testing.assert_allclose(plan.service, expected, rtol=1e-12)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.floats(0, 1e6), min_size=1, max_size=4),
    st.floats(0, 0.3),
    st.integers(1, 10),
    st.integers(0, 3),
    st.sampled_from(Repayment),
    st.booleans(),
)
def test_service_is_worth_the_advances_at_the_loan_rate(
    advances, rate, periods, grace, repayment, capitalise
):
    drawn = np.zeros(20)
    drawn[: len(advances)] = advances
    drawn[0] += 1

    plan = debt_schedule(
        drawn, rate, periods=periods, repayment=repayment, grace=grace, capitalise=capitalise
    )

    given_away = net_present_value(drawn, rate, Timing.START).item()
    assert net_present_value(plan.service, rate, Timing.START).item() == pytest.approx(given_away)
    assert plan.balance[-1] == pytest.approx(0, abs=1e-6 * given_away)
    assert (plan.balance >= -1e-6 * given_away).all()


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"advances": [0, 0, 0]}, "advances"),
        ({"advances": [-1, 0, 0]}, "advances"),
        ({"periods": 0}, "periods"),
        ({"periods": 3}, "last instalment"),
        ({"grace": -1}, "grace"),
        ({"rate": -1.0}, "rate"),
        ({"rate": [0.1, 0.2], "advances": [[1, 0, 0]] * 3}, "advances, rate"),
    ],
)
def test_impossible_loan_is_refused_by_name(change, culprit):
    terms = {"advances": [100, 0, 0], "rate": 0.1, "periods": 2, **change}

    with pytest.raises(MethodError, match=culprit):
        debt_schedule(**terms)


def test_cover_is_cash_over_service():
    cover = debt_service_cover([12.0, 0, 5], [10, 5, 0])

    assert cover.tolist() == pytest.approx([1.2, 0.0, np.nan], nan_ok=True)


def test_annuity_paid_ahead_is_one_period_of_interest_less():
    assert annuity(100, 0.1, 5, Timing.START) * 1.1 == pytest.approx(annuity(100, 0.1, 5))
