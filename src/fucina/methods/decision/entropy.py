"""How open an answer is, in bits."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real


def entropy(shares: ArrayLike) -> Floats:
    """Shannon's (1948) entropy of shares (..., k) over the last axis, in bits; none for share 0.

    0 where the answer is certain, log2(k) where all k are as likely. Raises MethodError for
    shares that are negative or not finite.

    >>> entropy([0.5, 0.25, 0.25]).item()
    1.5
    """
    share = non_negative("shares", shares)
    bits = np.log2(share, out=np.zeros_like(share), where=share > 0)
    return np.asarray(np.abs((share * bits).sum(axis=-1)))


def ranking_entropy(scores: ArrayLike) -> float:
    """Entropy in bits of the whole rankings that scores (n, m) of n draws give (van Valkenhoef
    and Tervonen 2016): every order of the alternatives is one outcome; equal scores rank by
    index.

    With many alternatives nearly every draw is its own ranking, and log2(n) is all it can say.
    Raises MethodError for scores that are not finite (n, m).

    >>> ranking_entropy([[3, 2], [2, 1], [1, 2], [0, 1]])
    1.0
    """
    order = np.argsort(-real("scores", scores, ndim=2), axis=1, kind="stable")
    _, times = np.unique(order, axis=0, return_counts=True)
    return float(entropy(times / order.shape[0]))
