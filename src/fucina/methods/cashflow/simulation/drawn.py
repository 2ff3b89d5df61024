"""Net present value of lines already drawn: by a copula, a scenario, or another model's output."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.cashflow.rows import broadcast
from fucina.methods.cashflow.simulation.choice import simulate
from fucina.methods.cashflow.simulation.inputs import GIVEN
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.errors import MethodError


def net_present_value_of_lines(
    amounts: ArrayLike, growths: ArrayLike, profiles: ArrayLike, rate: ArrayLike, timing: Timing
) -> Floats:
    """Net present value (n,) of n draws of L lines: amount * (1 + growth)**t * profile[t], added up.

    `amounts` (n, L), `growths` (L,) or (n, L) and `rate` () or (n,), per period, may depend on one
    another in any way; `profiles` (L, T) hold for all. By Horner's rule, without a tensor of flows,
    as `simulate_net_present_value`. Raises MethodError for shapes that do not fit, a growth or rate
    of -1 or less, or a value that is not finite.

    >>> net_present_value_of_lines([[100.0, 50.0]], 0.0, [[-1, 0], [0, 3]], 0.5, Timing.START)
    array([0.])
    """
    drawn, shares = real("amounts", amounts, ndim=2), real("profiles", profiles, ndim=2)
    n, lines = drawn.shape
    if shares.shape[0] != lines:
        raise MethodError(f"profiles: {shares.shape[0]} rows for {lines} lines")
    rises = real("growths", growths)
    if (rises <= -1).any():
        raise MethodError(f"growths: must be greater than -1, got {rises.min()}")
    both = broadcast({"amounts": drawn, "growths": rises})
    discount = rates(rate)
    if both[0].shape != drawn.shape or discount.shape not in ((), (n,)):
        raise MethodError(
            f"growths, rate: shapes {rises.shape} and {discount.shape} do not fit {n} draws"
        )
    given = np.vstack([both[0].T, both[1].T, np.broadcast_to(discount, (1, n))])
    inputs = 2 * lines + 1
    bounds = np.zeros((inputs, 3))
    bounds[:, 0] = np.arange(inputs)
    plan = (np.zeros(inputs, dtype=np.uint64), np.full(inputs, GIVEN), bounds)
    return simulate(np.uint64(0), 0, n, plan, given, shares, timing.value)
