"""Ranks and pairwise wins of many draws, counted block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Floats, Integers

BLOCK = 512
TIE = 1e-12


@dataclass(frozen=True)
class Counts:
    """Sums over the draws seen so far: ranks (m, m), clear wins of row over column (m, m), weights
    of the draws won and their squares (m, c), scores and their squares (m,).

    >>> Counts.empty(2, 3).won.shape
    (2, 3)
    """

    ranks: Floats
    wins: Integers
    won: Floats
    won_squares: Floats
    scores: Floats
    score_squares: Floats

    @classmethod
    def empty(cls, alternatives: int, criteria: int) -> "Counts":
        square, wide = (alternatives, alternatives), (alternatives, criteria)
        return cls(
            np.zeros(square), np.zeros(square, dtype=np.int64), np.zeros(wide), np.zeros(wide),
            np.zeros(alternatives), np.zeros(alternatives),
        )  # fmt: skip


def blocks(n: int) -> Iterator[slice]:
    """Slices that cover 0 .. n-1.

    >>> [block.stop for block in blocks(700)]
    [512, 700]
    """
    for start in range(0, n, BLOCK):
        yield slice(start, min(start + BLOCK, n))


def count_ranks(scores: Floats, weights: Floats, counts: Counts) -> Integers:
    """Adds a block of scores (m, n) and weights (c, n) to `counts`; returns each draw's best (n,).

    Clearly better is what leads by more than 1e-12 of the draw's largest score. Alternatives are
    ranked by how many are clearly better; t with the same number share their t ranks equally.

    >>> counts = Counts.empty(2, 1)
    >>> count_ranks(np.array([[3.0, 1.0], [2.0, 1.0]]), np.ones((1, 2)), counts).tolist()
    [0, 0]
    >>> counts.ranks.tolist(), counts.wins.tolist()
    ([[1.5, 0.5], [0.5, 1.5]], [[0, 1], [0, 0]])
    """
    above = np.empty(scores.shape, dtype=np.int64)
    best = np.empty(scores.shape[1], dtype=np.int64)
    won = np.zeros_like(counts.won), np.zeros_like(counts.won)
    if compiled.available():
        from fucina.methods.decision import kernels

        kernels.count_better(scores, tolerance(scores), above, counts.wins)
        kernels.share_ranks(above, weights, counts.ranks, *won, best)
    else:
        from fucina.methods.decision import plain

        plain.count_better(scores, tolerance(scores), above, counts.wins)
        plain.share_ranks(above, weights, counts.ranks, *won, best)
    counts.won[:] += won[0]
    counts.won_squares[:] += won[1]
    counts.scores[:] += scores.sum(axis=1)
    counts.score_squares[:] += (scores * scores).sum(axis=1)
    return best


def tolerance(scores: Floats) -> Floats:
    """The lead (n,) below which two scores (m, n) of a draw are tied.

    >>> tolerance(np.array([[2.0], [-4.0]])).tolist()
    [4e-12]
    """
    return np.asarray(TIE * np.abs(scores).max(axis=0))


def first_shares(scores: Floats) -> Floats:
    """Shares (m, n) of the first rank: 1/t for each of the t best of a draw.

    >>> first_shares(np.array([[1.0], [1.0], [0.0]])).tolist()
    [[0.5], [0.5], [0.0]]
    """
    best = scores.max(axis=0) - scores <= tolerance(scores)
    return np.asarray(best / best.sum(axis=0))
