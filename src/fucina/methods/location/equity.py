"""How unequally something is spread."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import non_negative, same_length
from fucina.methods.errors import MethodError


def gini(values: ArrayLike, weights: ArrayLike | None = None) -> float:
    """Gini coefficient of `values` (n,) >= 0: 0 where all are equal, near 1 where one has all.

    Half the mean absolute difference over the mean (Gini 1912), of travel times, access or shares;
    `weights` (n,) count the people behind each value. Raises MethodError for negative input, other
    shapes, or nothing to share.

    >>> gini([0, 0, 0, 1])
    0.75
    """
    value = non_negative("values", values, ndim=1)
    people = np.ones_like(value) if weights is None else non_negative("weights", weights, ndim=1)
    same_length("values and weights", value.size, people.size)
    order = np.argsort(value, kind="stable")
    total, number = float(value @ people), float(people.sum())
    if total == 0:
        raise MethodError("values: zero everywhere, nothing to share")
    held = np.cumsum((value * people)[order])
    below = held - (value * people)[order] / 2
    return float(1 - 2 * (people[order] @ below) / (number * total))
