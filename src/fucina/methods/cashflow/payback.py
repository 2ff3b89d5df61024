"""Payback period."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


def payback_period(flows: ArrayLike) -> Floats:
    """Periods from the first flow until the cumulated flows (..., T) first reach zero.

    Interpolated inside the period that brings them there; 0 if they never are below zero before,
    nan if they are never paid back. Discounted flows give the discounted payback. Result (...).
    Raises MethodError for flows without a time axis.

    >>> payback_period([-100, 40, 40, 40]).item()
    2.5
    """
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    running = np.cumsum(amounts, axis=-1)
    reached = running >= 0
    first = reached.argmax(axis=-1)[..., None]
    after = np.take_along_axis(running, first, axis=-1)[..., 0]
    flow = np.take_along_axis(amounts, first, axis=-1)[..., 0]
    whole = first[..., 0]
    fraction = np.divide(after, flow, out=np.zeros_like(after), where=(whole > 0) & (flow != 0))
    return np.where(reached.any(axis=-1), whole - fraction, np.nan)
