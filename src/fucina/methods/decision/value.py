"""Weighted value."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, same_length
from fucina.methods.decision.scoring import table
from fucina.methods.decision.weights import normalise


def weighted_value(values: ArrayLike, weights: ArrayLike) -> Floats:
    """Additive value (Keeney and Raiffa 1976): values @ weights, weights normalised here.

    `values` (m, c) in 0..1, `weights` (c,): result (m,). Values (n, m, c) of n draws: result
    (n, m). Raises MethodError for lengths that differ and weights that cannot be normalised.

    >>> weighted_value([[1, 0], [0.5, 0.5]], [3, 1]).tolist()
    [0.75, 0.5]
    """
    value, weight = table("values", values), normalise(weights)
    same_length("weights and columns of values", weight.size, value.shape[-1])
    return np.asarray((value * weight).sum(axis=-1))
