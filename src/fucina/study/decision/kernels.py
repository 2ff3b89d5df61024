"""Scores of all combinations in loops compiled by Numba; ``plain`` says the same in NumPy."""

from typing import Any

import numpy as np

from fucina.methods.compiled import kernel

WIDTH = 256


@kernel
def scores(rows: Any, index: Any, weights: Any, out: Any) -> None:
    """Weighted sums ``out`` (m, n) of ``rows`` (r, n) that ``index`` (m, c) names, with ``weights`` (c, n)."""
    m, c = index.shape
    n = rows.shape[1]
    for at in range(0, n, WIDTH):
        w = min(WIDTH, n - at)
        for i in range(m):
            for j in range(w):
                out[i, at + j] = 0.0
            for k in range(c):
                row = index[i, k]
                for j in range(w):
                    out[i, at + j] += weights[k, at + j] * rows[row, at + j]


@kernel
def best_of(scores: Any, groups: Any, out: Any, first: Any) -> None:
    """The greatest score ``out`` (g, n) within each group of combinations (m,), and of all the place ``first``."""
    m, n = scores.shape
    for at in range(0, n, WIDTH):
        w = min(WIDTH, n - at)
        top = np.full(w, -np.inf)
        for g in range(out.shape[0]):
            for j in range(w):
                out[g, at + j] = -np.inf
        for i in range(m):
            g = groups[i]
            for j in range(w):
                x = scores[i, at + j]
                if x > out[g, at + j]:
                    out[g, at + j] = x
                if x > top[j]:
                    top[j] = x
                    first[at + j] = i
