"""Opinion: what the stakeholders' weights, known or not, make of the alternatives."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fucina.methods.decision import Smaa, WeightSet, sample_weights, smaa
from fucina.methods.uncertainty import mean
from fucina.study.result import Estimated
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Criterion, Stakeholder, Study


@dataclass(frozen=True)
class Opinion:
    """What every stakeholder's weights make of the alternatives; ``winners`` (stakeholders, n)."""

    results: tuple[Smaa, ...]
    winners: NDArray[np.intp]
    alternatives: int

    def group(self, index: int) -> Floats:
        """Share of the stakeholders, per draw (n,), for whom an alternative is best."""
        return np.asarray((self.winners == index).mean(axis=0), dtype=np.float64)


def weight_sets(study: Study, criteria: list[Criterion]) -> list[WeightSet]:
    """What is known of each stakeholder's weights, over some of the criteria."""
    place = {criterion.id: i for i, criterion in enumerate(criteria)}
    return [_weight_set(stakeholder, place) for stakeholder in study.stakeholders]


def opinion(
    study: Study,
    matrix: Floats,
    criteria: list[Criterion],
    sample: Sample,
    *,
    weights_known: bool = True,
) -> Opinion:
    """Stochastic multicriteria acceptability for every stakeholder: its own weights, the same draws.

    With ``weights_known`` false every set of weights is equally likely, whatever the study assumes.
    """
    nothing = [WeightSet(len(criteria))] * len(study.stakeholders)
    sets = weight_sets(study, criteria) if weights_known else nothing
    results = tuple(
        smaa(matrix, sample_weights(known, sample.seed, f"weights.{stakeholder.id}", sample.draws))
        for stakeholder, known in zip(study.stakeholders, sets, strict=True)
    )
    return Opinion(results, np.stack([result.best for result in results]), matrix.shape[1])


def estimated(samples: Floats) -> Estimated:
    return Estimated.of(mean(samples))


def _weight_set(stakeholder: Stakeholder, place: dict[str, int]) -> WeightSet:
    groups = [tuple(place[c] for c in group if c in place) for group in stakeholder.weights.order]
    kept = tuple(group for group in groups if group)
    return WeightSet(len(place), order=kept or None)
