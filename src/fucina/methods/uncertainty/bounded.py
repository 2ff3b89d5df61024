"""Distributions between two bounds: fixed, uniform, triangular."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.distribution import levels


@dataclass(frozen=True)
class Fixed:
    """A figure that is certain.

    >>> Fixed(3.0).quantile([0.1, 0.9]).tolist()
    [3.0, 3.0]
    """

    value: float

    def __post_init__(self) -> None:
        real("value", self.value, ndim=0)

    @property
    def low(self) -> float:
        return float(self.value)

    @property
    def high(self) -> float:
        return float(self.value)

    @property
    def mean(self) -> float:
        return float(self.value)

    def quantile(self, u: ArrayLike) -> Floats:
        return np.full_like(levels(u), self.value)


@dataclass(frozen=True)
class Uniform:
    """Every value between low and high equally likely; low < high, else MethodError.

    >>> Uniform(10, 20).quantile(0.25).item()
    12.5
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        real("low, high", [self.low, self.high])
        if not self.low < self.high:
            raise MethodError(f"low, high: need low < high, got {self.low}, {self.high}")

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2

    def quantile(self, u: ArrayLike) -> Floats:
        level = levels(u)
        return np.asarray(self.low * (1 - level) + self.high * level)


def check_mode(low: float, mode: float, high: float) -> None:
    """Raises MethodError unless low <= mode <= high, low < high, all finite.

    >>> check_mode(0.0, 1.0, 2.0)
    """
    real("low, mode, high", [low, mode, high])
    if not (low <= mode <= high and low < high):
        raise MethodError(
            f"low, mode, high: need low <= mode <= high and low < high, got {low}, {mode}, {high}"
        )


@dataclass(frozen=True)
class Triangular:
    """Density rising from low to mode and falling to high (closed-form inverse).

    >>> Triangular(0, 1, 2).quantile([0.5, 0.125]).tolist()
    [1.0, 0.5]
    """

    low: float
    mode: float
    high: float

    def __post_init__(self) -> None:
        check_mode(self.low, self.mode, self.high)

    @property
    def mean(self) -> float:
        return (self.low + self.mode + self.high) / 3

    def quantile(self, u: ArrayLike) -> Floats:
        level = levels(u)
        width = self.high - self.low
        rising = self.low + np.sqrt(level * width * (self.mode - self.low))
        falling = self.high - np.sqrt((1 - level) * width * (self.high - self.mode))
        return np.where(level * width <= self.mode - self.low, rising, falling)
