"""From a figure to a value between 0 and 1."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


def linear_value(x: ArrayLike, worst: ArrayLike, best: ArrayLike) -> Floats:
    """(x - worst)/(best - worst) held to 0..1; worst > best where smaller is better.

    Linear value function (Keeney and Raiffa 1976); arguments broadcast, all in the unit of x.
    Raises MethodError where worst equals best.

    >>> linear_value([10, 20, 50], worst=40, best=0).tolist()
    [0.75, 0.5, 0.0]
    """
    low, high = real("worst", worst), real("best", best)
    if (low == high).any():
        raise MethodError("worst, best: equal, no scale between them")
    return np.asarray(np.clip((real("x", x) - low) / (high - low), 0.0, 1.0))
