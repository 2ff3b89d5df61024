"""Stochastic multicriteria acceptability analysis."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, Integers, non_negative, real
from fucina.methods.decision.ranking import Counts, blocks, count_ranks, first_shares
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Smaa:
    """What the draws of weights and values say about m alternatives and c criteria.

    `acceptability` (m, m): share of draws in which an alternative (row) has a rank (column, best
    first), with `acceptability_se`; `central_weights` (m, c): mean weights of the draws it wins,
    nan if none; `confidence` (m,): share of draws it wins at its central weights, nan if none;
    `pairwise` (m, m): P(row better than column), a tie counts one half, diagonal 0;
    `expected_rank` (m,) from 1; `best` (n,): winner of each draw, lowest index on a tie;
    `scores_mean` (m,).

    >>> smaa([[1, 0], [0, 1]], [[0.9, 0.1], [0.6, 0.4]]).best.tolist()
    [0, 0]
    """

    acceptability: Floats
    acceptability_se: Floats
    central_weights: Floats
    confidence: Floats
    pairwise: Floats
    expected_rank: Floats
    best: Integers
    scores_mean: Floats


def smaa(values: ArrayLike, weights: ArrayLike) -> Smaa:
    """SMAA-2 with an additive value (Lahdelma and Salminen 2001).

    `values` (m, c), or (n, m, c) where they are uncertain too; `weights` (n, c), each row
    normalised here. Score = values @ weights. Scores within 1e-12 of the draw's largest are tied,
    and t tied alternatives share their t ranks equally. Central weights share a tied first rank
    in the same way. Ranks are counted, not sorted, block by block, so memory stays small.
    Raises MethodError for non-finite values, negative weights, weights that sum to zero, and
    shapes that differ.

    >>> smaa([[1, 0], [0, 1]], [[0.9, 0.1], [0.2, 0.8]]).acceptability.tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    value, weight = _inputs(values, weights)
    n = weight.shape[0]
    alternatives, criteria = value.shape[-2:]
    counts = Counts.empty(alternatives)
    best = np.empty(n, dtype=np.int64)
    won_weights = np.zeros((alternatives, criteria))
    for block in blocks(n):
        scores = _scores(value, weight, block)
        first = count_ranks(scores, counts)
        best[block] = first.argmax(axis=0)
        won_weights += first @ weight[block]
    acceptability = counts.ranks / n
    wins = counts.ranks[:, :1]
    central = np.divide(won_weights, wins, out=np.full_like(won_weights, np.nan), where=wins > 0)
    return Smaa(
        acceptability=acceptability,
        acceptability_se=np.sqrt(np.clip(acceptability * (1 - acceptability), 0, None) / n),
        central_weights=central,
        confidence=_confidence(value, central),
        pairwise=counts.pairs / n,
        expected_rank=acceptability @ np.arange(1, alternatives + 1),
        best=best,
        scores_mean=counts.scores / n,
    )


def _inputs(values: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    value, weight = real("values", values), non_negative("weights", weights, ndim=2)
    if value.ndim not in (2, 3) or value.shape[-1] != weight.shape[1]:
        raise MethodError(
            f"values: expected (m, {weight.shape[1]}) or (n, m, {weight.shape[1]}), "
            f"got {value.shape}"
        )
    if value.ndim == 3 and value.shape[0] != weight.shape[0]:
        raise MethodError(f"values: {value.shape[0]} draws for {weight.shape[0]} of the weights")
    total = weight.sum(axis=1, keepdims=True)
    if (total == 0).any():
        raise MethodError("weights: a row sums to zero, cannot be normalised")
    return value, weight / total


def _scores(value: Floats, weight: Floats, block: slice) -> Floats:
    """Scores (m, block): one alternative's draws lie side by side."""
    if value.ndim == 2:
        return np.asarray(value @ weight[block].T)
    return np.ascontiguousarray(np.matmul(value[block], weight[block, :, None])[..., 0].T)


def _confidence(value: Floats, central: Floats) -> Floats:
    """Share of draws each alternative wins where the weights are its central ones."""
    result = np.full(central.shape[0], np.nan)
    draws = value if value.ndim == 3 else value[None]
    winners = np.flatnonzero(np.isfinite(central[:, 0]))
    result[winners] = 0.0
    for block in blocks(draws.shape[0]):
        scores = draws[block] @ central[winners].T
        for column, winner in enumerate(winners):
            mine = np.ascontiguousarray(scores[:, :, column].T)
            result[winner] += first_shares(mine)[winner].sum()
    return np.asarray(result / draws.shape[0])
