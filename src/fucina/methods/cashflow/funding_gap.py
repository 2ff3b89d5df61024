"""The public grant to a project that earns revenue, by its funding gap."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.cashflow.npv import net_present_value
from fucina.methods.cashflow.rows import amounts, broadcast, in_last_period, share_of_one
from fucina.methods.cashflow.timing import Timing
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class FundingGap:
    """Discounted investment cost and net revenue, gap rate (0..1), decision amount and grant.

    >>> print(FundingGap(100.0, 60.0, 0.4, 40.0, 20.0))
    funding gap 40 %, grant 20; first flow discounted 0 periods
    """

    dic: float
    dnr: float
    rate: float
    decision_amount: float
    grant: float
    timing: Timing = Timing.START

    def __str__(self) -> str:
        return f"funding gap {100 * self.rate:.4g} %, grant {self.grant:.6g}; {self.timing}"


@dataclass(frozen=True)
class FundingGapSample:
    """`FundingGap` of draws: the same figures, each (...).

    >>> funding_gaps([[100, 0], [50, 0]], [0, 80], [0, 20], residual_value=0, eligible_cost=90,
    ...              cofinancing_rate=0.5, discount_rate=0.0, timing=Timing.START).rate.tolist()
    [0.4, 0.0]
    """

    dic: Floats
    dnr: Floats
    rate: Floats
    decision_amount: Floats
    grant: Floats
    timing: Timing


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
    A rule of the periods 2007-13 and 2014-20, optional since 2021 (see `programming_period`).
    Raises MethodError for a negative amount, lengths that do not fit, no investment or a
    cofinancing rate outside 0..1.

    >>> gap = funding_gap([100, 0], [0, 80], [0, 20], residual_value=0, eligible_cost=90,
    ...                   cofinancing_rate=0.5, discount_rate=0.0)
    >>> gap.rate, gap.grant
    (0.4, 18.0)
    """
    rows = {"investment": investment, "revenue": revenue, "operating_cost": operating_cost}
    one = {name: non_negative(name, row, ndim=1) for name, row in rows.items()}
    single = {
        "residual_value": residual_value,
        "eligible_cost": eligible_cost,
        "cofinancing_rate": cofinancing_rate,
    }
    figures = {name: non_negative(name, figure, ndim=0) for name, figure in single.items()}
    gap = funding_gaps(**one, **figures, discount_rate=discount_rate, timing=timing)
    return FundingGap(
        gap.dic.item(),
        gap.dnr.item(),
        gap.rate.item(),
        gap.decision_amount.item(),
        gap.grant.item(),
        timing,
    )


def funding_gaps(
    investment: ArrayLike,
    revenue: ArrayLike,
    operating_cost: ArrayLike,
    *,
    residual_value: ArrayLike,
    eligible_cost: ArrayLike,
    cofinancing_rate: ArrayLike,
    discount_rate: ArrayLike,
    timing: Timing,
) -> FundingGapSample:
    """`funding_gap` of draws: rows (..., T), other figures (...), all brought to one shape.

    Raises MethodError as `funding_gap` does.

    >>> funding_gaps([[100, 0]], [0, 80], [0, 20], residual_value=[0, 40], eligible_cost=100,
    ...              cofinancing_rate=0.5, discount_rate=0.0, timing=Timing.END).grant.tolist()
    [20.0, 0.0]
    """
    spent, earned, running = amounts(
        investment=investment, revenue=revenue, operating_cost=operating_cost
    )
    share = share_of_one("cofinancing_rate", cofinancing_rate)
    last = in_last_period("residual_value", residual_value, spent.shape[-1])
    net, last = broadcast({"revenue": earned - running, "residual_value": last})
    dic = net_present_value(spent, discount_rate, timing)
    dnr = net_present_value(net + last, discount_rate, timing)
    if (dic == 0).any():
        raise MethodError("investment: zero, no gap to fund")
    rate = np.clip((dic - dnr) / dic, 0, 1)
    amount = non_negative("eligible_cost", eligible_cost) * rate
    return FundingGapSample(dic, dnr, rate, np.asarray(amount), np.asarray(amount * share), timing)
