"""How far several deciders agree, and who stands apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.decision.compromise import places
from fucina.methods.errors import MethodError


def kendall_w(ranks: ArrayLike) -> float:
    """Concordance of rankings (voters, m): 1 = all alike, 0 = no common order (Kendall 1939).

    W = 12 S / (v**2 (m**3 - m) - v T) with the correction T = sum of t**3 - t for t ties.
    Raises MethodError for fewer than two alternatives or where every voter ties all of them.

    >>> kendall_w([[1, 2, 3], [1, 2, 3]])
    1.0
    """
    place = places(ranks)
    voters, m = place.shape
    ties = sum(
        float((count**3 - count).sum())
        for row in place
        for count in [np.unique(row, return_counts=True)[1].astype(np.float64)]
    )
    whole = voters**2 * (m**3 - m) - voters * ties
    if whole == 0:
        raise MethodError("ranks: nothing is ranked above anything, concordance is undefined")
    total = place.sum(axis=0)
    return float(12 * ((total - total.mean()) ** 2).sum() / whole)


def rank_distance(acceptabilities: Sequence[ArrayLike] | Floats) -> Floats:
    """Distance (v, v), 0..1, of v deciders' rank acceptabilities (v, m, m).

    For each alternative the area between the two cumulated rank distributions, in ranks, summed
    and divided by floor(m**2 / 2). Between two certain rankings it is Spearman's footrule
    (Diaconis and Graham 1977): 0 where they agree, 1 where one is the other reversed.
    Raises MethodError for shapes that differ or rows that do not sum to one (to 1e-6).

    >>> one, other = np.eye(3), np.eye(3)[::-1]
    >>> rank_distance([one, other]).tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    tables = [non_negative("acceptabilities", table, ndim=2) for table in acceptabilities]
    if len({table.shape for table in tables}) != 1:
        raise MethodError("acceptabilities: none, or the deciders judge different alternatives")
    shares = np.stack(tables)
    v, m, ranks = shares.shape
    if m != ranks or m < 2 or np.abs(shares.sum(axis=2) - 1).max() > 1e-6:
        raise MethodError(
            f"acceptabilities: expected (v, m, m), m >= 2, each row summing to one, got {(v, m, ranks)}"
        )
    cumulated = shares.cumsum(axis=2)
    apart = np.abs(cumulated[:, None] - cumulated[None]).sum(axis=(2, 3))
    return np.asarray(apart / (m**2 // 2))


def dissent(distance: ArrayLike) -> Floats:
    """Mean distance (v,) of each decider to the others, from distances (v, v); 0 for one alone.

    Raises MethodError for a matrix that is not square.

    >>> dissent([[0, 0.2, 1], [0.2, 0, 0.8], [1, 0.8, 0]]).round(9).tolist()
    [0.6, 0.5, 0.9]
    """
    apart = non_negative("distance", distance, ndim=2)
    v = apart.shape[0]
    if apart.shape != (v, v):
        raise MethodError(f"distance: expected a square, got {apart.shape}")
    return np.asarray((apart.sum(axis=1) - np.diag(apart)) / max(v - 1, 1))
