"""Accounts: the money of a run, as its result tells it."""

import numpy as np

from fucina.methods.cashflow import internal_rates_of_return
from fucina.study.decision.drivers import drivers
from fucina.study.evaluation.combination import Combination as Combined
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.evaluation.plain import TIMING, Yearly
from fucina.study.evaluation.tableau import tableau
from fucina.study.finance.lines import demand_checks, lines, schools
from fucina.study.finance.partners import partners, sources
from fucina.study.finance.portfolio import portfolio
from fucina.study.finance.position import Position, position
from fucina.study.finance.returns import bridge, returns
from fucina.study.finance.statements import Statements, monthly, rows
from fucina.study.funding import core_sources
from fucina.study.result.finance import Band, Combination, Finance, Planned
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats, Part, Sample
from fucina.study.schema import Strategy, Study
from fucina.study.strategy import programme

MONTHLY_DRAWS = 2_000
"""How many draws the months are averaged over."""


def accounts(evaluation: Evaluation, place: int) -> Finance:
    """The money of a run: combinations in short, the one at ``place`` in full, year by year."""
    study, sample = evaluation.study, evaluation.sample
    chosen = evaluation.plan.combinations[place]
    only = evaluation.plan.only([place])
    stand = position(tableau(only, sample), 0)
    statements = Statements(stand)
    net = evaluation.indicator("net_cost", place)
    years = study.header.horizon_years + int(np.ceil(np.median(evaluation.opening(place)) / 12))
    counts, edges = np.histogram(net, bins=40)
    irr = internal_rates_of_return(_net(stand.flows).mean(axis=0))
    fewer = Part(sample, 0, min(MONTHLY_DRAWS, sample.draws))
    months, by_month = monthly(position(tableau(only, fewer), 0))
    return Finance(
        timing=TIMING.label,
        discount_rate=study.need("parameters", "discount-rate").value,
        years=[study.header.first_year + t for t in range(years)],
        combinations=[_combination(evaluation, i) for i in _told(evaluation, chosen)],
        recommended=_bands(stand, years),
        income=rows(statements.income, years),
        cash=rows(statements.cash, years),
        balance=rows(statements.balance, years),
        months=months,
        monthly=by_month,
        lines=lines(stand),
        partners=partners(stand, str(chosen.form)),
        sources=sources(stand),
        returns=returns(stand),
        bridge=bridge(stand),
        schools=schools(stand),
        demand=demand_checks(stand),
        portfolio=portfolio(evaluation, place),
        net_cost_histogram_edges=edges.tolist(),
        net_cost_histogram_counts=counts.tolist(),
        drivers=drivers(sample, net),
        planned=[
            _planned(study, strategy, sample) for strategy in study.strategies if strategy.services
        ],
        irr_status=irr.status,
        irr=list(irr.rates),
    )


def _told(evaluation: Evaluation, chosen: Combined) -> list[int]:
    """The baselines, every alternative under the proposed strategy and form, and the proposed alternative
    under the other strategies."""
    found = []
    for i, c in enumerate(evaluation.plan.combinations):
        same = c.strategy == chosen.strategy or c.alternative.id == chosen.alternative.id
        if c.alternative.baseline or (c.form == chosen.form and same):
            found.append(i)
    return found


def _net(flows: Yearly) -> Floats:
    """Yearly net flow on total capital, before any grant (n, T)."""
    spent = flows.investment + flows.setup + flows.of_kind("renewal") + flows.running
    return np.asarray(flows.income + flows.residual - spent)


def _combination(evaluation: Evaluation, place: int) -> Combination:
    combination = evaluation.plan.combinations[place]

    def of(name: str) -> Floats:
        return evaluation.indicator(name, place)

    served = of("served")
    worth = np.divide(of("net_cost"), served, out=np.zeros_like(served), where=served > 0)
    return Combination(
        alternative=combination.alternative.id,
        strategy=combination.strategy if combination.alternative.seats else "",
        form=combination.form or "",
        capital=Spread.of(of("capital")),
        fnpv_c=Spread.of(of("fnpv_c")),
        net_cost=Spread.of(of("net_cost")),
        cash_need=Spread.of(of("cash_need")),
        benefit=Spread.of(of("benefit")),
        break_even_benefit=Spread.of(worth),
        fnpv_negative=Estimated.share(of("fnpv_c") < 0),
        cash_negative=Estimated.share(of("cash_need") > 0),
        opening=Spread.of(evaluation.opening(place)) if combination.alternative.seats else None,
    )


def _bands(stand: Position, years: int) -> list[Band]:
    """The first ``years`` years from the decision, before partners add anything."""
    flows = stand.flows
    series = {
        "investment": -(flows.investment + flows.setup),
        "renewal": -flows.of_kind("renewal"),
        "running": -flows.running,
        "commercial": flows.income,
        "competitive": flows.of_kind("competitive"),
        "core": flows.core.sum(axis=0),
        "grant": flows.grants.sum(axis=0),
        "cash": np.cumsum(flows.cash_flow, axis=1),
    }
    return [_band(name, values[:, :years]) for name, values in series.items()]


def _band(name: str, yearly: Floats) -> Band:
    p05, p50, p95 = np.quantile(yearly, [0.05, 0.5, 0.95], axis=0)
    return Band(
        name=name,
        mean=yearly.mean(axis=0).tolist(),
        p05=p05.tolist(),
        p50=p50.tolist(),
        p95=p95.tolist(),
    )


def _planned(study: Study, strategy: Strategy, sample: Sample) -> Planned:
    plan = programme(study, strategy, sample)
    commercial, membership = plan.total("commercial"), plan.total("membership")
    competitive, running = plan.total("competitive"), plan.total("running")
    core = _core(sample, running)
    income = commercial + membership + competitive + core
    return Planned(
        strategy=strategy.id,
        area=float(np.median(plan.area)),
        staff=float(np.median(plan.staff)),
        commercial=Spread.of(commercial),
        membership=Spread.of(membership),
        competitive=Spread.of(competitive),
        equipment=Spread.of(plan.equipment),
        commercial_share=float(((commercial + membership) / income).mean()),
        competitive_share=float((competitive / income).mean()),
        core_share=float((core / income).mean()),
    )


def _core(sample: Sample, running: Floats) -> Floats:
    """Stable money for a year of full operation (n,)."""
    found = core_sources(sample)
    paid = found.granted * np.minimum(found.amount, found.share * running)
    return np.asarray(paid.sum(axis=0))
