"""Which uncertain input drives the result, read from the sample already drawn."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.estimate import Estimate

JACKKNIFE_GROUPS = 20


def first_order_given_data(x: ArrayLike, y: ArrayLike, bins: int = 20) -> Estimate:
    """First-order Sobol' index of input `x` on output `y`, both (n,), from one common sample.

    The sample is cut into bins of x with equal counts; the index is the share of the variance of
    y between bins (Plischke, Borgonovo, Smith 2013), less what bins of pure chance would show.
    It may therefore fall slightly below zero. Standard error: delete-a-group jackknife over 20
    interleaved groups; deterministic, no seed. Equal values of x share a bin.
    Raises MethodError for fewer than 10 draws a bin or a constant y.

    >>> grid = (np.arange(2000) * 0.6180339887) % 1.0
    >>> round(first_order_given_data(grid, 3 * grid).value, 2)
    1.0
    """
    inputs, outputs = real("x", x, ndim=1), real("y", y, ndim=1)
    same_length("x and y", inputs.size, outputs.size)
    n = inputs.size
    if bins < 2 or n < 10 * bins:
        raise MethodError(f"bins: need at least 2 and 10 draws in each, got {bins} for {n} draws")
    if np.ptp(outputs) == 0:
        raise MethodError("y: constant, no variance to apportion")
    centred = outputs - outputs.mean()
    edges = np.quantile(inputs, np.arange(1, bins) / bins)
    cell = np.arange(n) % JACKKNIFE_GROUPS * bins + np.searchsorted(edges, inputs, side="right")
    shape = (3, JACKKNIFE_GROUPS, bins)
    moments = np.array(
        [
            np.bincount(cell, weights=weight, minlength=JACKKNIFE_GROUPS * bins)
            for weight in (np.ones(n), centred, centred**2)
        ]
    ).reshape(shape)
    total = moments.sum(axis=1)
    index = float(_between_share(total[:, None])[0])
    without = _between_share(total[:, None] - moments)
    groups = JACKKNIFE_GROUPS
    se = float(np.sqrt((groups - 1) / groups * ((without - without.mean()) ** 2).sum()))
    return Estimate(index, se, n)


def _between_share(moments: Floats) -> Floats:
    """Bias-corrected share of variance between bins from (count, sum, sum of squares)."""
    count, total, square = moments
    n = count.sum(axis=-1)
    filled = np.count_nonzero(count, axis=-1)
    overall = total.sum(axis=-1) ** 2 / n
    between = (total**2 / np.maximum(count, 1)).sum(axis=-1) - overall
    whole = square.sum(axis=-1) - overall
    chance = (filled - 1) * (whole - between) / (n - filled)
    return np.asarray((between - chance) / whole)


def spearman(x: ArrayLike, y: ArrayLike) -> float:
    """Spearman's (1904) rank correlation of two samples (n,); ties take their mean rank.

    Raises MethodError for unequal lengths or a constant sample.

    >>> spearman([1, 2, 3], [10, 100, 1000])
    1.0
    """
    first, second = real("x", x, ndim=1), real("y", y, ndim=1)
    same_length("x and y", first.size, second.size)
    for name, values in (("x", first), ("y", second)):
        if np.ptp(values) == 0:
            raise MethodError(f"{name}: constant, its ranks cannot correlate")
    a, b = rankdata(first), rankdata(second)
    a, b = a - a.mean(), b - b.mean()
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))
