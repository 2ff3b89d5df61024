"""Counting ranks and pairwise wins of many draws, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats, Integers

BLOCK = 2048
TIE = 1e-12


@dataclass(frozen=True)
class Counts:
    """Sums over the draws seen so far: ranks (m, m), pairwise wins (m, m), scores (m,).

    >>> Counts.empty(2).ranks.shape
    (2, 2)
    """

    ranks: Floats
    pairs: Floats
    scores: Floats

    @classmethod
    def empty(cls, alternatives: int) -> "Counts":
        square = (alternatives, alternatives)
        return cls(np.zeros(square), np.zeros(square), np.zeros(alternatives))


def blocks(n: int) -> Iterator[slice]:
    """Slices that cover 0 .. n-1.

    >>> [block.stop for block in blocks(3000)]
    [2048, 3000]
    """
    for start in range(0, n, BLOCK):
        yield slice(start, min(start + BLOCK, n))


def count_ranks(scores: Floats, counts: Counts) -> Floats:
    """Adds a block of scores (m, n) to `counts`; returns each draw's shares of the first rank.

    The rank is the number of alternatives that score higher; t tied ones share t ranks.

    >>> counts = Counts.empty(2)
    >>> count_ranks(np.array([[3.0, 1.0], [2.0, 1.0]]), counts).tolist()
    [[1.0, 0.5], [0.0, 0.5]]
    >>> counts.ranks.tolist(), counts.pairs.tolist()
    ([[1.5, 0.5], [0.5, 1.5]], [[0.0, 1.5], [0.5, 0.0]])
    """
    m, n = scores.shape
    tie = TIE * np.abs(scores).max(axis=0)
    above = np.empty((m, n), dtype=np.int64)
    wins = np.empty((m, m))
    for a in range(m):
        higher = scores > scores[a] + tie
        above[a] = higher.sum(axis=0, dtype=np.int16)
        wins[:, a] = np.count_nonzero(higher, axis=1)
    counts.pairs[:] += (wins + (n - wins.T)) / 2 * (1 - np.eye(m))
    counts.scores[:] += scores.sum(axis=1)
    tied = above.sum(axis=0) != m * (m - 1) // 2
    clear = above[:, ~tied]
    cells = np.arange(m)[:, None] * m + clear
    counts.ranks[:] += np.bincount(cells.ravel(), minlength=m * m).reshape(m, m)
    first = (above == 0).astype(np.float64)
    if tied.any():
        share = _shared_ranks(scores[:, tied], tie[tied], above[:, tied])
        counts.ranks[:] += share.sum(axis=2)
        first[:, tied] = share[:, 0]
    return np.asarray(first)


def first_shares(scores: Floats) -> Floats:
    """Shares (m, n) of the first rank: 1/t for each of the t best of a draw.

    >>> first_shares(np.array([[1.0], [1.0], [0.0]])).tolist()
    [[0.5], [0.5], [0.0]]
    """
    top = scores.max(axis=0)
    best = scores >= top - TIE * np.abs(scores).max(axis=0)
    return np.asarray(best / best.sum(axis=0))


def _shared_ranks(scores: Floats, tie: Floats, above: Integers) -> Floats:
    """Rank shares (alternative, rank, draw) of draws with ties."""
    m = scores.shape[0]
    below = np.stack([(scores < score - tie).sum(axis=0) for score in scores])
    last = m - 1 - below
    ranks = np.arange(m)[None, :, None]
    mine = (ranks >= above[:, None]) & (ranks <= last[:, None])
    return np.asarray(mine / (last - above + 1)[:, None])
