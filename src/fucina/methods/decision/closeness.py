"""Distances to the ideal and the worst alternative, ready for many weights."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, same_length
from fucina.methods.decision.scoring import weighted_sums
from fucina.methods.errors import MethodError

type Normalisation = Literal["vector", "minmax", "max", "sum"]


@dataclass(frozen=True)
class Closeness:
    """Squared distances of every alternative to the best and the worst figure of each criterion.

    The closeness d- / (d+ + d-) needs of the weights only their squares, since d**2 is the sum
    over the criteria of (weight * difference)**2: the distances are computed once for all weights.

    >>> line = Closeness.of(np.array([[1.0], [3.0], [2.0]]), [True], "minmax")
    >>> line.scores(np.ones((1, 1)), slice(0, 1)).ravel().tolist()
    [0.0, 1.0, 0.5]
    """

    to_best: Floats
    to_worst: Floats

    @classmethod
    def of(
        cls, table: Floats, larger_is_better: ArrayLike, normalisation: Normalisation
    ) -> "Closeness":
        """Of a table (m, c) or (n, m, c). Raises MethodError as `normalised`."""
        directions: Booleans = np.asarray(larger_is_better, dtype=np.bool_)
        same_length("directions and columns", directions.size, table.shape[-1])
        upward = np.where(directions, 1, -1) * normalised(table, normalisation)
        best = upward.max(axis=-2, keepdims=True)
        worst = upward.min(axis=-2, keepdims=True)
        return cls((upward - best) ** 2, (upward - worst) ** 2)

    @property
    def shape(self) -> tuple[int, ...]:
        return self.to_best.shape

    def scores(self, weights: Floats, draws: slice) -> Floats:
        squares = weights * weights
        best = np.sqrt(weighted_sums(self.to_best, squares, draws))
        worst = np.sqrt(weighted_sums(self.to_worst, squares, draws))
        way = best + worst
        return np.asarray(np.divide(worst, way, out=np.full_like(way, 0.5), where=way > 0))


def normalised(table: Floats, normalisation: Normalisation) -> Floats:
    """A table (..., m, c) without units, column by column.

    vector: x / sqrt(sum x**2); minmax: (x - min)/(max - min); max: x / max |x|; sum: x / sum |x|.
    Raises MethodError naming the column that cannot be divided, and for an unknown name.

    >>> normalised(np.array([[1.0], [3.0]]), "sum").tolist()
    [[0.25], [0.75]]
    """
    size = np.abs(table)
    match normalisation:
        case "vector":
            scale = np.sqrt((table * table).sum(axis=-2, keepdims=True))
        case "minmax":
            table = table - table.min(axis=-2, keepdims=True)
            scale = table.max(axis=-2, keepdims=True)
        case "max":
            scale = size.max(axis=-2, keepdims=True)
        case "sum":
            scale = size.sum(axis=-2, keepdims=True)
        case _:
            raise MethodError(
                f"normalisation: expected vector, minmax, max or sum, got {normalisation!r}"
            )
    if (scale == 0).any():
        column = int(np.argwhere(scale == 0)[0, -1])
        alike = "equal figures" if normalisation == "minmax" else "zeros"
        raise MethodError(f"matrix: column {column} of {alike} cannot be normalised")
    return np.asarray(table / scale)
