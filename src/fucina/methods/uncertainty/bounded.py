"""Distributions between two bounds: fixed, uniform, triangular, PERT."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.distribution import levels

UNDERFLOW = 1e-60  # below it SciPy's inverse of the beta distribution may lose its way to nan


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


def _check_mode(low: float, mode: float, high: float) -> None:
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
        _check_mode(self.low, self.mode, self.high)

    @property
    def mean(self) -> float:
        return (self.low + self.mode + self.high) / 3

    def quantile(self, u: ArrayLike) -> Floats:
        level = levels(u)
        width = self.high - self.low
        rising = self.low + np.sqrt(level * width * (self.mode - self.low))
        falling = self.high - np.sqrt((1 - level) * width * (self.high - self.mode))
        return np.where(level * width <= self.mode - self.low, rising, falling)


@dataclass(frozen=True)
class Pert:
    """Beta distribution over low..high with the given mode (Malcolm et al. 1959; Vose 2008).

    Mean (low + shape*mode + high)/(shape + 2); a larger shape trusts the mode more.
    Raises MethodError unless low <= mode <= high, low < high and shape > 0.

    >>> Pert(0, 2, 10).mean
    3.0
    """

    low: float
    mode: float
    high: float
    shape: float = 4.0

    def __post_init__(self) -> None:
        _check_mode(self.low, self.mode, self.high)
        if not real("shape", self.shape, ndim=0) > 0:
            raise MethodError(f"shape: must be positive, got {self.shape}")

    @property
    def mean(self) -> float:
        return (self.low + self.shape * self.mode + self.high) / (self.shape + 2)

    def quantile(self, u: ArrayLike) -> Floats:
        width = self.high - self.low
        left = 1 + self.shape * (self.mode - self.low) / width
        right = 1 + self.shape * (self.high - self.mode) / width
        level = levels(u)
        level = np.where(level < UNDERFLOW, 0.0, level)
        return np.asarray(self.low + width * betaincinv(left, right, level))
