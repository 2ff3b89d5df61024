"""PROMETHEE II."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.decision.weights import normalise
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Preference:
    """One of the six preference functions of Brans and Vincke (1985), in the criterion's unit.

    I usual; II indifference below q; III linear up to p; IV one half between q and p; V linear
    from q to p; VI Gaussian with spread s. Raises MethodError for a missing or negative threshold.

    >>> Preference("III", p=10.0).degree(np.array([-5.0, 5.0, 20.0])).tolist()
    [0.0, 0.5, 1.0]
    """

    kind: Literal["I", "II", "III", "IV", "V", "VI"] = "I"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in ("I", "II", "III", "IV", "V", "VI"):
            raise MethodError(f"kind: unknown preference function {self.kind}")
        if self.q < 0 or (self.kind in ("III", "IV", "V") and not self.p > self.q):
            raise MethodError(f"q, p: need 0 <= q < p, got {self.q}, {self.p}")
        if self.kind == "VI" and not self.s > 0:
            raise MethodError(f"s: must be positive, got {self.s}")

    def degree(self, difference: Floats) -> Floats:
        """Preference in 0..1 for an advantage, any shape; none for a disadvantage."""
        d = np.maximum(difference, 0)
        match self.kind:
            case "I":
                return np.asarray((d > 0) * 1.0)
            case "II":
                return np.asarray((d > self.q) * 1.0)
            case "III":
                return np.asarray(np.minimum(d / self.p, 1))
            case "IV":
                return np.asarray(((d > self.q) * 1.0 + (d > self.p)) / 2)
            case "V":
                return np.asarray(np.clip((d - self.q) / (self.p - self.q), 0, 1))
            case "VI":
                return np.asarray(1 - np.exp(-(d**2) / (2 * self.s**2)))


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
    Flows are means over the m - 1 others. Raises MethodError for shapes that differ.

    >>> promethee_ii([[3, 1], [1, 1]], [1, 1], [True, True], [Preference()] * 2).net.tolist()
    [0.5, -0.5]
    """
    table, weight = real("matrix", matrix, ndim=2), normalise(weights)
    upward = np.asarray(larger_is_better, dtype=np.bool_)
    m, c = table.shape
    same_length(
        "weights, directions, preferences, columns", weight.size, upward.size, len(preferences), c
    )
    if m < 2:
        raise MethodError("matrix: needs two alternatives to compare")
    signed = np.where(upward, table, -table)
    total = np.zeros((m, m))
    for column, share, preference in zip(signed.T, weight, preferences, strict=True):
        total += share * preference.degree(column[:, None] - column[None, :])
    leaving, entering = total.sum(axis=1) / (m - 1), total.sum(axis=0) / (m - 1)
    return Promethee(total, leaving, entering, leaving - entering)
