"""One input at a time, from its low to its high."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, Integers, real, same_length


@dataclass(frozen=True)
class Tornado:
    """Results at low and high of each input (k,), the result at base, and inputs by swing.

    >>> tornado(lambda x: x.sum(axis=1), [0], [1], [2]).base
    1.0
    """

    low: Floats
    base: float
    high: Floats
    swing: Floats
    order: Integers


def tornado(
    model: Callable[[Floats], ArrayLike], low: ArrayLike, base: ArrayLike, high: ArrayLike
) -> Tornado:
    """Moves each of k inputs (k,) alone to its low and high value.

    `model` maps rows of inputs (m, k) to results (m,). The swing is how far apart both results are;
    `order` lists the inputs from the largest swing to the smallest.
    Raises MethodError for unequal lengths.

    >>> tornado(lambda x: x[:, 0] + 10 * x[:, 1], [0, 0], [1, 1], [2, 2]).order.tolist()
    [1, 0]
    """
    lows, bases, highs = (
        real(name, value, ndim=1) for name, value in (("low", low), ("base", base), ("high", high))
    )
    same_length("low, base and high", lows.size, bases.size, highs.size)
    k = bases.size
    rows = np.tile(bases, (2 * k + 1, 1))
    each = np.arange(k)
    rows[1 + each, each] = lows
    rows[1 + k + each, each] = highs
    result = real("model's result", model(rows), ndim=1)
    same_length("model's result and rows", result.size, 2 * k + 1)
    at_low, at_high = result[1 : k + 1], result[k + 1 :]
    swing = np.abs(at_high - at_low)
    return Tornado(at_low, float(result[0]), at_high, swing, np.argsort(-swing, kind="stable"))
