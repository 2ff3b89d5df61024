"""Opinion: what the stakeholders' weights, known or not, make of all combinations."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from fucina.methods import compiled
from fucina.methods.decision import Smaa, WeightSet, sample_weights, smaa
from fucina.methods.uncertainty import mean
from fucina.study.decision import plain
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.criteria import Judged
from fucina.study.result.number import Estimated
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Stakeholder, Study


@dataclass(frozen=True)
class Opinion:
    """What v stakeholders make of m combinations in n draws of figures and weights.

    ``winners`` (v, n): the combination each likes best. ``top`` (v, g, a, n): the value of the best version of
    each location alternative under each legal form, whatever the strategy. ``weights`` (v, c, n).
    """

    combinations: tuple[Combination, ...]
    alternatives: tuple[str, ...]
    mains: tuple[str, ...]
    forms: tuple[str, ...]
    winners: NDArray[np.int64]
    top: Floats
    weights: Floats

    @cached_property
    def best(self) -> Floats:
        """The value of the best version of each alternative to each stakeholder (v, a, n)."""
        return np.asarray(self.top.max(axis=1))

    @cached_property
    def together(self) -> Floats:
        """The stakeholders' mean value of the best version of each alternative (a, n)."""
        return np.asarray(self.best.mean(axis=0))

    @cached_property
    def favourites(self) -> NDArray[np.int64]:
        """The alternative that each stakeholder likes best (v, n)."""
        place = {name: i for i, name in enumerate(self.alternatives)}
        own = np.array([place[c.alternative.id] for c in self.combinations])
        return np.asarray(own[self.winners])

    @cached_property
    def ranking(self) -> tuple[Smaa, ...]:
        """Each stakeholder's ranks of the alternatives, each in its best version."""
        ones = np.ones((self.best.shape[2], 1))
        return tuple(smaa(values.T[:, :, None], ones) for values in self.best)

    def shares(self, names: list[Hashable]) -> dict[Hashable, Floats]:
        """Share of the stakeholders, per draw (n,), whose favourite combination bears each of the names (m,)."""
        known = list(dict.fromkeys(names))
        place = {name: i for i, name in enumerate(known)}
        own = np.array([place[name] for name in names])[self.winners]
        return {name: np.asarray((own == i).mean(axis=0)) for name, i in place.items()}

    def by_alternative(self) -> dict[Hashable, Floats]:
        return self.shares([c.alternative.id for c in self.combinations])

    def by_seat(self) -> dict[Hashable, Floats]:
        return self.shares([str(c.alternative.main) for c in self.combinations])


def weight_sets(study: Study) -> list[WeightSet]:
    """What is known of each stakeholder's weights over the study's criteria."""
    place = {criterion.id: i for i, criterion in enumerate(study.criteria)}
    return [_weight_set(stakeholder, place) for stakeholder in study.stakeholders]


def opinion(judged: Judged, sample: Sample, *, weights_known: bool = True) -> Opinion:
    """Every stakeholder's own weights on the same draws of the figures.

    With ``weights_known`` false every set of weights is equally likely, whatever the study assumes.
    """
    study = sample.study
    unknown = [WeightSet(len(study.criteria))] * len(study.stakeholders)
    sets = weight_sets(study) if weights_known else unknown
    kept = [study.criteria.index(criterion) for criterion in judged.criteria]
    weights = [
        _drawn(known, stakeholder.id, kept, sample)
        for stakeholder, known in zip(study.stakeholders, sets, strict=True)
    ]
    alternatives = tuple(dict.fromkeys(c.alternative.id for c in judged.combinations))
    forms = tuple(dict.fromkeys(str(c.form) for c in judged.combinations))
    groups = np.array(
        [
            forms.index(str(c.form)) * len(alternatives) + alternatives.index(c.alternative.id)
            for c in judged.combinations
        ]
    )
    top = np.empty((len(weights), len(forms) * len(alternatives), sample.draws))
    winners = np.empty((len(weights), sample.draws), dtype=np.int64)
    buffer = np.empty((len(judged.combinations), sample.draws))
    compiled_or_plain = loops()
    for v, own in enumerate(weights):
        compiled_or_plain.scores(judged.rows, judged.index, own, buffer)
        compiled_or_plain.best_of(buffer, groups, top[v], winners[v])
    main = {c.alternative.id: str(c.alternative.main) for c in judged.combinations}
    return Opinion(
        judged.combinations,
        alternatives,
        tuple(main[name] for name in alternatives),
        forms,
        winners,
        top.reshape(len(weights), len(forms), len(alternatives), sample.draws),
        np.stack(weights),
    )


def estimated(samples: Floats) -> Estimated:
    return Estimated.of(mean(samples))


def loops() -> ModuleType:
    """The compiled scores, or the same in NumPy."""
    if compiled.available():
        from fucina.study.decision import kernels

        return kernels
    return plain


def _drawn(known: WeightSet, stakeholder: str, kept: list[int], sample: Sample) -> Floats:
    """A stakeholder's weights (k, n) of the criteria that are kept: those it gives them among all, made to sum to
    one again."""
    drawn = sample_weights(known, sample.seed, f"weights.{stakeholder}", sample.draws)[:, kept]
    return np.ascontiguousarray((drawn / drawn.sum(axis=1, keepdims=True)).T)


def _weight_set(stakeholder: Stakeholder, place: dict[str, int]) -> WeightSet:
    said = stakeholder.weights
    groups = [tuple(place[c] for c in group) for group in said.order]
    return WeightSet(
        len(place),
        order=tuple(groups) or None,
        lower=tuple(said.least.get(name, 0.0) for name in place) if said.least else None,
        upper=tuple(said.most.get(name, 1.0) for name in place) if said.most else None,
        names=tuple(place),
    )
