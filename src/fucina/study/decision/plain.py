"""Scores of all combinations in NumPy alone."""

import numpy as np
from numpy.typing import NDArray

from fucina.study.sampling import Floats


def scores(rows: Floats, index: NDArray[np.int64], weights: Floats, out: Floats) -> None:
    out[:] = 0.0
    for k in range(index.shape[1]):
        out += weights[k] * rows[index[:, k]]


def best_of(
    scores: Floats, groups: NDArray[np.int64], out: Floats, first: NDArray[np.int64]
) -> None:
    out[:] = -np.inf
    np.maximum.at(out, groups, scores)
    first[:] = scores.argmax(axis=0)
