"""The lognormal distribution, for figures that multiply."""

from dataclasses import dataclass
from math import exp, inf, isfinite, log

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.distribution import levels


@dataclass(frozen=True)
class Lognormal:
    """exp of a normal with mean `mu` and standard deviation `sigma` (of the logarithm).

    Raises MethodError for a non-finite parameter or sigma <= 0.

    >>> Lognormal(0.0, 1.0).quantile(0.5).item()
    1.0
    """

    mu: float
    sigma: float

    def __post_init__(self) -> None:
        if not (isfinite(self.mu) and isfinite(self.sigma) and self.sigma > 0):
            raise MethodError(f"mu, sigma: need finite values and sigma > 0, got {self}")

    @classmethod
    def from_quantiles(
        cls, low: float, high: float, low_level: float = 0.05, high_level: float = 0.95
    ) -> "Lognormal":
        """The lognormal with P(x <= low) = low_level and P(x <= high) = high_level.

        >>> Lognormal.from_quantiles(1, 100).quantile([0.05, 0.5]).round(9).tolist()
        [1.0, 10.0]
        """
        if not (0 < low < high < inf and 0 < low_level < high_level < 1):
            raise MethodError(
                "quantiles: need 0 < low < high and 0 < low_level < high_level < 1, "
                f"got {low}, {high} at {low_level}, {high_level}"
            )
        z_low, z_high = float(ndtri(low_level)), float(ndtri(high_level))
        sigma = log(high / low) / (z_high - z_low)
        return cls(log(low) - sigma * z_low, sigma)

    @property
    def low(self) -> float:
        return 0.0

    @property
    def high(self) -> float:
        return inf

    @property
    def mean(self) -> float:
        return exp(self.mu + self.sigma**2 / 2)

    def quantile(self, u: ArrayLike) -> Floats:
        return np.asarray(np.exp(self.mu + self.sigma * ndtri(levels(u))))
