"""Stochastic multicriteria acceptability analysis on value, TOPSIS and PROMETHEE II."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.decision.acceptability import Smaa, analyse
from fucina.methods.decision.closeness import Closeness, Normalisation
from fucina.methods.decision.preference import Preference
from fucina.methods.decision.scoring import Additive, table
from fucina.methods.decision.unicriterion import unicriterion_flows
from fucina.methods.errors import MethodError


def smaa(values: ArrayLike, weights: ArrayLike) -> Smaa:
    """SMAA-2 with an additive value (Lahdelma and Salminen 2001).

    `values` (m, c), or (n, m, c) where they are uncertain too; `weights` (n, c), each row
    normalised here. Score = values @ weights. Clearly better is what leads by more than 1e-12 of
    the draw's largest score; alternatives are ranked by how many are clearly better, and t with
    the same number share their t ranks equally. Central weights share a tied first rank
    in the same way. Ranks are counted, not sorted, block by block, so memory stays small.
    Raises MethodError for non-finite values, negative weights, weights that sum to zero, and
    shapes that differ.

    >>> smaa([[1, 0], [0, 1]], [[0.9, 0.1], [0.2, 0.8]]).acceptability.tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    value = table("values", values)
    return analyse(Additive(value), _weights(weights, "values", value))


def smaa_promethee(
    matrix: ArrayLike,
    weights: ArrayLike,
    larger_is_better: ArrayLike,
    preferences: Sequence[Preference],
) -> Smaa:
    """SMAA-2 with the net flows of PROMETHEE II (Corrente, Figueira and Greco 2014).

    `matrix` (m, c) in any units, or (n, m, c) of n draws; `larger_is_better` (c,), one preference
    a criterion; `weights` (n, c). The net flow is linear in the weights, so the flows of each
    criterion alone are computed once. Ties and errors as `smaa` and `promethee_ii`.

    >>> crossed = [[2, 0], [0, 1]], [[0.9, 0.1], [0.2, 0.8]], [True, True], [Preference()] * 2
    >>> smaa_promethee(*crossed).pairwise.tolist()
    [[0.0, 0.5], [0.5, 0.0]]
    """
    figures = table("matrix", matrix)
    weight = _weights(weights, "matrix", figures)
    return analyse(Additive(unicriterion_flows(figures, larger_is_better, preferences)), weight)


def smaa_topsis(
    matrix: ArrayLike,
    weights: ArrayLike,
    larger_is_better: ArrayLike,
    normalisation: Normalisation = "vector",
) -> Smaa:
    """SMAA-2 with the closeness of TOPSIS (Okul, Gencer and Aydogan 2014).

    `matrix` (m, c) in any units, or (n, m, c) of n draws, each normalised on its own;
    `larger_is_better` (c,); `weights` (n, c). A draw whose weights tell no alternatives apart ties
    them all. Central weights are here the mean of the winning weights, not a bound of a set.
    Normalisation, ties and errors as `topsis` and `smaa`.

    >>> smaa_topsis([[3, 1], [1, 3]], [[0.9, 0.1], [0.2, 0.8]], [True, True]).best.tolist()
    [0, 1]
    """
    figures = table("matrix", matrix)
    weight = _weights(weights, "matrix", figures)
    return analyse(Closeness.of(figures, larger_is_better, normalisation), weight)


def _weights(weights: ArrayLike, name: str, figures: Floats) -> Floats:
    """Weights (n, c) that sum to one and fit the figures."""
    weight = non_negative("weights", weights, ndim=2)
    n, c = weight.shape
    if figures.shape[-1] != c:
        raise MethodError(f"{name}: expected (m, {c}) or (n, m, {c}), got {figures.shape}")
    if figures.ndim == 3 and figures.shape[0] != n:
        raise MethodError(f"{name}: {figures.shape[0]} draws for {n} of the weights")
    total = weight.sum(axis=1, keepdims=True)
    if (total == 0).any():
        row = int(np.argmin(total))
        raise MethodError(f"weights: row {row} sums to zero, cannot be normalised")
    return np.asarray(weight / total)
