"""Analytic hierarchy process."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, positive
from fucina.methods.errors import MethodError

# mean consistency index of random matrices of size 1 .. 10, Saaty 1980
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)


@dataclass(frozen=True)
class AhpPriorities:
    """Priorities (k,) that sum to one, the principal eigenvalue, consistency index and ratio.

    >>> AhpPriorities(np.array([1.0]), 1.0, 0.0, 0.0).consistency_ratio
    0.0
    """

    priorities: Floats
    eigenvalue: float
    consistency_index: float
    consistency_ratio: float


def ahp_priorities(matrix: ArrayLike) -> AhpPriorities:
    """Principal eigenvector of a matrix of pairwise comparisons (k, k), k <= 10 (Saaty 1980).

    matrix[i, j] says how many times i outweighs j. Consistency index (eigenvalue - k)/(k - 1);
    ratio to Saaty's random index, best below 0.1. Raises MethodError for a matrix that is not
    square, positive and reciprocal (to 1e-6).

    >>> ahp_priorities([[1, 3], [1 / 3, 1]]).priorities.round(9).tolist()
    [0.75, 0.25]
    """
    table = positive("matrix", matrix, ndim=2)
    k = table.shape[0]
    if table.shape != (k, k) or k > len(RANDOM_INDEX):
        raise MethodError(f"matrix: expected a square of at most 10 rows, got {table.shape}")
    if np.abs(table * table.T - 1).max() > 1e-6:
        raise MethodError("matrix: not reciprocal, entry (j, i) must be 1 / entry (i, j)")
    eigenvalues, vectors = np.linalg.eig(table)
    principal = int(np.argmax(eigenvalues.real))
    vector = np.abs(vectors[:, principal].real)
    eigenvalue = float(eigenvalues[principal].real)
    index = max(0.0, (eigenvalue - k) / (k - 1)) if k > 1 else 0.0
    ratio = index / RANDOM_INDEX[k - 1] if k > 2 else 0.0
    return AhpPriorities(vector / vector.sum(), eigenvalue, index, ratio)
