"""How near the demand is to each site, one number a site."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, same_length
from fucina.methods.decision.weights import normalise


def gravity_access(demand: ArrayLike, minutes: ArrayLike, decay_minutes: float) -> Floats:
    """Accessibility of each site (m,): sum over i of demand_i * exp(-minutes_ij / decay_minutes).

    Hansen 1959 with negative exponential decay; in the unit of `demand` (n,); `minutes` (n, m).
    Raises MethodError for negative input, a decay that is not positive, or other shapes.

    >>> gravity_access([100, 50], [[0], [0]], 20).tolist()
    [150.0]
    """
    wanted, time = _demand_and_minutes(demand, minutes)
    return np.asarray(wanted @ np.exp(-time / positive("decay_minutes", decay_minutes, ndim=0)))


def coverage(demand: ArrayLike, minutes: ArrayLike, limit: float) -> Floats:
    """Share of the demand (n,) within `limit` minutes of each site, (m,) in 0..1.

    Covering as in Church and ReVelle 1974. Raises MethodError for negative input, no demand at
    all, or other shapes.

    >>> coverage([1, 3], [[10], [30]], 20).tolist()
    [0.25]
    """
    wanted, time = _demand_and_minutes(demand, minutes)
    return np.asarray(normalise(wanted) @ (time <= non_negative("limit", limit, ndim=0)))


def weighted_mean(demand: ArrayLike, minutes: ArrayLike) -> Floats:
    """Mean minutes of the demand (n,) to each site (m,): the site's 1-median cost (Hakimi 1964).

    Raises MethodError for negative input, no demand at all, or other shapes.

    >>> weighted_mean([1, 3], [[10], [30]]).tolist()
    [25.0]
    """
    wanted, time = _demand_and_minutes(demand, minutes)
    return np.asarray(normalise(wanted) @ time)


def _demand_and_minutes(demand: ArrayLike, minutes: ArrayLike) -> tuple[Floats, Floats]:
    wanted, time = non_negative("demand", demand, ndim=1), non_negative("minutes", minutes, ndim=2)
    same_length("demand and rows of minutes", wanted.size, time.shape[0])
    return wanted, time
