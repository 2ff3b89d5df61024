"""Correlation matrices: stated by pairs, checked, repaired where no figures can be so correlated."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError

NEGATIVE = 1e-10  # eigenvalues down to -NEGATIVE are rounding
SWEEPS = 10_000
CONVERGED = 1e-12


def correlation_matrix(names: Sequence[str], pairs: Mapping[tuple[str, str], float]) -> Floats:
    """The symmetric matrix (k, k) in the order of `names`, zero for every pair that is not stated.

    Raises MethodError for an unknown name, a pair of one name, a pair stated twice, and a value
    outside -1 .. 1.

    >>> correlation_matrix(["rent", "wages"], {("wages", "rent"): 0.5}).tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    place = {name: i for i, name in enumerate(names)}
    if len(place) < len(names):
        raise MethodError(f"names: each must be given once, got {', '.join(names)}")
    matrix = np.eye(len(names))
    for (first, second), value in pairs.items():
        for name in (first, second):
            if name not in place:
                raise MethodError(f"pairs: {name} is not one of {', '.join(names)}")
        if first == second or (second, first) in pairs:
            raise MethodError(f"pairs: {first} and {second} are one name, or stated twice")
        i, j = place[first], place[second]
        matrix[i, j] = matrix[j, i] = value
    return checked_correlation("pairs", matrix)


def checked_correlation(name: str, value: ArrayLike) -> Floats:
    """Square, symmetric, ones on the diagonal, the rest in -1 .. 1; else MethodError naming the cell.

    >>> checked_correlation("ranks", [[1, 0.5], [0.5, 1]]).tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    matrix = real(name, value, ndim=2)
    k = matrix.shape[0]
    if matrix.shape != (k, k):
        raise MethodError(f"{name}: expected a square matrix, got shape {matrix.shape}")
    for wrong, what in (
        (np.abs(matrix) > 1, "must lie in -1 .. 1"),
        (matrix != matrix.T, "differs from its mirror image"),
        (np.eye(k, dtype=bool) & (matrix != 1), "must be 1 on the diagonal"),
    ):
        if wrong.any():
            i, j = np.argwhere(wrong)[0].tolist()
            raise MethodError(f"{name}[{i}, {j}]: {what}, got {matrix[i, j]}")
    return matrix


def nearest_correlation(matrix: ArrayLike) -> Floats:
    """The correlation matrix (k, k) nearest to a symmetric one, in the Frobenius norm.

    Alternating projections with Dykstra's correction (Higham 2002), until a sweep moves nothing by
    more than 1e-12, or 10,000 sweeps; what is returned is positive semidefinite with ones on the
    diagonal in any case. A matrix that is one already returns unchanged.
    Raises MethodError as for `checked_correlation`.

    >>> nearest_correlation([[1, 1, 0], [1, 1, 1], [0, 1, 1]]).round(4)[0].tolist()
    [1.0, 0.7607, 0.1573]
    """
    stated = checked_correlation("matrix", matrix)
    if np.linalg.eigvalsh(stated)[0] >= -NEGATIVE:
        return stated
    unit, correction = stated, np.zeros_like(stated)
    for _ in range(SWEEPS):
        without = unit - correction
        definite = _semidefinite(without)
        correction = definite - without
        before, unit = unit, definite.copy()
        np.fill_diagonal(unit, 1.0)
        if np.abs(unit - before).max() <= CONVERGED:
            break
    definite = _semidefinite(unit)
    scale = np.sqrt(np.diagonal(definite))
    nearest = np.clip(definite / np.outer(scale, scale), -1, 1)
    np.fill_diagonal(nearest, 1.0)
    return np.asarray((nearest + nearest.T) / 2)


def _semidefinite(matrix: Floats) -> Floats:
    values, vectors = np.linalg.eigh(matrix)
    return np.asarray((vectors * np.maximum(values, 0)) @ vectors.T)
