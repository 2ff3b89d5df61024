"""Attribution: the answer computed anew with some of the changes, always with the same draws."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from fucina.documents.text import Text
from fucina.methods.errors import MethodError
from fucina.study.compare.comparison import Attribution, Measure, Part
from fucina.study.compare.groups import Group, grouped, mixed
from fucina.study.compare.shapley import shapley, subsets
from fucina.study.decision.opinion import Opinion, estimated, opinion
from fucina.study.demand import PROXIES, Proxy
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.criteria import judge
from fucina.study.evaluation.evaluate import evaluate
from fucina.study.problem import StudyError
from fucina.study.result import Result
from fucina.study.sampling import Floats
from fucina.study.schema import Study

DRAWS = 2_000
"""Common draws, unless a run has fewer."""
NET_COST = Text("Costo netto di ciò che si propone", "Net cost of what is proposed")
BROKEN = (KeyError, IndexError, ValueError, StudyError, MethodError, StopIteration)
"""How a study that was put together from two shows that its parts do not fit."""

type Progress = Callable[[float], None]


@dataclass(frozen=True)
class Answered:
    """What a study answers, draw by draw: each seat’s share of the stakeholders, and the proposal’s net cost (n,)."""

    seats: dict[str, Floats]
    net_cost: Floats

    def of(self, seat: str | None) -> Floats:
        """A seat’s share, or the net cost."""
        if seat is None:
            return self.net_cost
        return self.seats.get(seat, np.zeros_like(self.net_cost))


def attribute(
    studies: tuple[Study, Study],
    results: tuple[Result, Result],
    counts: Counter[str],
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> Attribution:
    """Which groups of changes moved the recommended seats’ probabilities and the net cost."""
    first, second = results
    draws = min(draws, first.draws, second.draws)
    proxy = next(p for p in PROXIES if p == first.proxy)
    mixing = _Mixing(studies, first.seed, draws, proxy, progress)
    groups = mixing.fitting(grouped(counts))
    seats = dict.fromkeys([first.decision.seat, second.decision.seat])
    measures = [
        _measure(mixing, groups, counts, results, kind, seat)
        for kind, seat in zip(_kinds(len(seats)), seats, strict=False)
    ]
    measures.append(_measure(mixing, groups, counts, results, "net_cost", None))
    return Attribution(draws=draws, seed=first.seed, measures=measures)


class _Mixing:
    """Computes studies mixed from two, each once."""

    def __init__(
        self,
        studies: tuple[Study, Study],
        seed: int,
        draws: int,
        proxy: Proxy,
        progress: Progress | None,
    ) -> None:
        self.studies, self.seed, self.draws, self.proxy = studies, seed, draws, proxy
        self.tell = progress or (lambda _share: None)
        self._known: dict[frozenset[str], Answered] = {}

    def answer(self, groups: frozenset[Group]) -> Answered:
        """The answer with the changes of some groups."""
        nouns = frozenset(noun for group in groups for noun in group)
        if nouns not in self._known:
            study = mixed(*self.studies, set(nouns))
            self._known[nouns] = answered(study, self.draws, self.seed, self.proxy)
        return self._known[nouns]

    def fitting(self, groups: list[Group]) -> list[Group]:
        """The groups, joined where one cannot be applied without another; every mixture has then been computed."""
        while True:
            failing = self._failing(groups)
            if failing is None:
                return groups
            groups = _joined(groups, failing)

    def _failing(self, groups: list[Group]) -> frozenset[Group] | None:
        every = subsets(groups)
        for done, some in enumerate(every):
            try:
                self.answer(some)
            except BROKEN:
                if len(some) == len(groups) or not some:
                    raise
                return some
            self.tell((done + 1) / len(every))
        return None


def _joined(groups: list[Group], failing: frozenset[Group]) -> list[Group]:
    """Those that fail together become one; one that fails alone, one with its neighbour."""
    apart = [g for g in groups if g in failing]
    if len(apart) == 1:
        place = groups.index(apart[0])
        apart.append(groups[place + 1 if place + 1 < len(groups) else place - 1])
    one = tuple(noun for g in groups if g in apart for noun in g)
    return [g for g in groups if g not in apart] + [one]


def answered(study: Study, draws: int, seed: int, proxy: Proxy) -> Answered:
    evaluation = evaluate(study, draws, seed, proxy, ranked_only=True)
    views = opinion(judge(evaluation), evaluation.sample)
    place = views.combinations.index(_proposed(views))
    seats = {str(seat): share for seat, share in views.by_seat().items()}
    return Answered(seats, evaluation.indicator("net_cost", place))


def _proposed(views: Opinion) -> Combination:
    """The combination that a decision would propose: the best seat, its best alternative, its best version."""
    seats, alternatives = views.by_seat(), views.by_alternative()
    seat = max(seats, key=lambda name: seats[name].mean())
    main = dict(zip(views.alternatives, views.mains, strict=True))
    own = [a for a in alternatives if main[str(a)] == seat]
    best = max(own, key=lambda name: alternatives[name].mean())
    shares = views.shares([c.id for c in views.combinations])
    versions = [c for c in views.combinations if c.alternative.id == best]
    return max(versions, key=lambda c: shares[c.id].mean())


def _measure(
    mixing: _Mixing,
    groups: list[Group],
    counts: Counter[str],
    results: tuple[Result, Result],
    kind: Literal["seat_before", "seat_after", "net_cost"],
    seat: str | None,
) -> Measure:
    none, every = frozenset[Group](), frozenset(groups)

    def value(some: frozenset[Group]) -> Floats:
        return mixing.answer(some).of(seat)

    shares = shapley(groups, value)
    difference = value(every) - value(none)
    observed = _observed(results[1], seat) - _observed(results[0], seat)
    parts = [
        Part(
            nouns=list(group),
            changes=sum(counts[noun] for noun in group),
            alone=estimated(value(frozenset({group})) - value(none)),
            last=estimated(value(every) - value(every - {group})),
            share=estimated(shares[group]),
        )
        for group in groups
    ]
    return Measure(
        id=kind,
        subject=seat or "",
        name=NET_COST if seat is None else _seat_name(mixing.studies, seat),
        before=estimated(value(none)),
        after=estimated(value(every)),
        difference=estimated(difference),
        observed=observed,
        rest=observed - float(difference.mean()),
        parts=sorted(parts, key=lambda part: -abs(part.share.value)),
    )


def _observed(result: Result, seat: str | None) -> float:
    if seat is None:
        name = result.decision.combination
        return next(c.net_cost.mean for c in result.combinations if c.id == name)
    found = (s.probability.value for s in result.decision.seats if s.id == seat)
    return next(found, 0.0)


def _seat_name(studies: tuple[Study, Study], seat: str) -> Text:
    return next(s.name for study in reversed(studies) for s in study.seats if s.id == seat)


def _kinds(seats: int) -> list[Literal["seat_before", "seat_after"]]:
    return ["seat_before", "seat_after"] if seats > 1 else ["seat_before"]
