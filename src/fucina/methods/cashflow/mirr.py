"""Modified internal rate of return."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.errors import MethodError


def modified_internal_rate_of_return(
    flows: ArrayLike, finance_rate: ArrayLike, reinvest_rate: ArrayLike
) -> Floats:
    """Rate that carries the financed outflows to the reinvested inflows of flows (..., T).

    (FV of inflows at reinvest_rate / -PV of outflows at finance_rate)**(1/(T-1)) - 1 (Lin 1976).
    Rates broadcast against (...), the result's shape. Raises MethodError where a row lacks an inflow or an outflow, or T < 2.

    >>> round(modified_internal_rate_of_return([-100, 0, 121], 0.1, 0.1).item(), 12)
    0.1
    """
    amounts = real("flows", flows)
    last = amounts.shape[-1] - 1 if amounts.ndim else 0
    inflows, outflows = np.maximum(amounts, 0), np.minimum(amounts, 0)
    if last < 1 or not (inflows.any(axis=-1) & outflows.any(axis=-1)).all():
        raise MethodError("flows: need two periods, an inflow and an outflow")
    future = (
        net_present_value(inflows, reinvest_rate, Timing.START) * (1 + rates(reinvest_rate)) ** last
    )
    present = -net_present_value(outflows, finance_rate, Timing.START)
    return np.asarray((future / present) ** (1 / last) - 1)
