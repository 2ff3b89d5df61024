"""Several deciders: rules on their rankings and their values."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


def borda(ranks: ArrayLike) -> Floats:
    """Borda scores (m,) from ranks (voters, m), 1 = best: m - rank, summed (Borda 1781).

    Tied alternatives take their mean rank, whatever number the voter wrote. Higher is better.
    Raises MethodError for ranks that are not finite (voters, m).

    >>> borda([[1, 2, 3], [1, 3, 2]]).tolist()
    [4.0, 1.0, 1.0]
    """
    places = _places(ranks)
    return np.asarray((places.shape[1] - places).sum(axis=0))


def copeland(ranks: ArrayLike) -> Floats:
    """Copeland scores (m,): majorities won less majorities lost (Copeland 1951).

    Ranks (voters, m), 1 = best; a pair with as many voters on each side counts for neither.
    Raises MethodError for ranks that are not finite (voters, m).

    >>> copeland([[1, 2, 3], [1, 3, 2], [2, 1, 3]]).tolist()
    [2.0, 0.0, -2.0]
    """
    places = _places(ranks)
    margin = np.sign(places[:, None, :] - places[:, :, None]).sum(axis=0)
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


def kendall_w(ranks: ArrayLike) -> float:
    """Concordance of rankings (voters, m): 1 = all alike, 0 = no common order (Kendall 1939).

    W = 12 S / (v**2 (m**3 - m) - v T) with the correction T = sum of t**3 - t for t ties.
    Raises MethodError for fewer than two alternatives or where every voter ties all of them.

    >>> kendall_w([[1, 2, 3], [1, 2, 3]])
    1.0
    """
    places = _places(ranks)
    voters, m = places.shape
    ties = sum(
        float((count**3 - count).sum())
        for row in places
        for count in [np.unique(row, return_counts=True)[1].astype(np.float64)]
    )
    whole = voters**2 * (m**3 - m) - voters * ties
    if whole == 0:
        raise MethodError("ranks: nothing is ranked above anything, concordance is undefined")
    total = places.sum(axis=0)
    return float(12 * ((total - total.mean()) ** 2).sum() / whole)


def _places(ranks: ArrayLike) -> Floats:
    return np.asarray(rankdata(real("ranks", ranks, ndim=2), axis=1), dtype=np.float64)
