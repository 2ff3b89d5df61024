"""How alike the columns of a sample are ordered."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


def rank_correlation(values: ArrayLike) -> Floats:
    """Spearman's (1904) matrix (k, k) of the columns of `values` (n, k); ties take their mean rank.

    Raises MethodError for a constant column.

    >>> rank_correlation([[1, 30], [2, 20], [3, 10]]).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    columns = real("values", values, ndim=2)
    constant = np.flatnonzero(np.ptp(columns, axis=0) == 0)
    if constant.size:
        raise MethodError(f"values: column {constant[0]} is constant, its ranks cannot correlate")
    ranks = rankdata(columns, axis=0)
    ranks -= ranks.mean(axis=0)
    product = ranks.T @ ranks
    square = np.diagonal(product)
    result = np.clip(product / np.sqrt(np.outer(square, square)), -1, 1)
    np.fill_diagonal(result, 1.0)
    return np.asarray(result)
