"""Residual value."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, positive, real
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.errors import MethodError


def residual_value_straight_line(cost: ArrayLike, life: ArrayLike, age: ArrayLike) -> Floats:
    """What is left of `cost` after `age` years of a `life` in years, written off evenly.

    cost * max(0, 1 - age/life); arguments broadcast. Raises MethodError for a negative cost or
    age, or a life that is not positive.

    >>> residual_value_straight_line(1000, 20, [5, 30]).tolist()
    [750.0, 0.0]
    """
    share = 1 - non_negative("age", age) / positive("life", life)
    return np.asarray(non_negative("cost", cost) * np.maximum(share, 0))


def residual_value_of_remaining_flows(
    flow: ArrayLike,
    rate: ArrayLike,
    years: int,
    *,
    growth: ArrayLike = 0.0,
    timing: Timing = Timing.END,
) -> Floats:
    """Value at the end of the horizon of a net flow that goes on for some `years`, or 0 if negative.

    Sum for t = 0 .. years-1 of flow * (1 + growth)**t / (1 + rate)**(t + first exponent) (rule of
    Delegated Regulation (EU) 480/2014, art. 18: the net present value of the remaining life).
    Arguments broadcast. Raises MethodError for years < 0 or a rate or growth of -1 or less.

    >>> residual_value_of_remaining_flows([104.0, -9.0], 0.04, 1).tolist()
    [100.0, 0.0]
    """
    if years < 0:
        raise MethodError(f"years: must not be negative, got {years}")
    discount, rise = 1 + rates(rate), 1 + rates(growth)
    ratio, value = rise / discount, np.zeros(np.broadcast(rise, discount).shape)
    for _ in range(years):
        value = value * ratio + 1
    return np.asarray(np.maximum(real("flow", flow) * value / discount**timing.value, 0))


def residual_value_perpetuity(
    flow: ArrayLike, rate: ArrayLike, *, growth: ArrayLike = 0.0, timing: Timing = Timing.END
) -> Floats:
    """Value at the end of the horizon of a net flow that grows and never ends (Gordon 1962).

    flow * (1 + rate) / (rate - growth) / (1 + rate)**(first exponent); arguments broadcast.
    Raises MethodError unless growth < rate.

    >>> residual_value_perpetuity(3.0, 0.05, growth=0.02).round(9).item()
    100.0
    """
    discount, rise = rates(rate), rates(growth)
    if (rise >= discount).any():
        raise MethodError("growth: must be below the rate, else the value is infinite")
    level = real("flow", flow) * (1 + discount) / (discount - rise)
    return np.asarray(level / (1 + discount) ** timing.value)
