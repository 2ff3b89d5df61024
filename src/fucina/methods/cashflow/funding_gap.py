"""The funding gap of a project that earns revenue."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import non_negative, same_length
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.timing import Timing
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class FundingGap:
    """Discounted investment cost and net revenue, gap rate (0..1), decision amount and grant.

    >>> FundingGap(100.0, 60.0, 0.4, 40.0, 20.0).rate
    0.4
    """

    dic: float
    dnr: float
    rate: float
    decision_amount: float
    grant: float


def funding_gap(
    investment: ArrayLike,
    revenue: ArrayLike,
    operating_cost: ArrayLike,
    *,
    residual_value: float,
    eligible_cost: float,
    cofinancing_rate: float,
    discount_rate: float,
    timing: Timing = Timing.START,
) -> FundingGap:
    """Funding gap of three rows of positive amounts (T,) in one currency.

    DNR = discounted revenue - operating cost + residual value (which falls in the last period);
    R = (DIC - DNR)/DIC held to 0..1; decision amount = eligible cost * R; grant = decision amount
    * cofinancing rate (European Commission, Working Document 4, 2006; CBA guide 2014, Annex I).
    A rule of the periods 2007-13 and 2014-20, optional since 2021. Raises MethodError for a
    negative amount, unequal lengths, no investment or a cofinancing rate outside 0..1.

    >>> gap = funding_gap([100, 0], [0, 80], [0, 20], residual_value=0, eligible_cost=90,
    ...                   cofinancing_rate=0.5, discount_rate=0.0)
    >>> gap.rate, gap.grant
    (0.4, 18.0)
    """
    names = ("investment", "revenue", "operating_cost")
    amounts = (investment, revenue, operating_cost)
    rows = [non_negative(name, row, ndim=1) for name, row in zip(names, amounts, strict=True)]
    same_length(", ".join(names), *(row.size for row in rows))
    eligible = float(non_negative("eligible_cost", eligible_cost, ndim=0))
    share = float(non_negative("cofinancing_rate", cofinancing_rate, ndim=0))
    if share > 1:
        raise MethodError(f"cofinancing_rate: must lie in 0..1, got {share}")
    net = rows[1] - rows[2]
    net[-1] += float(non_negative("residual_value", residual_value, ndim=0))
    values = net_present_value(np.stack([rows[0], net]), discount_rate, timing)
    dic, dnr = float(values[0]), float(values[1])
    if dic == 0:
        raise MethodError("investment: zero, no gap to fund")
    rate = min(1.0, max(0.0, (dic - dnr) / dic))
    return FundingGap(dic, dnr, rate, eligible * rate, eligible * rate * share)
