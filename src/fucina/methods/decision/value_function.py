"""From a figure to a value between 0 and 1: linear, piecewise, exponential."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from fucina.methods.arrays import Floats, non_negative, real, same_length
from fucina.methods.errors import MethodError

NEAR_END = 1e-3
LARGEST_CURVATURE = 700.0


def linear_value(
    x: ArrayLike, worst: ArrayLike, best: ArrayLike, indifference: ArrayLike = 0.0
) -> Floats:
    """(x - worst)/(best - worst) held to 0..1; worst > best where smaller is better.

    Linear value function (Keeney and Raiffa 1976); arguments broadcast, all in the unit of x.
    Figures within `indifference` of an end are worth as much as the end; the line runs between.
    Raises MethodError where worst equals best or the indifference leaves nothing between them.

    >>> linear_value([10, 20, 50], worst=40, best=0).tolist()
    [0.75, 0.5, 0.0]
    >>> linear_value([10, 20, 39], worst=40, best=0, indifference=10).tolist()
    [1.0, 0.5, 0.0]
    """
    low, high = real("worst", worst), real("best", best)
    band = non_negative("indifference", indifference)
    if (low == high).any():
        raise MethodError("worst, best: equal, no scale between them")
    towards = np.sign(high - low) * band
    low, high = low + towards, high - towards
    if (np.sign(high - low) * np.sign(real("best", best) - real("worst", worst)) <= 0).any():
        raise MethodError("indifference: must be less than half the way from worst to best")
    return np.asarray(np.clip((real("x", x) - low) / (high - low), 0.0, 1.0))


def piecewise_value(x: ArrayLike, points: ArrayLike, values: ArrayLike) -> Floats:
    """Value by straight lines between stated points, held at the ends (bisection method of Keeney
    and Raiffa 1976).

    `points` (k,) rising or falling, in the unit of x; `values` (k,) in 0..1, equal neighbours where
    one is indifferent between two points, and a peak where the best lies in the middle.
    Raises MethodError for fewer than two points, points out of order or values outside 0..1.

    >>> piecewise_value([0, 5, 30], points=[0, 10, 20], values=[1, 0.4, 0]).tolist()
    [1.0, 0.7, 0.0]
    """
    place, worth = real("points", points, ndim=1), real("values", values, ndim=1)
    same_length("points and values", place.size, worth.size)
    steps = np.diff(place)
    if place.size < 2 or not ((steps > 0).all() or (steps < 0).all()):
        raise MethodError(f"points: need two or more, rising or falling, got {place.tolist()}")
    if worth.min() < 0 or worth.max() > 1:
        raise MethodError(f"values: must lie in 0..1, got {worth.tolist()}")
    order = np.argsort(place)
    return np.asarray(np.interp(real("x", x), place[order], worth[order]))


def exponential_value(
    x: ArrayLike, worst: ArrayLike, best: ArrayLike, curvature: float, indifference: ArrayLike = 0.0
) -> Floats:
    """(1 - exp(-g t))/(1 - exp(-g)) with t the linear value of x and g the curvature (Kirkwood 1997).

    g > 0: the first steps from worst count most; g < 0: the last ones; 0 is the straight line.
    Other arguments and errors as `linear_value`; |g| at most 700.

    >>> exponential_value([0, 5, 10], worst=0, best=10, curvature=2.0).round(3).tolist()
    [0.0, 0.731, 1.0]
    """
    g = float(real("curvature", curvature, ndim=0))
    if abs(g) > LARGEST_CURVATURE:
        raise MethodError(f"curvature: must lie in -700..700, got {g}")
    t = linear_value(x, worst, best, indifference)
    if g == 0:
        return t
    return np.asarray(np.clip(np.expm1(-g * t) / np.expm1(-g), 0.0, 1.0))


def midvalue_curvature(worst: float, best: float, midpoint: float) -> float:
    """Curvature of the exponential value that is one half at `midpoint`: the figure for which the
    steps from worst to it and from it to best are wanted equally (Keeney and Raiffa 1976).

    Raises MethodError for a midpoint nearer to an end than a thousandth of the scale.

    >>> g = midvalue_curvature(0, 10, 3)
    >>> round(g, 4), exponential_value(3, 0, 10, g).round(12).item()
    (1.8011, 0.5)
    """
    scale = real("worst, best, midpoint", [worst, best, midpoint])
    if scale[0] == scale[1]:
        raise MethodError("worst, best: equal, no scale between them")
    t = float((scale[2] - scale[0]) / (scale[1] - scale[0]))
    if not NEAR_END <= t <= 1 - NEAR_END:
        raise MethodError(f"midpoint: must lie between worst and best, got {midpoint}")
    if t == 0.5:
        return 0.0
    if t > 0.5:
        return -midvalue_curvature(0.0, 1.0, 1.0 - t)

    def excess(g: float) -> float:
        return float(np.expm1(-g * t) / np.expm1(-g)) - 0.5

    return float(brentq(excess, 1e-9, LARGEST_CURVATURE, xtol=1e-12))
