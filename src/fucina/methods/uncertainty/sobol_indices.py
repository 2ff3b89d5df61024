"""Sobol' indices: which inputs, alone and together, the variance of a result comes from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fucina.methods import compiled
from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.bootstrap import resample_counts


@dataclass(frozen=True)
class Indices:
    """Values, standard errors and interval bounds of the indices of k inputs (k,), or of pairs (k, k).

    >>> Indices(*np.zeros((4, 3))).se.tolist()
    [0.0, 0.0, 0.0]
    """

    value: Floats
    se: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class SobolIndices:
    """Shares of the variance: first order, total, and if asked second order (nan on the diagonal).

    `n` is the number of draws of each block, `level` the coverage aimed at by each low .. high.

    >>> nothing = Indices(*np.zeros((4, 3)))
    >>> SobolIndices(nothing, nothing, None, 1024, 0.95).n
    1024
    """

    first: Indices
    total: Indices
    second: Indices | None
    n: int
    level: float


def sobol_indices(
    outputs: ArrayLike, inputs: int, *, resamples: int = 100, seed: int = 0, level: float = 0.95
) -> SobolIndices:
    """Sobol' (1993) indices of k = `inputs` from a model's results on the blocks of `sobol_design`.

    `outputs` has shape (k + 2, n), or (2k + 2, n) for second order too. First order by Saltelli et
    al. (2010), total by Jansen (1999), second order by Saltelli (2002); with the mirrored blocks
    each is the mean of both of its mirrored estimates. Shares without unit; noise may take a small
    index below 0. Standard errors and percentile intervals by a bootstrap of the n rows (Archer et
    al. 1997; Efron 1979), nan for resamples=0. The bootstrap takes rows for independent: on
    quasi-random draws it overstates the error as a rule.

    Raises MethodError for another number of rows, fewer than 2 draws, a result that is constant or
    not finite, a single or negative number of resamples, and a level outside (0, 1).

    >>> from fucina.methods.uncertainty import sobol_design
    >>> design = sobol_design(1, ["rent", "price"], 4096, second_order=True)
    >>> outputs = [(rows[:, 0] - 0.5) * (rows[:, 1] - 0.5) for rows in design.blocks()]
    >>> found = sobol_indices(outputs, 2)
    >>> found.total.value.round(2).tolist(), found.second.value[0, 1].round(2).item()
    ([1.0, 1.0], 1.0)
    """
    results = real("outputs", outputs, ndim=2)
    blocks, n = results.shape
    if inputs < 1 or blocks not in (inputs + 2, 2 * inputs + 2) or n < 2:
        raise MethodError(
            f"outputs: expected {inputs + 2} or {2 * inputs + 2} blocks of 2 draws or more for "
            f"{inputs} inputs, got shape {results.shape}"
        )
    if np.ptp(results[:2]) == 0:
        raise MethodError("outputs: constant, no variance to apportion")
    if resamples < 0 or resamples == 1 or not 0 < level < 1:
        raise MethodError(f"resamples, level: need 0 or 2 and more, 0..1, got {resamples}, {level}")
    counts = np.concatenate([np.ones((1, n), np.uint16), resample_counts(seed, n, resamples)])
    scaled = (results - results.mean()) / results[:2].std()
    shares = _shares(_sums(scaled, counts, inputs) / n, inputs)
    first, total = (_described(shares[:, i * inputs : (i + 1) * inputs], level) for i in (0, 1))
    pairs = _described(shares[:, 2 * inputs :], level)
    second = Indices(*(_square(part, inputs) for part in vars(pairs).values()))
    return SobolIndices(first, total, second if blocks > inputs + 2 else None, n, level)


def _sums(scaled: Floats, counts: NDArray[np.uint16], inputs: int) -> Floats:
    if compiled.available():
        from fucina.methods.uncertainty import kernels

        return kernels.resampled_sums(scaled, counts, inputs)
    from fucina.methods.uncertainty import plain

    return plain.resampled_sums(scaled, counts, inputs)


def _shares(means: Floats, k: int) -> Floats:
    """Indices (rows, first | total | pairs) from the means of the moments that the kernels sum."""
    variance = (means[:, 1] / 2 - (means[:, 0] / 2) ** 2)[:, None]
    product, first, total = means[:, 2:3], means[:, 3 : 3 + k], means[:, 3 + k : 3 + 2 * k]
    i, j = np.triu_indices(k, 1)
    pairs = means[:, 3 + 2 * k :]
    if pairs.shape[1]:
        pairs = pairs - product - first[:, i] - first[:, j]
    with np.errstate(divide="ignore", invalid="ignore"):  # a resample of few rows may be constant
        return np.asarray(np.concatenate([first, total / 2, pairs], axis=1) / variance)


def _described(shares: Floats, level: float) -> Indices:
    """The first row is the estimate, the others are resamples."""
    value, resampled = shares[0], shares[1:]
    if not resampled.size:
        return Indices(value, *np.full((3, value.size), np.nan))
    low, high = np.quantile(resampled, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return Indices(value, resampled.std(axis=0, ddof=1), low, high)


def _square(pairs: Floats, k: int) -> Floats:
    square = np.full((k, k), np.nan)
    if pairs.size:
        i, j = np.triu_indices(k, 1)
        square[i, j] = square[j, i] = pairs
    return square
