"""Rules that make one choice of several deciders' rankings or values."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from fucina.methods.arrays import Floats, non_negative, real, same_length


def borda(ranks: ArrayLike, votes: ArrayLike | None = None) -> Floats:
    """Borda scores (m,) from ranks (voters, m), 1 = best: m - rank, summed (Borda 1781).

    Tied alternatives take their mean rank, whatever number the voter wrote. Higher is better.
    `votes` (voters,): how many votes each casts, one unless said.
    Raises MethodError for ranks that are not finite (voters, m) and for votes below zero.

    >>> borda([[1, 2, 3], [1, 3, 2]]).tolist()
    [4.0, 1.0, 1.0]
    """
    place = places(ranks)
    points = (place.shape[1] - place) * _votes(votes, place)
    return np.asarray(points.sum(axis=0))


def copeland(ranks: ArrayLike, votes: ArrayLike | None = None) -> Floats:
    """Copeland scores (m,): majorities won less majorities lost (Copeland 1951).

    Ranks (voters, m), 1 = best; a pair with as many votes on each side counts for neither.
    `votes` and errors as `borda`.

    >>> copeland([[1, 2, 3], [1, 3, 2], [2, 1, 3]]).tolist()
    [2.0, 0.0, -2.0]
    """
    place = places(ranks)
    sides = np.sign(place[:, None, :] - place[:, :, None])
    margin = (sides * _votes(votes, place)[:, :, None]).sum(axis=0)
    return np.asarray(np.sign(margin).sum(axis=1))


@dataclass(frozen=True)
class MinimaxRegret:
    """Worst regret of each alternative (m,) over the voters, and the alternative that least
    disappoints (lowest index on a tie).

    >>> minimax_regret([[1.0, 0.8], [0.0, 0.9]]).best
    1
    """

    regret: Floats
    best: int


def minimax_regret(values: ArrayLike) -> MinimaxRegret:
    """Savage's (1951) rule on values (voters, m): regret = voter's best value - value.

    Rows may be voters, scenarios or draws. Raises MethodError for values that are not (voters, m).

    >>> minimax_regret([[1.0, 0.5], [0.0, 0.75]]).regret.tolist()
    [0.75, 0.5]
    """
    value = real("values", values, ndim=2)
    regret = (value.max(axis=1, keepdims=True) - value).max(axis=0)
    return MinimaxRegret(regret, int(regret.argmin()))


def places(ranks: ArrayLike) -> Floats:
    """Ranks (voters, m) rewritten as 1 .. m, ties at their mean. Raises MethodError as `borda`.

    >>> places([[10, 20, 10]]).tolist()
    [[1.5, 3.0, 1.5]]
    """
    return np.asarray(rankdata(real("ranks", ranks, ndim=2), axis=1), dtype=np.float64)


def _votes(votes: ArrayLike | None, place: Floats) -> Floats:
    if votes is None:
        return np.ones((place.shape[0], 1))
    cast = non_negative("votes", votes, ndim=1)
    same_length("votes and rows of ranks", cast.size, place.shape[0])
    return cast[:, None]
