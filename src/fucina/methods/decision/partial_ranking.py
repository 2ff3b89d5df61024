"""PROMETHEE I: what outranks what, and what cannot be compared."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, real, same_length

SAME = 1e-12


@dataclass(frozen=True)
class PartialRanking:
    """Three relations (m, m) of row to column: preferred, indifferent, incomparable.

    Every pair stands in exactly one of: row preferred, column preferred, indifferent,
    incomparable; nothing is related to itself.

    >>> promethee_i([0.6, 0.4], [0.2, 0.1]).incomparable.tolist()
    [[False, True], [True, False]]
    """

    preferred: Booleans
    indifferent: Booleans
    incomparable: Booleans


def promethee_i(leaving: ArrayLike, entering: ArrayLike) -> PartialRanking:
    """The partial ranking by leaving and entering flows (m,) (Brans, Vincke, Mareschal 1986).

    a is preferred to b where it leaves no less, enters no more, and one of both is strict; flows
    within 1e-12 are equal. Where the two flows disagree the pair is incomparable.
    Raises MethodError for flows that are not finite or of different lengths.

    >>> promethee_i([0.6, 0.4], [0.1, 0.2]).preferred.tolist()
    [[False, True], [False, False]]
    """
    out, into = real("leaving", leaving, ndim=1), real("entering", entering, ndim=1)
    same_length("leaving and entering flows", out.size, into.size)
    stronger = out[:, None] - out > SAME
    less_weak = into - into[:, None] > SAME
    worse = stronger.T | less_weak.T
    preferred = (stronger | less_weak) & ~worse
    indifferent = (
        ~stronger & ~stronger.T & ~less_weak & ~less_weak.T & ~np.eye(out.size, dtype=bool)
    )
    incomparable = (stronger & less_weak.T) | (stronger.T & less_weak)
    return PartialRanking(preferred, indifferent, incomparable)
