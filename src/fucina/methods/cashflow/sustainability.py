"""Does the money last every year."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, Integers, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Estimate, probability

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


@dataclass(frozen=True)
class SustainabilitySample:
    """Of draws: cumulated cash (n, T), first period below zero (n,) or -1, lowest (n,), and chances.

    `shortfall` is the probability that some period ends below zero, `by_period` that of each.

    >>> sustainability_of_draws([[1, -2], [1, 1]]).shortfall.value
    0.5
    """

    cumulated: Floats
    first_negative: Integers
    lowest: Floats
    shortfall: Estimate
    by_period: tuple[Estimate, ...]


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
    sample = sustainability_of_draws(real("flows", flows, ndim=1)[None])
    first = int(sample.first_negative[0])
    running, lowest = sample.cumulated[0], float(sample.lowest[0])
    return Sustainability(running, first if first >= 0 else None, lowest, first < 0)


def sustainability_of_draws(flows: ArrayLike) -> SustainabilitySample:
    """`sustainability` of each draw of total net flows (n, T), and how often it fails, and when.

    Raises MethodError for flows that are not finite (n, T).

    >>> sustainability_of_draws([[1, -2], [1, 1]]).first_negative.tolist()
    [1, -1]
    """
    amounts = real("flows", flows, ndim=2)
    running = cumulated(amounts)
    negative = running < -ROUNDING * np.abs(amounts).max(axis=1, keepdims=True)
    short = negative.any(axis=1)
    first = np.where(short, negative.argmax(axis=1), -1)
    by_period = tuple(probability(period) for period in negative.T)
    return SustainabilitySample(running, first, running.min(axis=1), probability(short), by_period)
