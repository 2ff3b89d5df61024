"""Figures that move together: rank correlation by a Gaussian copula."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr, ndtri

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.correlation import checked_correlation, nearest_correlation
from fucina.methods.uncertainty.rank_correlation import rank_correlation

SINGULAR = 1e-12
EDGE = 2.0**-53  # as near to 0 and 1 as addressed draws come


@dataclass(frozen=True)
class Correlated:
    """Correlated uniform draws (n, k), and what became of the Spearman matrix (k, k) asked for.

    `used` is the matrix the copula has after any repair, `achieved` that of these draws. `repaired`
    says whether no figures could be correlated as asked; `moved` is then the Frobenius norm of the
    change in the matrix of the normal scores, `largest` the largest change of one rank correlation.

    >>> correlate([[0.1, 0.7], [0.6, 0.2]], [[1, 0], [0, 1]]).repaired
    False
    """

    uniforms: Floats
    target: Floats
    used: Floats
    achieved: Floats
    repaired: bool
    moved: float
    largest: float


def correlate(uniforms: ArrayLike, spearman: ArrayLike) -> Correlated:
    """Gives independent uniform draws (n, k) the rank correlations `spearman` (k, k).

    Gaussian copula: the normal scores have Pearson correlation 2 sin(pi rho/6) (Pearson 1907), and
    each column stays uniform. A matrix that is not positive semidefinite so converted is replaced by
    the nearest that is (Higham 2002), and the result says so. The i-th column mixes columns 0 .. i
    of the same row alone: rows in blocks give the same draws, figures added at the end change none
    before (unless a repair moves their matrix), and a figure correlated with none before it keeps
    its own draws to the bit. Ties of a discrete figure weaken its rank correlation.

    Raises MethodError for draws outside the open interval (0, 1), fewer than two of them, and a
    matrix that is not symmetric with ones on the diagonal and the rest in -1 .. 1.

    >>> from fucina.methods.uncertainty import uniform
    >>> draws = np.stack([uniform(1, name, 5000) for name in ("rent", "wages")], axis=1)
    >>> correlate(draws, [[1, 0.6], [0.6, 1]]).achieved[0, 1].round(2).item()
    0.61
    """
    own = real("uniforms", uniforms, ndim=2)
    if own.min() <= 0 or own.max() >= 1 or own.shape[0] < 2:
        raise MethodError("uniforms: need two draws or more, inside the open interval (0, 1)")
    target = checked_correlation("spearman", spearman)
    same_length("columns of uniforms and of spearman", own.shape[1], target.shape[0])
    normal = np.where(np.abs(target) == 1, target, 2 * np.sin(np.pi * target / 6))
    possible = nearest_correlation(normal)
    used = np.where(normal == possible, target, 6 / np.pi * np.arcsin(possible / 2))
    drawn = _mixed(own, _root(possible))
    return Correlated(
        uniforms=drawn,
        target=target,
        used=used,
        achieved=rank_correlation(drawn),
        repaired=bool((possible != normal).any()),
        moved=float(np.linalg.norm(possible - normal)),
        largest=float(np.abs(used - target).max()),
    )


def _root(matrix: Floats) -> Floats:
    """Lower triangular L with L L' = matrix; columns of a direction that is used up are zero."""
    k = matrix.shape[0]
    root = np.zeros((k, k))
    for i in range(k):
        for j in range(i):
            left = matrix[i, j] - root[i, :j] @ root[j, :j]
            root[i, j] = left / root[j, j] if root[j, j] else 0.0
        left = 1 - root[i, :i] @ root[i, :i]
        if left > SINGULAR:
            root[i, i] = np.sqrt(left)
        else:
            root[i, :i] /= np.sqrt(root[i, :i] @ root[i, :i])
    return root


def _mixed(own: Floats, root: Floats) -> Floats:
    """Normal scores added in a fixed order, element by element: blocks of rows give the same bits."""
    scores = ndtri(own)
    drawn = np.empty_like(own)
    for i, weights in enumerate(root):
        if weights[i] == 1:
            drawn[:, i] = own[:, i]
            continue
        total = np.zeros(own.shape[0])
        for j in np.flatnonzero(weights):
            total += weights[j] * scores[:, j]
        drawn[:, i] = np.clip(ndtr(total), EDGE, 1 - EDGE)
    return drawn
