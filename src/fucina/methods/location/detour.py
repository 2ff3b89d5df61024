"""Crow flight times a detour, with the error that this makes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, same_length
from fucina.methods.errors import MethodError
from fucina.methods.location.distance import travel_minutes


@dataclass(frozen=True)
class Travel:
    """Minutes as estimated, and where they lie with one relative error less or more.

    >>> Travel(np.array([20.0]), np.array([18.0]), np.array([22.0])).high.item()
    22.0
    """

    minutes: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Detour:
    """`factor`: network length over crow flight, at least 1; `error`: its relative error, declared.

    Raises MethodError for a factor below 1, or an error outside 0 .. 1.

    >>> band = Detour(1.3, 0.1).travel(10, speed_km_h=39)
    >>> band.minutes.item(), round(band.low.item(), 9), round(band.high.item(), 9)
    (20.0, 18.0, 22.0)
    """

    factor: float
    error: float

    def __post_init__(self) -> None:
        if not self.factor >= 1:
            raise MethodError(f"factor: must be at least 1, got {self.factor}")
        if not 0 <= self.error < 1:
            raise MethodError(f"error: must lie in 0 .. 1, got {self.error}")

    def travel(self, km: ArrayLike, speed_km_h: ArrayLike) -> Travel:
        """Minutes for crow-flight km at a speed, as `travel_minutes`, with their band; arguments
        broadcast. No band lies below the crow flight."""
        minutes = travel_minutes(km, self.factor, speed_km_h)
        crow = travel_minutes(km, 1, speed_km_h)
        low = np.maximum(minutes * (1 - self.error), crow)
        return Travel(minutes, np.asarray(low), np.asarray(minutes * (1 + self.error)))


def fit_detour(crow_km: ArrayLike, network_km: ArrayLike) -> Detour:
    """Factor and error from sampled pairs of points, (n,) each in one unit.

    Factor: total network length over total crow flight; error: root mean square of the relative
    residuals (circuity as in Ballou, Rahardja and Sakai 2002). Raises MethodError for lengths that
    are not positive, other shapes, or networks shorter than the crow flight.

    >>> fit_detour([10, 10], [13, 13])
    Detour(factor=1.3, error=0.0)
    """
    crow, network = (
        positive("crow_km", crow_km, ndim=1),
        non_negative("network_km", network_km, ndim=1),
    )
    same_length("crow_km and network_km", crow.size, network.size)
    factor = float(network.sum() / crow.sum())
    if factor < 1:
        raise MethodError(f"network_km: shorter than crow_km on the whole, factor {factor}")
    residual = network / (factor * crow) - 1
    return Detour(factor, float(np.sqrt(np.mean(residual**2))))
