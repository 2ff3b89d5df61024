"""Does the money last every year."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError

ROUNDING = 1e-9


@dataclass(frozen=True)
class Sustainability:
    """Cumulated cash (T,), index of the first period below zero (or None), lowest, verdict.

    >>> sustainability([1, -2]).first_negative
    1
    """

    cumulated: Floats
    first_negative: int | None
    lowest: float
    sustainable: bool


def cumulated(flows: ArrayLike) -> Floats:
    """Running total over the last axis of flows (..., T), in their currency.

    >>> cumulated([1, -2, 4]).tolist()
    [1.0, -1.0, 3.0]
    """
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    return np.asarray(np.cumsum(amounts, axis=-1))


def sustainability(flows: ArrayLike) -> Sustainability:
    """Financial sustainability of total net flows (T,): cumulated cash never below zero.

    Flows hold every source and use: grants, loans, revenue, costs, interest, repayment, tax
    (European Commission, Guide to CBA 2008, section 2.4). Amounts within 1e-9 of the largest flow
    count as zero. Raises MethodError for flows that are not a finite vector.

    >>> sustainability([5, -3, -1]).sustainable
    True
    """
    amounts = real("flows", flows, ndim=1)
    running = cumulated(amounts)
    negative = np.flatnonzero(running < -ROUNDING * np.abs(amounts).max())
    first = int(negative[0]) if negative.size else None
    return Sustainability(running, first, float(running.min()), first is None)
