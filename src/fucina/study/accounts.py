"""Accounts: the money of a run, as its result tells it."""

import numpy as np

from fucina.methods.cashflow import internal_rates_of_return
from fucina.study import evaluation as evaluation_step
from fucina.study.decision import drivers
from fucina.study.evaluation import Evaluation, Outcome
from fucina.study.finance import TIMING, Flows
from fucina.study.result import Band, Combination, Estimated, Finance, Planned, Spread
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Strategy, Study
from fucina.study.strategy import programme


def accounts(evaluated: Evaluation, chosen: Outcome) -> Finance:
    """The money of a run: every combination in short, the chosen one year by year."""
    study, sample = evaluated.study, evaluated.sample
    combinations = [_combination(outcome) for outcome in evaluated.outcomes]
    others = [s for s in study.strategies if s.services and not s.central]
    combinations += [
        _combination(evaluation_step.under_strategy(evaluated, chosen, s)) for s in others
    ]
    net = chosen.appraisal.net_cost
    years = study.header.horizon_years + int(np.ceil(np.median(chosen.opening) / 12))
    counts, edges = np.histogram(net, bins=40)
    irr = internal_rates_of_return(_net(chosen.appraisal.flows).mean(axis=0))
    return Finance(
        timing=TIMING.label,
        discount_rate=study.need("parameters", "discount-rate").value,
        years=[study.header.first_year + t for t in range(years)],
        combinations=combinations,
        recommended=_bands(chosen, years),
        net_cost_histogram_edges=edges.tolist(),
        net_cost_histogram_counts=counts.tolist(),
        drivers=drivers(sample, net),
        planned=[
            _planned(study, strategy, sample) for strategy in study.strategies if strategy.services
        ],
        irr_status=irr.status,
        irr=list(irr.rates),
    )


def _net(flows: Flows) -> Floats:
    """Yearly net flow on total capital, before any grant (n, T)."""
    return flows.commercial + flows.residual - flows.investment - flows.renewal - flows.running


def _combination(outcome: Outcome) -> Combination:
    money = outcome.appraisal
    return Combination(
        alternative=outcome.alternative.id,
        strategy=outcome.strategy.id if outcome.alternative.seats else "",
        capital=Spread.of(money.capital),
        fnpv_c=Spread.of(money.fnpv_c),
        net_cost=Spread.of(money.net_cost),
        cash_need=Spread.of(money.cash_need),
        break_even_benefit=Spread.of(money.break_even_benefit),
        fnpv_negative=Estimated.share(money.fnpv_c < 0),
        cash_negative=Estimated.share(money.cash.min(axis=1) < 0),
        opening=Spread.of(outcome.opening) if outcome.alternative.seats else None,
    )


def _bands(chosen: Outcome, years: int) -> list[Band]:
    """The first ``years`` years from the decision."""
    flows = chosen.appraisal.flows
    series = {
        "investment": -flows.investment,
        "renewal": -flows.renewal,
        "running": -flows.running,
        "commercial": flows.commercial,
        "competitive": flows.competitive,
        "core": flows.core,
        "grant": flows.grant,
        "cash": chosen.appraisal.cash,
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
    use = sample.of("parameters", "utilisation") / sample.of("parameters", "utilisation-plan")
    running = (
        plan.staff * sample.parameter("staff-cost") / sample.of("parameters", "personnel-share")
    )
    commercial = plan.commercial * use + plan.membership
    core = running * sample.of("parameters", "core-share")
    income = commercial + plan.competitive + core
    return Planned(
        strategy=strategy.id,
        area=float(np.median(plan.area)),
        staff=float(np.median(plan.staff)),
        commercial=Spread.of(plan.commercial * use),
        membership=Spread.of(plan.membership),
        competitive=Spread.of(plan.competitive),
        equipment=Spread.of(plan.equipment),
        commercial_share=float((commercial / income).mean()),
        competitive_share=float((plan.competitive / income).mean()),
        core_share=float((core / income).mean()),
    )
