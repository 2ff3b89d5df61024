"""Analytic hierarchy process."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, positive
from fucina.methods.errors import MethodError

# mean consistency index of random matrices of size 1 .. 10, Saaty 1980
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
CONSISTENT = 1e-9


@dataclass(frozen=True)
class Revisit:
    """The judgement to ask again first: how many times `row` outweighs `column` was given, what all
    the other judgements say of it, and the consistency ratio if it were that.

    >>> Revisit(0, 1, 9.0, 3.0, 0.02).suggested
    3.0
    """

    row: int
    column: int
    given: float
    suggested: float
    consistency_ratio: float


@dataclass(frozen=True)
class AhpPriorities:
    """Priorities (k,) that sum to one, the principal eigenvalue, consistency index and ratio, and
    the judgement to revisit (none where all agree).

    >>> AhpPriorities(np.array([1.0]), 1.0, 0.0, 0.0).consistency_ratio
    0.0
    """

    priorities: Floats
    eigenvalue: float
    consistency_index: float
    consistency_ratio: float
    revisit: Revisit | None = None


def ahp_priorities(matrix: ArrayLike) -> AhpPriorities:
    """Principal eigenvector of a matrix of pairwise comparisons (k, k), k <= 10 (Saaty 1980).

    matrix[i, j] says how many times i outweighs j. Consistency index (eigenvalue - k)/(k - 1);
    ratio to Saaty's random index, best below 0.1. The judgement to revisit is the one whose
    replacement by what the others imply (Harker 1987) lowers the ratio most. Raises MethodError
    for a matrix that is not square, positive and reciprocal (to 1e-6), naming the pair.

    >>> ahp_priorities([[1, 3], [1 / 3, 1]]).priorities.round(9).tolist()
    [0.75, 0.25]
    >>> hint = ahp_priorities([[1, 2, 1 / 4], [1 / 2, 1, 2], [4, 1 / 2, 1]]).revisit
    >>> (hint.row, hint.column, round(hint.suggested, 9)) if hint else None
    (0, 1, 0.125)
    """
    table = positive("matrix", matrix, ndim=2)
    k = table.shape[0]
    if table.shape != (k, k) or k > len(RANDOM_INDEX):
        raise MethodError(f"matrix: expected a square of at most 10 rows, got {table.shape}")
    product = np.abs(table * table.T - 1)
    if product.max() > 1e-6:
        i, j = sorted(int(n) for n in np.unravel_index(product.argmax(), product.shape))
        raise MethodError(f"matrix: not reciprocal, entry ({j}, {i}) must be 1 / entry ({i}, {j})")
    vector, eigenvalue = _principal(table)
    index = max(0.0, (eigenvalue - k) / (k - 1)) if k > 1 else 0.0
    ratio = index / RANDOM_INDEX[k - 1] if k > 2 else 0.0
    hint = _revisit(table) if ratio > CONSISTENT else None
    return AhpPriorities(vector, eigenvalue, index, ratio, hint)


def _principal(table: Floats) -> tuple[Floats, float]:
    """Principal eigenvector, summing to one, and its eigenvalue."""
    eigenvalues, vectors = np.linalg.eig(table)
    principal = int(np.argmax(eigenvalues.real))
    vector = np.abs(vectors[:, principal].real)
    return vector / vector.sum(), float(eigenvalues[principal].real)


def _revisit(table: Floats) -> Revisit:
    """Leaves each judgement out in turn: its two entries 0, the diagonal raised by one."""
    k = table.shape[0]
    found = []
    for i, j in zip(*np.triu_indices(k, 1), strict=True):
        without = table.copy()
        without[i, j] = without[j, i] = 0.0
        without[i, i] = without[j, j] = 2.0
        vector, eigenvalue = _principal(without)
        ratio = max(0.0, eigenvalue - k) / (k - 1) / RANDOM_INDEX[k - 1]
        implied = float(vector[i] / vector[j])
        found.append(Revisit(int(i), int(j), float(table[i, j]), implied, ratio))
    return min(found, key=lambda hint: (round(hint.consistency_ratio, 12), hint.row, hint.column))
