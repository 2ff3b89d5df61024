"""Runs a study: demand → location → strategy → governance → finance → schedule → evaluation → decision."""

from collections.abc import Callable

import numpy as np

from fucina.documents.text import Text
from fucina.methods.cashflow import internal_rates_of_return
from fucina.study import evaluation as evaluation_step
from fucina.study.decision import decide, drivers
from fucina.study.demand import catchments, central_access, stops_nearby
from fucina.study.engine import engine
from fucina.study.evaluation import (
    Evaluation,
    Outcome,
    evaluate,
    raw_criteria,
    university_km,
    values,
)
from fucina.study.finance import TIMING, Flows
from fucina.study.governance import powers
from fucina.study.location import Alternative
from fucina.study.result import (
    ActivityTimes,
    AlternativeResult,
    Band,
    Combination,
    CriterionCell,
    Estimated,
    Finance,
    Planned,
    PowerResult,
    ProgrammeResult,
    Result,
    SeatResult,
    Spread,
)
from fucina.study.result.location import Proof
from fucina.study.sampling import Floats, Sample
from fucina.study.schedule import programming
from fucina.study.schema import Strategy, Study
from fucina.study.strategy import programme

DRAWS = 10_000
SEED = 2017
Progress = Callable[[float, str], None]


def compute(
    study: Study,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    fingerprint: str = "",
    progress: Progress | None = None,
) -> Result:
    """Computes the whole study with ``draws`` common draws addressed by ``seed``.

    The same study, draws and seed give the same result. ``progress`` is told (share done, step).
    """
    tell = progress or (lambda _share, _step: None)
    sample = Sample(study, draws, seed)
    tell(0.0, "evaluation")
    evaluated = evaluate(study, sample)
    tell(0.2, "decision")
    decision = decide(evaluated)
    tell(0.6, "finance")
    chosen = next(o for o in evaluated.outcomes if o.alternative.id == decision.recommended)
    finance = _finance(evaluated, chosen)
    tell(0.85, "programme")
    result = Result(
        fucina=engine(),
        study=study.header.id,
        fingerprint=fingerprint,
        draws=draws,
        seed=seed,
        proxy=evaluated.demand.proxy,
        demand_points=len(evaluated.demand.names),
        seats=_seats(evaluated),
        alternatives=[_alternative(study, o.alternative) for o in evaluated.outcomes],
        criteria=_criteria(evaluated),
        decision=decision,
        finance=finance,
        programme=_programme(study, chosen, sample),
        governance=_governance(study),
        younger_than_as_of=[key for key, f in study.figures.items() if f.date > study.header.as_of],
    )
    tell(1.0, "programme")
    return result


def alternative_name(study: Study, alternative: Alternative) -> Text:
    """What an alternative is called, in both languages."""
    location = next(x for x in study.locations if x.id == alternative.location)
    names = study.named("seats")
    if alternative.kind in ("do-nothing", "do-minimum", "diffuse"):
        return location.name
    main = names[alternative.seats[0]].name
    if alternative.kind == "hub":
        return Text(f"Sede unica: {main.it}", f"One hub: {main.en}")
    return Text(f"Sede e satelliti: {main.it}", f"Hub and satellites: {main.en}")


def _alternative(study: Study, alternative: Alternative) -> AlternativeResult:
    best = alternative.optimum
    return AlternativeResult(
        id=alternative.id,
        name=alternative_name(study, alternative),
        location=alternative.location,
        kind=alternative.kind,
        seats=list(alternative.seats),
        shares=list(alternative.shares),
        strategy=alternative.strategy,
        too_small=list(alternative.too_small),
        proof=None
        if best is None
        else Proof(value=best.value, bound=best.bound, gap=best.gap, status=best.status),
    )


def _seats(evaluated: Evaluation) -> list[SeatResult]:
    study, demand = evaluated.study, evaluated.demand
    reached = catchments(demand, study)
    access = central_access(demand, study)
    stops = stops_nearby(study)
    areas = programme(study, study.central_strategy, evaluated.sample).area
    need = float(np.median(areas))
    found = []
    for i, seat in enumerate(study.candidates):
        capacity = study.need("seats", seat.id, "capacity").value
        found.append(
            SeatResult(
                id=seat.id,
                within_20=reached[seat.id].within_20,
                within_30=reached[seat.id].within_30,
                within_45=reached[seat.id].within_45,
                mean_minutes=reached[seat.id].mean_minutes,
                access=float(access[i]),
                stops=stops[seat.id],
                university_km=university_km(study, seat.id),
                holds_hub=capacity >= need * (1 - 1e-9),
                holds_probability=Estimated.share(
                    evaluated.sample.of("seats", seat.id, "capacity") >= areas
                ),
                required_area=need,
                capacity=capacity,
            )
        )
    return found


def _criteria(evaluated: Evaluation) -> list[CriterionCell]:
    study, ranked = evaluated.study, evaluated.ranked
    raw = raw_criteria(evaluated, ranked)
    scaled = values(study, raw).mean(axis=0)
    return [
        CriterionCell(
            alternative=outcome.alternative.id,
            criterion=criterion.id,
            raw=Spread.of(raw[:, a, c]),
            value=float(scaled[a, c]),
        )
        for a, outcome in enumerate(ranked)
        for c, criterion in enumerate(study.criteria)
    ]


def _finance(evaluated: Evaluation, chosen: Outcome) -> Finance:
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


def _programme(study: Study, chosen: Outcome, sample: Sample) -> ProgrammeResult:
    found = programming(study, chosen.alternative, sample)
    if found is None:
        raise ValueError("the recommended alternative opens nothing")
    central = programming(study, chosen.alternative, Sample(_as_planned(study), 1, sample.seed))
    plan = found.plan
    activities = [
        ActivityTimes(
            activity=activity.id,
            start=Spread.of(plan.start[:, i]),
            finish=Spread.of(plan.finish[:, i]),
            critical=Estimated(value=float(plan.criticality[i]), se=float(plan.criticality_se[i])),
        )
        for i, activity in enumerate(found.activities)
    ]
    return ProgrammeResult(
        activities=activities,
        opening=Spread.of(plan.end),
        planned_months=float(central.plan.end[0]) if central else 0.0,
        within_48=Estimated.share(plan.end <= 48),
        within_72=Estimated.share(plan.end <= 72),
    )


def _as_planned(study: Study) -> Study:
    """The study with every figure at its single value and no stretching: the inside view."""
    figures = {
        key: figure.model_copy(
            update={"distribution": "fixed", "low": None, "high": None}
            | ({"value": 1.0} if key == "parameters.schedule-factor.value" else {})
        )
        for key, figure in study.figures.items()
    }
    return study.model_copy(update={"figures": figures})


def _governance(study: Study) -> list[PowerResult]:
    return [
        PowerResult(
            form=power.form,
            legal_form=next(f.form for f in study.forms if f.id == power.form),
            resolution=power.resolution,
            votes=power.rule.votes,
            quorum=float(power.rule.quorum),
            majority=float(power.rule.majority),
            majority_of=power.rule.majority_of,
            strict=power.rule.strict,
            article=power.rule.article,
            confirmed=power.rule.confirmed,
            banzhaf=list(power.banzhaf),
            shapley=list(power.shapley),
            blockers=list(power.blockers),
            passage=power.passage,
        )
        for power in powers(study)
    ]
