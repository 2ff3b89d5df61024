"""Weights from simple statements."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.errors import MethodError


def normalise(weights: ArrayLike) -> Floats:
    """Weights (..., k) divided by their sum over the last axis.

    Raises MethodError for a negative weight or a sum of zero.

    >>> normalise([1, 1, 2]).tolist()
    [0.25, 0.25, 0.5]
    """
    array = non_negative("weights", weights)
    total = array.sum(axis=-1, keepdims=True) if array.ndim else array
    if (total == 0).any():
        raise MethodError("weights: sum to zero, cannot be normalised")
    return np.asarray(array / total)


def swing(points: ArrayLike) -> Floats:
    """Weights from swing points: 100 for the most wanted move from worst to best, others below.

    points / sum of points (von Winterfeldt and Edwards 1986). Shape (k,). Raises as `normalise`.

    >>> swing([100, 60, 40]).tolist()
    [0.5, 0.3, 0.2]
    """
    return normalise(non_negative("points", points, ndim=1))


def rank_order_centroid(size: int) -> Floats:
    """Centre of the weights with w1 >= w2 >= ... (Barron and Barrett 1996); shape (size,).

    w_i = (1/k) * sum of 1/j for j = i .. k. Raises MethodError for size < 1.

    >>> rank_order_centroid(2).tolist()
    [0.75, 0.25]
    """
    if size < 1:
        raise MethodError(f"size: must be at least 1, got {size}")
    return np.asarray(np.cumsum(1 / np.arange(size, 0, -1))[::-1] / size)


def direct(points: ArrayLike, total: float = 100.0) -> Floats:
    """Weights from `total` points shared out among the criteria; shape (k,).

    Direct allocation (Doyle, Green and Bottomley 1997): points / total. Raises MethodError for
    negative points or points that do not add up to the total (to 1e-9 of it).

    >>> direct([50, 30, 20]).tolist()
    [0.5, 0.3, 0.2]
    """
    shared = non_negative("points", points, ndim=1)
    if not np.isfinite(total) or total <= 0:
        raise MethodError(f"total: must be positive, got {total}")
    if abs(shared.sum() - total) > 1e-9 * total:
        raise MethodError(f"points: add up to {shared.sum():g}, not to {total:g}")
    return np.asarray(shared / total)
