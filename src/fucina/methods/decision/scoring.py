"""From values and weights to the scores of a block of draws."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods import compiled
from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


class Scoring(Protocol):
    """A rule that turns weights into scores, the values being known (m, c) or drawn (n, m, c)."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(m, c) or (n, m, c)."""
        ...

    def scores(self, weights: Floats, draws: slice) -> Floats:
        """Scores (m, b) of the draws `draws` with weights (c, b), each column summing to one."""
        ...


@dataclass(frozen=True)
class Additive:
    """Weighted sum of the values.

    >>> Additive(np.array([[1.0, 0.0]])).scores(np.array([[0.3], [0.7]]), slice(0, 1)).tolist()
    [[0.3]]
    """

    values: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        return self.values.shape

    def scores(self, weights: Floats, draws: slice) -> Floats:
        return weighted_sums(self.values, weights, draws)


def weighted_sums(values: Floats, weights: Floats, draws: slice) -> Floats:
    """Sums (m, b) of values (m, c), or of the draws of (n, m, c), weighted by (c, b).

    >>> weighted_sums(np.array([[[1.0, 3.0]]]), np.array([[0.5], [0.5]]), slice(0, 1)).tolist()
    [[2.0]]
    """
    result = np.empty((values.shape[-2], weights.shape[1]))
    if compiled.available():
        from fucina.methods.decision import kernels

        if values.ndim == 2:
            kernels.linear_scores(values, weights, result)
        else:
            kernels.drawn_scores(values[draws], weights, result)
    else:
        from fucina.methods.decision import plain

        if values.ndim == 2:
            plain.linear_scores(values, weights, result)
        else:
            plain.drawn_scores(values[draws], weights, result)
    return result


def table(name: str, values: ArrayLike) -> Floats:
    """Values (m, c), or (n, m, c) of n draws. Raises MethodError for another shape.

    >>> table("values", [[1, 2]]).shape
    (1, 2)
    """
    array = real(name, values)
    if array.ndim not in (2, 3):
        raise MethodError(f"{name}: expected (m, c), or (n, m, c) of n draws, got {array.shape}")
    return np.ascontiguousarray(array)
