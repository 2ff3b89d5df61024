"""Evaluation: every location alternative, every strategy, every draw, under common random numbers."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fucina.methods.decision import linear_value
from fucina.methods.location import great_circle_km
from fucina.study import demand as demand_step
from fucina.study.demand import Demand
from fucina.study.finance import Appraisal, appraise, flows, nothing
from fucina.study.location import Alternative, alternatives
from fucina.study.problem import Problem, StudyError
from fucina.study.sampling import Floats, Sample
from fucina.study.schedule import programming
from fucina.study.schema import Criterion, Strategy, Study
from fucina.study.strategy import Programme, programme

Progress = Callable[[float, str], None]
NEVER = 12.0 * 100
"""Months to an opening that never comes."""


@dataclass(frozen=True)
class Outcome:
    """One alternative under one strategy, per draw (n,)."""

    alternative: Alternative
    strategy: Strategy
    programme: Programme
    opening: Floats
    access: Floats
    appraisal: Appraisal


@dataclass(frozen=True)
class Evaluation:
    """All alternatives under the central strategy (the baselines under their own)."""

    study: Study
    sample: Sample
    demand: Demand
    outcomes: tuple[Outcome, ...]

    @property
    def ranked(self) -> tuple[Outcome, ...]:
        """The outcomes that take part in the ranking: feasible and no baseline."""
        return tuple(
            o for o in self.outcomes if o.alternative.feasible and not o.alternative.baseline
        )


def evaluate(
    study: Study, sample: Sample, proxy: demand_step.Proxy = "stops", *, ranked_only: bool = False
) -> Evaluation:
    """Carries the one sample through demand, location, schedule and finance for every alternative, or
    for those alone that can be ranked."""
    demand = demand_step.place(study, proxy)
    programmes = {
        s.id: programme(study, s, sample) for s in (study.central_strategy, study.minimum_strategy)
    }
    area = float(np.median(programmes[study.central_strategy.id].area))
    found = alternatives(study, demand, area)
    reach = access_of_all(study, found, demand, sample)
    reference = np.mean(
        [reach[a.id] for a in found if a.kind == "hub"] or list(reach.values()), axis=0
    )
    if not any(a.feasible and not a.baseline for a in found):
        raise StudyError(
            [Problem("no_feasible", "figures/seats.csv", numbers=(("area", f"{area:.0f}"),))]
        )
    if ranked_only:
        found = [a for a in found if a.feasible and not a.baseline]
    outcomes = [
        _outcome(study, a, _strategy(study, a), programmes, reach[a.id], reference, sample)
        for a in found
    ]
    return Evaluation(study, sample, demand, tuple(outcomes))


def under_strategy(evaluation: Evaluation, outcome: Outcome, strategy: Strategy) -> Outcome:
    """The same alternative running another strategy."""
    study, sample = evaluation.study, evaluation.sample
    hubs = [o.access for o in evaluation.outcomes if o.alternative.kind == "hub"] or [
        outcome.access
    ]
    plans = {strategy.id: programme(study, strategy, sample)}
    return _outcome(
        study, outcome.alternative, strategy, plans, outcome.access, np.mean(hubs, axis=0), sample
    )


def access_of_all(
    study: Study, found: list[Alternative], demand: Demand, sample: Sample
) -> dict[str, Floats]:
    """Access (n,) of every alternative: the main seat's share of the activity is reached there, the
    rest at whichever seat of the alternative is nearest. Sets of seats are computed once."""
    column = {seat.id: i for i, seat in enumerate(study.candidates)}
    known: dict[tuple[int, ...], Floats] = {}

    def of(*seats: str) -> Floats:
        key = tuple(sorted(column[s] for s in seats))
        if key not in known:
            known[key] = demand_step.access(demand, list(key), sample)
        return known[key]

    result = {}
    for alternative in found:
        if not alternative.seats:
            result[alternative.id] = np.zeros(sample.draws)
        elif len(alternative.seats) == 1:
            result[alternative.id] = of(alternative.seats[0])
        else:
            main = alternative.shares[0]
            result[alternative.id] = main * of(alternative.seats[0]) + (1 - main) * of(
                *alternative.seats
            )
    return result


def raw_criteria(evaluation: Evaluation, outcomes: tuple[Outcome, ...]) -> Floats:
    """Every criterion in its own unit: (n, alternatives, criteria)."""
    columns = [
        np.column_stack([_raw(evaluation, outcome, criterion) for outcome in outcomes])
        for criterion in evaluation.study.criteria
    ]
    return np.stack(columns, axis=2)


def values(study: Study, raw: Floats) -> Floats:
    """Criteria on their declared scale, 0 worst to 1 best: (n, alternatives, criteria)."""
    return np.stack(
        [linear_value(raw[:, :, i], c.worst, c.best) for i, c in enumerate(study.criteria)], axis=2
    )


def university_km(study: Study, seat_id: str) -> float:
    """Kilometres (straight line) from a seat to the nearest university site of the study."""
    seat = next(s for s in study.seats if s.id == seat_id)
    sites = [mark for mark in study.header.landmark if mark.measure == "university"]
    return min(
        (float(great_circle_km(seat.lat, seat.lon, m.lat, m.lon)) for m in sites), default=0.0
    )


def _strategy(study: Study, alternative: Alternative) -> Strategy:
    return study.minimum_strategy if alternative.kind == "do-minimum" else study.central_strategy


def _outcome(
    study: Study,
    alternative: Alternative,
    strategy: Strategy,
    programmes: dict[str, Programme],
    reach: Floats,
    reference: Floats,
    sample: Sample,
) -> Outcome:
    plan = programming(study, alternative, sample)
    opening = plan.opening if plan else np.full(sample.draws, NEVER)
    if alternative.seats:
        money = flows(
            study, alternative, programmes[strategy.id], opening, reach / reference, sample
        )
    else:
        money = nothing(study, sample.draws)
    return Outcome(
        alternative,
        strategy,
        programmes[strategy.id],
        opening,
        reach,
        appraise(study, money, sample),
    )


def _raw(evaluation: Evaluation, outcome: Outcome, criterion: Criterion) -> Floats:
    study, sample, alternative = evaluation.study, evaluation.sample, outcome.alternative
    match criterion.measure:
        case "access":
            return outcome.access
        case "net_cost":
            return outcome.appraisal.net_cost / 1e6
        case "cash_need":
            return outcome.appraisal.cash_need / 1e6
        case "opening":
            return outcome.opening
        case "expansion":
            return _mix(
                alternative, lambda s: sample.of("seats", s, "capacity")
            ) - outcome.programme.area * _held(alternative)
        case "transit":
            stops = demand_step.stops_nearby(study)
            return _mix(alternative, lambda s: np.full(sample.draws, stops[s]))
        case "university":
            return _mix(alternative, lambda s: np.full(sample.draws, university_km(study, s)))
        case _:
            return _mix(alternative, lambda s: sample.of("seats", s, criterion.id))


def _held(alternative: Alternative) -> float:
    """The share of the programme that the seats of :func:`_mix` hold on average."""
    return sum(share * share for share in alternative.shares)


def _mix(alternative: Alternative, of_seat: Callable[[str], Floats]) -> Floats:
    """A seat's property for an alternative of several seats: weighted by the activity at each."""
    pairs = zip(alternative.seats, alternative.shares, strict=True)
    return np.sum([share * of_seat(seat) for seat, share in pairs], axis=0)
