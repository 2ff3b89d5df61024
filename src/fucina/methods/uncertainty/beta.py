"""Beta distributions: by their two shapes, or as PERT by the most likely value."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaincinv, betaln

from fucina.methods.arrays import Floats, positive, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.bounded import check_mode
from fucina.methods.uncertainty.distribution import levels

NODES = 2048
EDGE = 32  # nodes from either end up to which the table is not trusted
UNDERFLOW = 1e-60  # below it SciPy's inverse of the beta distribution may lose its way to nan


@dataclass(frozen=True)
class Beta:
    """Beta distribution with shapes alpha and beta, stretched over low..high (Johnson, Kotz, Balakrishnan 1995).

    Mean low + (high - low)*alpha/(alpha + beta). After s successes in n trials, starting from equal
    chances, alpha = 1 + s and beta = 1 + n - s.
    Raises MethodError unless alpha > 0, beta > 0 and low < high.

    >>> Beta(2, 2, 0, 10).quantile([0.0, 0.5, 1.0]).round(12).tolist()
    [0.0, 5.0, 10.0]
    """

    alpha: float
    beta: float
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        positive("alpha", self.alpha, ndim=0)
        positive("beta", self.beta, ndim=0)
        real("low, high", [self.low, self.high])
        if not self.low < self.high:
            raise MethodError(f"low, high: need low < high, got {self.low}, {self.high}")

    @property
    def mean(self) -> float:
        return self.low + (self.high - self.low) * self.alpha / (self.alpha + self.beta)

    def quantile(self, u: ArrayLike) -> Floats:
        return self.low + (self.high - self.low) * _inverse(self.alpha, self.beta, levels(u))


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
        check_mode(self.low, self.mode, self.high)
        if not real("shape", self.shape, ndim=0) > 0:
            raise MethodError(f"shape: must be positive, got {self.shape}")

    @property
    def mean(self) -> float:
        return (self.low + self.shape * self.mode + self.high) / (self.shape + 2)

    def quantile(self, u: ArrayLike) -> Floats:
        width = self.high - self.low
        left = 1 + self.shape * (self.mode - self.low) / width
        right = 1 + self.shape * (self.high - self.mode) / width
        return self.low + width * _inverse(left, right, levels(u))


def _inverse(alpha: float, beta: float, level: Floats) -> Floats:
    """The level's quantile on 0..1, to about 1e-14: read from a table of the distribution and put right by one
    step of Halley's method, three times as fast as SciPy's search; the search itself near both ends, where
    the table is coarse. A draw's quantile is the same whatever others are asked for with it."""
    nodes, reached = _table(alpha, beta)
    shape, level = level.shape, level.ravel()
    near = np.interp(level, reached, nodes)
    inner = (level > reached[EDGE]) & (level < reached[-1 - EDGE])
    x, u = near[inner], level[inner]
    over = betainc(alpha, beta, x) - u
    density = np.exp((alpha - 1) * np.log(x) + (beta - 1) * np.log1p(-x) - betaln(alpha, beta))
    step = over / density
    bend = (alpha - 1) / x - (beta - 1) / (1 - x)
    near[inner] = np.clip(x - step / (1 - step * bend / 2), 0.0, 1.0)
    outer = level[~inner]
    near[~inner] = betaincinv(alpha, beta, np.where(outer < UNDERFLOW, 0.0, outer))
    return np.asarray(near.reshape(shape))


@lru_cache(maxsize=1024)
def _table(alpha: float, beta: float) -> tuple[Floats, Floats]:
    """Points of 0..1, closer together towards the ends, and the distribution there."""
    nodes = (1 - np.cos(np.pi * np.arange(NODES + 1) / NODES)) / 2
    return nodes, np.asarray(betainc(alpha, beta, nodes))
