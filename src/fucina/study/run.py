"""Runs a study: demand → location → strategy → governance → schedule → money → evaluation → decision."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fucina.documents.text import Text
from fucina.study.calendar import calendar
from fucina.study.decision import decide
from fucina.study.decision.decide import proposed
from fucina.study.decision.opinion import Opinion, opinion
from fucina.study.demand import catchments, central_access, stops_nearby
from fucina.study.engine import engine
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.criteria import Judged, judge, university_km
from fucina.study.evaluation.evaluate import Evaluation, evaluate
from fucina.study.explore import Cache, cached
from fucina.study.finance import accounts
from fucina.study.governance import powers
from fucina.study.location import Alternative
from fucina.study.result import (
    AlternativeResult,
    CombinationResult,
    CriterionCell,
    Estimated,
    PowerResult,
    Result,
    SeatResult,
    Spread,
)
from fucina.study.result.location import Proof
from fucina.study.schema import Study
from fucina.study.strategy import programme

DRAWS = 10_000
SEED = 2017
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Computed:
    """A run: its result, and the draws it keeps for exploring."""

    result: Result
    cache: Cache


def compute(
    study: Study,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    fingerprint: str = "",
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Result:
    """The result of :func:`computed` alone."""
    return computed(
        study, draws=draws, seed=seed, fingerprint=fingerprint, cluster=cluster, progress=progress
    ).result


def computed(
    study: Study,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    fingerprint: str = "",
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Computed:
    """Computes the whole study with ``draws`` common draws addressed by ``seed``.

    The same study, draws and seed give the same result, here or on the Dask cluster at the address
    ``cluster``. ``progress`` is told (share done, step), and may raise to stop the run: nothing is kept.
    """
    tell = progress or (lambda _share, _step: None)

    def part(low: float, high: float, step: str) -> Callable[[float], None]:
        return lambda share: tell(low + (high - low) * share, step)

    tell(0.0, "evaluation")
    evaluated = evaluate(
        study, draws, seed, cluster=cluster, progress=part(0.0, 0.25, "evaluation")
    )
    judged = judge(evaluated)
    views = opinion(judged, evaluated.sample)
    decision = decide(evaluated, judged, views, part(0.3, 0.75, "decision"))
    place = proposed(evaluated, decision)
    chosen = evaluated.plan.combinations[place]
    tell(0.75, "finance")
    finance = accounts(evaluated, place)
    tell(0.95, "programme")
    result = Result(
        fucina=engine(),
        study=study.header.id,
        fingerprint=fingerprint,
        draws=draws,
        seed=seed,
        proxy=evaluated.plan.demand.proxy,
        demand_points=len(evaluated.plan.demand.names),
        seats=_seats(evaluated, chosen),
        alternatives=_alternatives(evaluated, chosen),
        combinations=_combinations(evaluated, views),
        criteria=_criteria(judged, chosen),
        decision=decision,
        finance=finance,
        programme=calendar(study, chosen, evaluated.sample),
        governance=_governance(study),
        younger_than_as_of=[key for key, f in study.figures.items() if f.date > study.header.as_of],
    )
    tell(1.0, "programme")
    return Computed(result, cached(judged, views, decision, finance, evaluated.sample))


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


def _alternatives(evaluated: Evaluation, chosen: Combination) -> list[AlternativeResult]:
    """The baselines, and every alternative for the proposed strategy; of those that only another strategy has,
    that strategy's."""
    found: dict[str, Alternative] = {}
    for combination in evaluated.plan.combinations:
        alternative = combination.alternative
        if alternative.id not in found or combination.strategy == chosen.strategy:
            found[alternative.id] = alternative
    return [_alternative(evaluated.study, alternative) for alternative in found.values()]


def _seats(evaluated: Evaluation, chosen: Combination) -> list[SeatResult]:
    study, demand, sample = evaluated.study, evaluated.plan.demand, evaluated.sample
    reached = catchments(demand, study)
    access = central_access(demand, study)
    stops = stops_nearby(study)
    strategy = next(s for s in study.strategies if s.id == chosen.strategy)
    areas = programme(study, strategy, sample).area
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
                holds_hub=_holds_hub(evaluated, chosen, seat.id),
                holds_probability=Estimated.share(sample.of("seats", seat.id, "capacity") >= areas),
                required_area=need,
                capacity=capacity,
            )
        )
    return found


def _holds_hub(evaluated: Evaluation, chosen: Combination, seat: str) -> bool:
    """Whether the proposed strategy fits the seat alone, heavy machines and all."""
    return any(
        c.ranked and c.strategy == chosen.strategy and c.alternative.seats == (seat,)
        for c in evaluated.plan.combinations
    )


def _combinations(evaluated: Evaluation, views: Opinion) -> list[CombinationResult]:
    shares = views.shares([c.id for c in views.combinations])
    found = []
    for place in evaluated.plan.ranked:
        combination = evaluated.plan.combinations[place]
        share = shares[combination.id]
        se = float(share.std(ddof=1) / np.sqrt(share.size)) if share.size > 1 else 0.0
        money = {
            name: Spread.of(evaluated.indicator(name, place))
            for name in ("capital", "net_cost", "cash_need", "benefit")
        }
        found.append(
            CombinationResult(
                id=combination.id,
                alternative=combination.alternative.id,
                strategy=combination.strategy,
                form=str(combination.form),
                probability=Estimated(value=float(share.mean()), se=se),
                opening=Spread.of(evaluated.opening(place)),
                **money,
            )
        )
    return sorted(found, key=lambda c: (-c.probability.value, c.id))


def _criteria(judged: Judged, chosen: Combination) -> list[CriterionCell]:
    """Every alternative under every criterion, with the proposed strategy and form; an alternative that cannot
    hold that strategy, with the first that it holds."""
    shown: dict[str, int] = {}
    for i, combination in enumerate(judged.combinations):
        name = combination.alternative.id
        if combination.form != chosen.form:
            continue
        if name not in shown or combination.strategy == chosen.strategy:
            shown[name] = i
    return [
        CriterionCell(
            alternative=name,
            criterion=criterion.id,
            raw=Spread.of(judged.raw_values(i, k)),
            value=float(judged.values(i, k).mean()),
        )
        for name, i in shown.items()
        for k, criterion in enumerate(judged.criteria)
    ]


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
