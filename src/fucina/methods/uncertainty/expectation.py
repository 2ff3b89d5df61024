"""Expectations given inputs, by regression on smooth functions of them."""

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Floats, Integers

FOLDS = 10
RIDGE = 1e-10  # of a function's mean square: tells apart functions that the sample cannot


def expectations(results: Floats, basis: Floats, grade: Integers) -> tuple[Floats, Floats]:
    """Expected results (n, d) given the inputs: fitted to all draws; and to the other nine tenths.

    Least squares on the functions `basis` (n, m) up to the `grade` (m,) that generalised
    cross-validation prefers for all results together (Craven and Wahba 1979).

    >>> x = np.linspace(-1, 1, 40)
    >>> fitted, _ = expectations(3 * x[:, None], np.stack([np.ones(40), x], axis=1), np.array([1, 2]))
    >>> bool(np.allclose(fitted[:, 0], 3 * x))
    True
    """
    n, m = basis.shape
    products = _products(np.concatenate([basis, results], axis=1)) / n
    whole = products.sum(axis=0)
    size = _preferred(whole, grade, n)
    unseen = np.empty_like(results)
    for fold in range(FOLDS):
        weights = _weights(whole - products[fold], size, m)
        unseen[fold::FOLDS] = np.einsum("nm,md->nd", basis[fold::FOLDS, :size], weights)
    return np.einsum("nm,md->nd", basis[:, :size], _weights(whole, size, m)), unseen


def _products(columns: Floats) -> Floats:
    if compiled.available():
        from fucina.methods.uncertainty import kernels

        return kernels.fold_products(columns, FOLDS)
    from fucina.methods.uncertainty import plain

    return plain.fold_products(columns, FOLDS)


def _preferred(whole: Floats, grade: Integers, n: int) -> int:
    """How many functions, from the plainest on, leave the least once their number is paid for."""
    m = grade.size
    root = np.linalg.cholesky(_ridged(whole[:m, :m]))
    explained = (np.linalg.solve(root, whole[:m, m:]) ** 2).sum(axis=1)
    left = np.trace(whole[m:, m:]) - np.cumsum(explained)
    count = np.searchsorted(grade, np.unique(grade), side="right")
    return int(count[np.argmin(left[count - 1] / (n - count) ** 2)])


def _weights(products: Floats, size: int, m: int) -> Floats:
    return np.linalg.solve(_ridged(products[:size, :size]), products[:size, m:])


def _ridged(gram: Floats) -> Floats:
    return gram + RIDGE * np.eye(len(gram))
