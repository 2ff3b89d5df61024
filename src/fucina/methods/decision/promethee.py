"""PROMETHEE II: outranking flows and the complete ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, real, same_length
from fucina.methods.decision.preference import Preference
from fucina.methods.decision.weights import normalise
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Promethee:
    """Preference of row over column (m, m), leaving, entering and net flows (m,).

    >>> promethee_ii([[1.0], [2.0]], [1.0], [True], [Preference()]).net.tolist()
    [-1.0, 1.0]
    """

    preference: Floats
    leaving: Floats
    entering: Floats
    net: Floats


def promethee_ii(
    matrix: ArrayLike,
    weights: ArrayLike,
    larger_is_better: ArrayLike,
    preferences: Sequence[Preference],
) -> Promethee:
    """Outranking flows of m >= 2 alternatives on c criteria (Brans, Vincke, Mareschal 1986).

    `matrix` (m, c), `weights` (c,), `larger_is_better` (c,), one preference a criterion.
    Flows are means over the m - 1 others; the highest net flow ranks first.
    Raises MethodError for shapes that differ and for fewer than two alternatives.

    >>> promethee_ii([[3, 1], [1, 1]], [1, 1], [True, True], [Preference()] * 2).net.tolist()
    [0.5, -0.5]
    """
    table = real("matrix", matrix, ndim=2)
    signed = upward(table, larger_is_better, preferences)
    weight = normalise(weights)
    m, c = table.shape
    same_length("weights and columns", weight.size, c)
    total = np.zeros((m, m))
    for column, share, preference in zip(signed.T, weight, preferences, strict=True):
        total += share * preference.degree(column[:, None] - column[None, :])
    leaving, entering = total.sum(axis=1) / (m - 1), total.sum(axis=0) / (m - 1)
    return Promethee(total, leaving, entering, leaving - entering)


def upward(table: Floats, larger_is_better: ArrayLike, preferences: Sequence[Preference]) -> Floats:
    """The table (..., m, c) with the sign of each criterion turned so that larger is better.

    Raises MethodError for fewer than two alternatives or a direction or preference too few or many.

    >>> upward(np.array([[1.0], [2.0]]), [False], [Preference()]).tolist()
    [[-1.0], [-2.0]]
    """
    directions: Booleans = np.asarray(larger_is_better, dtype=np.bool_)
    m, c = table.shape[-2:]
    same_length("directions, preferences and columns", directions.size, len(preferences), c)
    if m < 2:
        raise MethodError("matrix: needs two alternatives to compare")
    return np.asarray(np.where(directions, table, -table))
