"""Criteria: what each combination is judged by, in its own unit and on its declared scale."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fucina.methods.decision import linear_value
from fucina.methods.location import great_circle_km
from fucina.study import demand as demand_step
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.governance import passage
from fucina.study.location import Alternative
from fucina.study.sampling import Floats
from fucina.study.schema import Criterion, Study


@dataclass(frozen=True)
class Judged:
    """The values of m combinations under c criteria, 0 worst to 1 best, without saying anything twice.

    A criterion that looks at the form alone has one row a form, one that looks at the seats one row a site:
    combination i under criterion k has the values ``rows[index[i, k]]`` (r, n). ``raw`` are the same rows
    in the criteria's own units.
    """

    criteria: tuple[Criterion, ...]
    combinations: tuple[Combination, ...]
    raw: Floats
    rows: Floats
    index: NDArray[np.int64]

    def values(self, combination: int, criterion: int) -> Floats:
        return np.asarray(self.rows[self.index[combination, criterion]])

    def raw_values(self, combination: int, criterion: int) -> Floats:
        return np.asarray(self.raw[self.index[combination, criterion]])

    def first(self, draws: int) -> "Judged":
        """The same with the first draws alone."""
        raw, rows = (np.ascontiguousarray(a[:, :draws]) for a in (self.raw, self.rows))
        return Judged(self.criteria, self.combinations, raw, rows, self.index)

    def without(self, left_out: list[Criterion]) -> "Judged":
        kept = [k for k, criterion in enumerate(self.criteria) if criterion not in left_out]
        return Judged(
            tuple(self.criteria[k] for k in kept),
            self.combinations,
            self.raw,
            self.rows,
            np.ascontiguousarray(self.index[:, kept]),
        )


def judge(evaluation: Evaluation) -> Judged:
    """The ranked combinations under all criteria of the study."""
    study, places = evaluation.study, evaluation.plan.ranked
    raw: list[Floats] = []
    rows: list[Floats] = []
    index = np.empty((len(places), len(study.criteria)), dtype=np.int64)
    for k, criterion in enumerate(study.criteria):
        known: dict[Hashable, int] = {}
        look = _Looking(evaluation, criterion)
        for i, place in enumerate(places):
            key = look.key(place)
            if key not in known:
                known[key] = len(raw)
                raw.append(look.at(place))
                rows.append(linear_value(raw[-1], criterion.worst, criterion.best))
            index[i, k] = known[key]
    return Judged(
        tuple(study.criteria), tuple(evaluation.ranked), np.stack(raw), np.stack(rows), index
    )


def university_km(study: Study, seat_id: str) -> float:
    """Kilometres (straight line) from a seat to the nearest university site of the study."""
    seat = next(s for s in study.seats if s.id == seat_id)
    sites = [mark for mark in study.header.landmark if mark.measure == "university"]
    return min(
        (float(great_circle_km(seat.lat, seat.lon, m.lat, m.lon)) for m in sites), default=0.0
    )


class _Looking:
    """One criterion looking at combinations: what it depends on, and what it sees (n,)."""

    def __init__(self, evaluation: Evaluation, criterion: Criterion) -> None:
        self.evaluation, self.criterion = evaluation, criterion
        self.study, self.sample = evaluation.study, evaluation.sample

    def key(self, place: int) -> Hashable:
        combination = self.evaluation.plan.combinations[place]
        match self.criterion.measure:
            case "net_cost" | "cash_need" | "benefit":
                return place
            case "opening":
                return combination.site, combination.form
            case "expansion":
                return combination.site, combination.strategy
            case "passage":
                return combination.form
            case "judged" if self.criterion.of == "forms":
                return combination.form
            case "judged" if self.criterion.of == "strategies":
                return combination.strategy
            case _:
                return combination.site

    def at(self, place: int) -> Floats:
        evaluation, sample = self.evaluation, self.sample
        combination = evaluation.plan.combinations[place]
        match self.criterion.measure:
            case "net_cost" | "cash_need" | "benefit":
                return evaluation.indicator(self.criterion.measure, place) / 1e6
            case "access":
                return evaluation.access(place)
            case "opening":
                return evaluation.opening(place)
            case "expansion":
                return self._free(combination.alternative, evaluation.area(place))
            case "transit":
                stops = demand_step.stops_nearby(self.study)
                return self._mix(combination.alternative, lambda s: self._always(stops[s]))
            case "university":
                return self._mix(
                    combination.alternative, lambda s: self._always(university_km(self.study, s))
                )
            case "passage":
                return self._always(passage(self.study, str(combination.form)))
            case "judged" if self.criterion.of == "forms":
                return sample.of("forms", str(combination.form), self.criterion.id)
            case "judged" if self.criterion.of == "strategies":
                return sample.of("strategies", combination.strategy, self.criterion.id)
            case _:
                return self._mix(
                    combination.alternative, lambda s: sample.of("seats", s, self.criterion.id)
                )

    def _always(self, value: float) -> Floats:
        return np.full(self.sample.draws, value)

    def _free(self, alternative: Alternative, area: Floats) -> Floats:
        held = sum(share * share for share in alternative.shares)
        room = self._mix(alternative, lambda s: self.sample.of("seats", s, "capacity"))
        return np.asarray(room - area * held)

    def _mix(self, alternative: Alternative, of_seat: Callable[[str], Floats]) -> Floats:
        """A seat's property for an alternative of several seats: weighted by the activity at each."""
        pairs = zip(alternative.seats, alternative.shares, strict=True)
        return np.asarray(np.sum([share * of_seat(seat) for seat, share in pairs], axis=0))
