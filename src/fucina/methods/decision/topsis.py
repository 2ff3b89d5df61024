"""TOPSIS."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.decision.closeness import Closeness, Normalisation
from fucina.methods.decision.weights import normalise
from fucina.methods.errors import MethodError


def topsis(
    matrix: ArrayLike,
    weights: ArrayLike,
    larger_is_better: ArrayLike,
    normalisation: Normalisation = "vector",
) -> Floats:
    """Closeness (m,) in 0..1 to the ideal alternative: d- / (d+ + d-) (Hwang and Yoon 1981).

    `matrix` (m, c) in any units, `weights` (c,), `larger_is_better` (c,) of booleans. The
    normalisation changes the numbers and must be told with them: `vector` (Hwang and Yoon's:
    divided by the column's Euclidean norm), `minmax` (stretched to 0..1), `max` (divided by the
    largest size) or `sum` (by the sum of sizes).
    Raises MethodError for a column that cannot be normalised, shapes that differ, or alternatives
    all alike.

    >>> topsis([[1, 1], [2, 2]], [1, 1], [True, True]).tolist()
    [0.0, 1.0]
    """
    table, weight = real("matrix", matrix, ndim=2), normalise(weights)
    same_length("weights and columns", weight.size, table.shape[1])
    rule = Closeness.of(table, larger_is_better, normalisation)
    squares = weight * weight
    to_best = np.sqrt((rule.to_best * squares).sum(axis=1))
    to_worst = np.sqrt((rule.to_worst * squares).sum(axis=1))
    if (to_best + to_worst == 0).any():
        raise MethodError("matrix: the alternatives are all alike")
    return np.asarray(to_worst / (to_best + to_worst))
