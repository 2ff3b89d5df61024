"""Residual value."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive


def residual_value_straight_line(cost: ArrayLike, life: ArrayLike, age: ArrayLike) -> Floats:
    """What is left of `cost` after `age` years of a `life` in years, written off evenly.

    cost * max(0, 1 - age/life); arguments broadcast. Raises MethodError for a negative cost or
    age, or a life that is not positive.

    >>> residual_value_straight_line(1000, 20, [5, 30]).tolist()
    [750.0, 0.0]
    """
    share = 1 - non_negative("age", age) / positive("life", life)
    return np.asarray(non_negative("cost", cost) * np.maximum(share, 0))
