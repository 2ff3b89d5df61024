"""Explores a run: other weights and narrower assumptions, answered from the draws that the run has kept."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fucina.study.decision.opinion import Opinion, loops
from fucina.study.evaluation.criteria import Judged
from fucina.study.result import Decision, Finance
from fucina.study.sampling import Floats, Sample

DRAWS = 2_500
"""How many draws a run keeps for exploring."""
ENOUGH = 100
"""Draws below which an answer says little: its standard error passes 0.05."""
FILE = "draws.npz"


@dataclass(frozen=True)
class Cache:
    """What exploring needs: the criteria's values (r, n) and where combination i under criterion k finds them
    (m, k), each stakeholder's weights (v, k, n), and the draws of the figures that matter (f, n)."""

    criteria: tuple[str, ...]
    stakeholders: tuple[str, ...]
    names: NDArray[np.str_]
    """Of each combination: alternative, seat, strategy, form (m, 4)."""
    figures: tuple[str, ...]
    rows: NDArray[np.float32]
    index: NDArray[np.int64]
    weights: NDArray[np.float32]
    draws: NDArray[np.float64]

    @cached_property
    def best(self) -> NDArray[np.int64]:
        """The best combination of each draw for each stakeholder (v, n): the same whatever is asked of the figures."""
        return np.stack([_best(self, own.astype(np.float64)) for own in self.weights])


@dataclass(frozen=True)
class Likely:
    """Something with its probability of being best, and the standard error."""

    id: str
    probability: float
    se: float


@dataclass(frozen=True)
class Answer:
    """What is best under the weights and assumptions asked about, from the most probable down.

    ``draws`` are those in which every assumption lies within its band; ``enough`` of them to say something.
    """

    seats: tuple[Likely, ...]
    alternatives: tuple[Likely, ...]
    strategies: tuple[Likely, ...]
    forms: tuple[Likely, ...]
    draws: int
    enough: bool


def cached(
    judged: Judged, views: Opinion, decision: Decision, finance: Finance, sample: Sample
) -> Cache:
    """What a run keeps of its first draws."""
    n = min(DRAWS, sample.draws)
    keys = _figures(decision, finance)
    return Cache(
        criteria=tuple(c.id for c in judged.criteria),
        stakeholders=tuple(s.id for s in sample.study.stakeholders),
        names=np.array(
            [
                (c.alternative.id, str(c.alternative.main), c.strategy, str(c.form))
                for c in judged.combinations
            ]
        ),
        figures=tuple(keys),
        rows=judged.rows[:, :n].astype(np.float32),
        index=judged.index,
        weights=views.weights[:, :, :n].astype(np.float32),
        draws=np.stack([sample.uncertain[key][:n] for key in keys]) if keys else np.zeros((0, n)),
    )


def _figures(decision: Decision, finance: Finance) -> list[str]:
    """The figures that some part of the answer says matter, without repetition."""
    found = [driver.figure for driver in (*decision.drivers, *finance.drivers)]
    found += [worth.figure for worth in decision.information.figures[:10]]
    found += [switch.figure for case in decision.cases for switch in case.switches]
    return list(dict.fromkeys(found))


def save(cache: Cache, path: Path) -> None:
    np.savez(
        path,
        criteria=np.array(cache.criteria),
        stakeholders=np.array(cache.stakeholders),
        names=cache.names,
        figures=np.array(cache.figures, dtype=np.str_),
        rows=cache.rows,
        index=cache.index,
        weights=cache.weights,
        draws=cache.draws,
    )


def load(path: Path) -> Cache:
    """The draws kept by a run. Raises FileNotFoundError, and ValueError for a file that is no such thing."""
    with np.load(path, allow_pickle=False) as kept:
        try:
            return Cache(
                tuple(kept["criteria"].tolist()),
                tuple(kept["stakeholders"].tolist()),
                kept["names"],
                tuple(kept["figures"].tolist()),
                kept["rows"],
                kept["index"],
                kept["weights"],
                kept["draws"],
            )
        except KeyError as error:
            raise ValueError(f"{path}: {error}") from error


def explore(
    cache: Cache,
    *,
    weights: Mapping[str, float] | None = None,
    stakeholder: str | None = None,
    bands: Mapping[str, tuple[float, float]] | None = None,
) -> Answer:
    """What is best if the criteria weigh as ``weights`` says (points, whatever they sum to), or as one
    ``stakeholder``'s do, or as all stakeholders' do together; in the draws where each figure of ``bands`` lies
    between its bounds. Raises KeyError for an unknown criterion, stakeholder or figure, ValueError for weights
    that are negative or all nothing."""
    inside = np.ones(cache.rows.shape[1], dtype=np.bool_)
    for key, (low, high) in (bands or {}).items():
        drawn = cache.draws[_place(cache.figures, key)]
        inside &= (drawn >= low) & (drawn <= high)
    n = int(inside.sum())
    if n == 0:
        return Answer((), (), (), (), 0, False)
    winners = _winners(cache, weights, stakeholder)[:, inside]
    return Answer(
        alternatives=_likely(cache, 0, winners),
        seats=_likely(cache, 1, winners),
        strategies=_likely(cache, 2, winners),
        forms=_likely(cache, 3, winners),
        draws=n,
        enough=n >= ENOUGH,
    )


def _winners(
    cache: Cache, weights: Mapping[str, float] | None, stakeholder: str | None
) -> NDArray[np.int64]:
    """The best combination of each draw, under each set of weights asked about: one, or one for each stakeholder."""
    if weights is None:
        if stakeholder is None:
            return cache.best
        return cache.best[[_place(cache.stakeholders, stakeholder)]]
    points = np.zeros(len(cache.criteria))
    for name, value in weights.items():
        points[_place(cache.criteria, name)] = value
    if not np.isfinite(points).all() or points.min() < 0 or points.sum() <= 0:
        raise ValueError("weights: none negative, and not all nothing")
    own = np.repeat((points / points.sum())[:, None], cache.rows.shape[1], axis=1)
    return _best(cache, own)[None]


def _best(cache: Cache, own: Floats) -> NDArray[np.int64]:
    """The best combination of each draw (n,) under weights (k, n)."""
    m, n = cache.index.shape[0], cache.rows.shape[1]
    scores, top = np.empty((m, n)), np.empty((1, n))
    first = np.empty(n, dtype=np.int64)
    kernels = loops()
    kernels.scores(cache.rows.astype(np.float64), cache.index, own, scores)
    kernels.best_of(scores, np.zeros(m, dtype=np.int64), top, first)
    return first


def _likely(cache: Cache, column: int, winners: NDArray[np.int64]) -> tuple[Likely, ...]:
    names = cache.names[:, column]
    known = list(dict.fromkeys(names.tolist()))
    place = {name: i for i, name in enumerate(known)}
    own = np.array([place[name] for name in names.tolist()])
    found = []
    for i, name in enumerate(known):
        share = np.mean([own[won] == i for won in winners], axis=0)
        se = float(share.std(ddof=1) / np.sqrt(share.size)) if share.size > 1 else 0.0
        found.append(Likely(name, float(share.mean()), se))
    return tuple(sorted(found, key=lambda one: (-one.probability, one.id)))


def _place(names: tuple[str, ...], wanted: Hashable) -> int:
    try:
        return names.index(str(wanted))
    except ValueError:
        raise KeyError(wanted) from None
