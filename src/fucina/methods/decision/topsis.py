"""TOPSIS."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, real, same_length
from fucina.methods.decision.weights import normalise
from fucina.methods.errors import MethodError


def topsis(matrix: ArrayLike, weights: ArrayLike, larger_is_better: ArrayLike) -> Floats:
    """Closeness (m,) in 0..1 to the ideal alternative, columns divided by their Euclidean norm.

    Hwang and Yoon 1981 with vector normalisation; other normalisations give other numbers.
    `matrix` (m, c) in any units, `weights` (c,), `larger_is_better` (c,) of booleans.
    Raises MethodError for a column of zeros, shapes that differ, or alternatives all alike.

    >>> topsis([[1, 1], [2, 2]], [1, 1], [True, True]).tolist()
    [0.0, 1.0]
    """
    table, weight = real("matrix", matrix, ndim=2), normalise(weights)
    upward: Booleans = np.asarray(larger_is_better, dtype=np.bool_)
    same_length("weights, directions and columns", weight.size, upward.size, table.shape[1])
    norm = np.sqrt((table**2).sum(axis=0))
    if (norm == 0).any():
        raise MethodError("matrix: a column of zeros cannot be normalised")
    weighted = np.where(upward, 1, -1) * weight * table / norm
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    if (to_best + to_worst == 0).any():
        raise MethodError("matrix: the alternatives are all alike")
    return np.asarray(to_worst / (to_best + to_worst))
