"""Runs a study: demand → location → strategy → governance → finance → schedule → evaluation → decision."""

from collections.abc import Callable

import numpy as np

from fucina.documents.text import Text
from fucina.study.accounts import accounts
from fucina.study.calendar import calendar
from fucina.study.decision import decide
from fucina.study.demand import catchments, central_access, stops_nearby
from fucina.study.engine import engine
from fucina.study.evaluation import (
    Evaluation,
    evaluate,
    raw_criteria,
    university_km,
    values,
)
from fucina.study.governance import powers
from fucina.study.location import Alternative
from fucina.study.result import (
    AlternativeResult,
    CriterionCell,
    Estimated,
    PowerResult,
    Result,
    SeatResult,
    Spread,
)
from fucina.study.result.location import Proof
from fucina.study.sampling import Sample
from fucina.study.schema import Study
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
    finance = accounts(evaluated, chosen)
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
        programme=calendar(study, chosen, sample),
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
