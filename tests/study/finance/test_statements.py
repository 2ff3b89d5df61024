"""The statements of the proposed combination: they balance, and cash never falls below nothing."""

import numpy as np
import pytest

from fucina.methods.cashflow import net_present_value
from fucina.study.evaluation.combination import plan
from fucina.study.evaluation.plain import TIMING
from fucina.study.evaluation.tableau import tableau
from fucina.study.finance.partners import partners
from fucina.study.finance.position import Position, position
from fucina.study.finance.returns import bridge
from fucina.study.finance.statements import AFTER, BEFORE, Statements, monthly
from fucina.study.result import Result
from fucina.study.sampling import Sample
from fucina.study.schema import Study


@pytest.fixture(scope="module", params=["example", "torino"])
def stand(request: pytest.FixtureRequest) -> Position:
    study: Study = request.getfixturevalue(request.param)
    whole = plan(study)
    return position(tableau(whole.only([whole.ranked[0]]), Sample(study, 80, 6)), 0)


def test_the_balance_sheet_balances_in_every_draw_and_year(stand: Position) -> None:
    sheet = Statements(stand).balance

    apart = np.abs(sheet["assets"] - sheet["liabilities"])

    assert float(apart.max()) < 1e-6 * float(sheet["assets"].max())


def test_cash_never_falls_below_nothing_and_follows_from_its_flows(stand: Position) -> None:
    cash = Statements(stand).cash

    assert float(cash["cash"].min()) > -1e-6
    assert np.cumsum(cash["net"], axis=1) == pytest.approx(cash["cash"], abs=1e-3)


def test_partners_add_no_more_than_is_needed(stand: Position) -> None:
    """Where partners add something, the year ends with nothing in hand."""
    asked = stand.calls > 1e-6

    assert float(stand.cash[asked].max(initial=0.0)) < 1e-3


def test_the_bridge_ends_with_operation_and_leaves_what_must_be_given(stand: Position) -> None:
    """Draw by draw, year by year, in plain Python."""
    years, lasting, interest = [], [], []
    rates = stand.table.sample.parameter("bridge-rate")
    for flow, opening, rate in zip(stand.flows.cash_flow, stand.flows.opening, rates, strict=True):
        cash, count, lent = 0.0, 0, 0.0
        for year, amount in enumerate(flow):
            cash += float(amount)
            if cash < 0 and year < opening + stand.table.horizon:
                count, lent = count + 1, lent - cash
        years.append(count)
        lasting.append(max(0.0, -cash))
        interest.append(lent * float(rate))

    found = bridge(stand)

    assert found.years.mean == pytest.approx(np.mean(years))
    assert found.years.p95 <= stand.flows.opening.max() + stand.table.horizon + 1
    assert found.lasting.mean == pytest.approx(np.mean(lasting))
    assert found.cost.mean == pytest.approx(np.mean(interest))
    assert found.recovers.value == pytest.approx(np.mean([one == 0 for one in lasting]))
    assert found.lasting.p95 <= found.need.p95


def test_loans_are_paid_back(stand: Position) -> None:
    _, principal, owed = stand.debt

    assert principal.sum(axis=1) == pytest.approx(stand.lent.sum(axis=1), rel=1e-9, abs=1e-3)
    assert owed[:, -1] == pytest.approx(np.zeros(stand.table.n), abs=1e-3)


def test_sources_never_pass_the_investment(stand: Position) -> None:
    private = sum(amounts.sum(axis=0) for _, amounts in stand.private.values())
    total = stand.gifts.sum(axis=0) + private

    assert bool((total <= stand.flows.capital * (1 + 1e-9)).all())


def test_partners_put_in_what_each_source_and_call_says(stand: Position) -> None:
    form = str(stand.table.plan.combinations[0].form)
    found = partners(stand, form)
    calls = net_present_value(stand.calls, stand.table.common.rate, TIMING)

    assert sum(p.quota for p in found) == pytest.approx(1)
    assert sum(p.money_share.value for p in found) == pytest.approx(1)
    assert sum(p.calls.mean for p in found) == pytest.approx(float(calls.mean()), rel=1e-6)


def test_months_around_the_opening_sum_to_the_works_and_three_years(stand: Position) -> None:
    months, rows = monthly(stand)
    mean = {row.name: np.array(row.mean) for row in rows}
    cash = (stand.flows.capital - stand.flows.in_kind.sum(axis=1)).mean()

    assert (months[0], months[-1], len(months)) == (-BEFORE, AFTER - 1, BEFORE + AFTER)
    assert -mean["investment"].sum() == pytest.approx(cash, rel=1e-6)
    assert mean["cumulated"][-1] == pytest.approx(mean["net"].sum(), rel=1e-6)


def test_the_result_tells_every_year_of_the_statements(torino_result: Result) -> None:
    finance = torino_result.finance

    for statement in (finance.income, finance.cash, finance.balance):
        assert {len(row.mean) for row in statement} == {len(finance.years)}
    assets = next(row for row in finance.balance if row.name == "assets")
    owed = next(row for row in finance.balance if row.name == "liabilities")
    assert assets.mean == pytest.approx(owed.mean, rel=1e-6)
