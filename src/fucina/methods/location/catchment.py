"""Who goes where, and how much supply each place can reach."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, same_length
from fucina.methods.errors import MethodError


def huff(attractiveness: ArrayLike, distance: ArrayLike, exponent: float) -> Floats:
    """Probability (n, m) that demand at i goes to site j: S_j/d_ij**b, normalised over j.

    Huff 1964. `attractiveness` (m,) >= 0, `distance` (n, m) > 0 in any one unit, exponent b >= 0.
    Raises MethodError for a distance that is not positive, no attraction at all, or other shapes.

    >>> huff([1, 1], [[1, 2]], 2).tolist()
    [[0.8, 0.2]]
    """
    size, away = (
        non_negative("attractiveness", attractiveness, ndim=1),
        positive("distance", distance, ndim=2),
    )
    same_length("attractiveness and columns of distance", size.size, away.shape[1])
    if not size.any():
        raise MethodError("attractiveness: zero everywhere")
    power = float(non_negative("exponent", exponent, ndim=0))
    # relative to the nearest site, so that a large exponent cannot underflow every term
    pull = size * (away[:, size > 0].min(axis=1, keepdims=True) / away) ** power
    return np.asarray(pull / pull.sum(axis=1, keepdims=True))


def two_step_floating_catchment(
    supply: ArrayLike, demand: ArrayLike, distance: ArrayLike, threshold: float
) -> Floats:
    """Accessibility (n,) in units of supply per unit of demand.

    Step 1: each site's supply (m,) over the demand (n,) within `threshold` of it; step 2: each
    place sums the ratios of the sites within the threshold (Luo and Wang 2003). `distance` (n, m)
    and threshold in one unit; a site that nobody reaches gives nothing.
    Raises MethodError for negative input or other shapes.

    >>> two_step_floating_catchment([10], [4, 1], [[1], [9]], 5).tolist()
    [2.5, 0.0]
    """
    offered, wanted = non_negative("supply", supply, ndim=1), non_negative("demand", demand, ndim=1)
    away = non_negative("distance", distance, ndim=2)
    same_length("demand and rows of distance", wanted.size, away.shape[0])
    same_length("supply and columns of distance", offered.size, away.shape[1])
    within = away <= float(non_negative("threshold", threshold, ndim=0))
    served = wanted @ within
    ratio = np.divide(offered, served, out=np.zeros_like(offered), where=served > 0)
    return np.asarray(within @ ratio)
