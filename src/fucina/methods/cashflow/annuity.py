"""Level payments."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.cashflow.timing import Timing, rates
from fucina.methods.errors import MethodError


def annuity(
    principal: ArrayLike, rate: ArrayLike, periods: int, timing: Timing = Timing.END
) -> Floats:
    """Level payment of each period that repays `principal` with interest, at its end by default.

    principal * rate / (1 - (1 + rate)**-periods), and principal / periods at rate zero, times
    (1 + rate)**(first exponent - 1); arguments broadcast (textbook formula, e.g. Kellison 2008). Raises MethodError for periods < 1 or a rate of -1 or less.

    >>> annuity(100, [0.0, 0.1], 1).round(9).tolist()
    [100.0, 110.0]
    """
    if periods < 1:
        raise MethodError(f"periods: must be at least 1, got {periods}")
    per_period = rates(rate)
    # expm1 and log1p keep the digits of a small rate
    factor = -np.expm1(-periods * np.log1p(per_period))
    share = np.divide(
        per_period, factor, out=np.full_like(per_period, 1 / periods), where=per_period != 0
    )
    earlier = (1 + per_period) ** (timing.value - 1)
    return np.asarray(real("principal", principal) * share * earlier)
