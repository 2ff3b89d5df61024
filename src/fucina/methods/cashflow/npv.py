"""Net present value."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.errors import MethodError


def net_present_value(flows: ArrayLike, rate: ArrayLike, timing: Timing) -> Floats:
    """Present value of flows (..., T) at a rate per period, scalar or broadcast against (...).

    Sum of flow_t / (1 + rate)**(t + first exponent), by Horner's rule in 1/(1 + rate): no powers
    of the flows' size. Result (...), in the flows' currency. Raises MethodError for a rate of -1
    or less, a non-finite flow, or shapes that do not broadcast.

    >>> net_present_value([-100, 60, 72], 0.2, Timing.START).item()
    0.0
    """
    amounts, per_period = real("flows", flows), rates(rate)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    try:
        shape = np.broadcast_shapes(amounts.shape[:-1], per_period.shape)
    except ValueError as error:
        raise MethodError(
            f"rate: shape {per_period.shape} does not fit flows {amounts.shape}"
        ) from error
    factor = 1 / (1 + per_period)
    value = np.zeros(shape)
    for t in range(amounts.shape[-1] - 1, -1, -1):
        value = value * factor + amounts[..., t]
    return np.asarray(value * factor**timing.value)
