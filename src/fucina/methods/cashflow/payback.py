"""Payback period."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.cashflow.timing import Timing, discount_factors
from fucina.methods.errors import MethodError

ROUNDING = 1e-12


def payback_period(flows: ArrayLike) -> Floats:
    """Periods from the first flow until the cumulated flows (..., T) first reach zero.

    Interpolated inside the period that brings them there; 0 if they never are below zero before,
    nan if they are never paid back; less than 1e-12 of the largest flow counts as zero. Result (...).
    Raises MethodError for flows without a time axis.

    >>> payback_period([-100, 40, 40, 40]).item()
    2.5
    """
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    running = np.cumsum(amounts, axis=-1)
    reached = running >= -ROUNDING * np.abs(amounts).max(axis=-1, keepdims=True)
    first = reached.argmax(axis=-1)[..., None]
    after = np.take_along_axis(running, first, axis=-1)[..., 0]
    flow = np.take_along_axis(amounts, first, axis=-1)[..., 0]
    whole = first[..., 0]
    fraction = np.divide(after, flow, out=np.zeros_like(after), where=(whole > 0) & (flow != 0))
    return np.where(reached.any(axis=-1), whole - fraction, np.nan)


def discounted_payback_period(flows: ArrayLike, rate: ArrayLike, timing: Timing) -> Floats:
    """`payback_period` of flows (..., T) discounted at a rate that broadcasts against (...).

    Periods from the first flow until the cumulated present value first reaches zero; nan where it
    never does. The timing only scales all flows alike, so it moves no result where the rate is one
    for all. Raises MethodError for a rate of -1 or less or shapes that do not fit.

    >>> discounted_payback_period([-100, 55, 60.5], 0.1, Timing.START).round(9).item()
    2.0
    """
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    factors = discount_factors(rate, amounts.shape[-1], timing)
    try:
        return payback_period(amounts * factors)
    except ValueError as error:
        raise MethodError(
            f"rate: shape {np.shape(rate)} does not fit flows {amounts.shape}"
        ) from error
