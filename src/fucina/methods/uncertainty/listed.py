"""Distributions given by a list of values: scenarios and observed samples."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.distribution import levels


@dataclass(frozen=True)
class Discrete:
    """Values with probabilities that sum to one (to 1e-9), else MethodError.

    The quantile is the smallest value whose cumulated probability reaches the level.

    >>> Discrete((0, 100), (0.25, 0.75)).quantile([0.2, 0.3]).tolist()
    [0.0, 100.0]
    """

    values: tuple[float, ...]
    probabilities: tuple[float, ...]

    def __post_init__(self) -> None:
        values = real("values", self.values, ndim=1)
        probabilities = non_negative("probabilities", self.probabilities, ndim=1)
        same_length("values and probabilities", values.size, probabilities.size)
        if abs(probabilities.sum() - 1) > 1e-9:
            raise MethodError(f"probabilities: must sum to 1, got {probabilities.sum()}")

    @property
    def low(self) -> float:
        return min(self._possible())

    @property
    def high(self) -> float:
        return max(self._possible())

    @property
    def mean(self) -> float:
        return float(np.dot(self.values, self.probabilities))

    def quantile(self, u: ArrayLike) -> Floats:
        order = np.argsort(self.values, kind="stable")
        values = np.asarray(self.values, dtype=np.float64)[order]
        probabilities = np.asarray(self.probabilities, dtype=np.float64)[order]
        kept = probabilities > 0
        cumulated = np.cumsum(probabilities[kept])[:-1]
        return np.asarray(values[kept][np.searchsorted(cumulated, levels(u), side="left")])

    def _possible(self) -> list[float]:
        return [float(v) for v, p in zip(self.values, self.probabilities, strict=True) if p > 0]


@dataclass(frozen=True)
class Empirical:
    """An observed sample, each value equally likely: the inverse of its step function.

    >>> Empirical((3, 1, 2)).quantile([0.1, 0.5, 0.9]).tolist()
    [1.0, 2.0, 3.0]
    """

    sample: tuple[float, ...]

    @classmethod
    def reference_class(cls, planned: ArrayLike, actual: ArrayLike) -> "Empirical":
        """Overruns actual/planned of past projects (m,), to multiply an estimate (Flyvbjerg 2006).

        The quantile at the accepted chance of keeping within the budget is the uplift, as a factor.
        Raises MethodError for unequal lengths or an amount that is not positive.

        >>> Empirical.reference_class([10, 20, 50, 80], [11, 20, 75, 100]).quantile(0.75).item()
        1.25
        """
        before, after = positive("planned", planned, ndim=1), positive("actual", actual, ndim=1)
        same_length("planned and actual", before.size, after.size)
        return cls(tuple((after / before).tolist()))

    def __post_init__(self) -> None:
        real("sample", self.sample, ndim=1)

    @property
    def low(self) -> float:
        return float(min(self.sample))

    @property
    def high(self) -> float:
        return float(max(self.sample))

    @property
    def mean(self) -> float:
        return float(np.mean(self.sample))

    def quantile(self, u: ArrayLike) -> Floats:
        ordered = np.sort(np.asarray(self.sample, dtype=np.float64))
        place = np.ceil(levels(u) * ordered.size).astype(np.int64) - 1
        return np.asarray(ordered[np.maximum(place, 0)])
