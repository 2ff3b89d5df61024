"""The public grant to a project that earns revenue, by its sector's flat rate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.cashflow.rows import share_of_one


@dataclass(frozen=True)
class FlatRateGrant:
    """Decision amount and grant (...) where net revenue is taken as a flat share of the cost.

    >>> flat_rate_grant(100, 0.2, 0.5).grant.item()
    40.0
    """

    decision_amount: Floats
    grant: Floats


def flat_rate_grant(
    eligible_cost: ArrayLike, flat_rate: ArrayLike, cofinancing_rate: ArrayLike
) -> FlatRateGrant:
    """Grant by a sector's flat rate of net revenue, without discounting anything.

    decision amount = eligible cost * (1 - flat rate), grant = decision amount * cofinancing rate
    (Regulation (EU) No 1303/2013, art. 61(3)(a); rates in `ProgrammingPeriod.flat_rate`).
    Arguments broadcast. Raises MethodError for a negative cost or a rate outside 0..1.

    >>> flat_rate_grant(50.0, 0.2, 0.5).decision_amount.item()
    40.0
    """
    amount = non_negative("eligible_cost", eligible_cost) * (
        1 - share_of_one("flat_rate", flat_rate)
    )
    grant = amount * share_of_one("cofinancing_rate", cofinancing_rate)
    return FlatRateGrant(np.asarray(amount), np.asarray(grant))
