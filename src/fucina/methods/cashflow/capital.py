"""Financial return on the whole investment (C), on own capital (K) and for each partner (Kp)."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.cashflow.profitability import Profitability, profitability
from fucina.methods.cashflow.rows import amounts, broadcast, in_last_period
from fucina.methods.cashflow.timing import Timing
from fucina.methods.errors import MethodError


def return_on_investment(
    *,
    investment: ArrayLike,
    revenue: ArrayLike,
    operating_cost: ArrayLike,
    residual_value: ArrayLike = 0.0,
    working_capital: ArrayLike = 0.0,
    rate: ArrayLike,
    timing: Timing,
) -> Profitability:
    """FNPV(C) and FRR(C): the investment's return, whoever pays for it.

    revenue - operating cost - investment + residual value in the last period + the flows of
    `working_capital` (signed, see `working_capital`); no grant, loan or interest (European
    Commission, Guide to CBA 2014, section 2.7). Rows are positive, (..., T), in one currency; a
    row of draws meets a row of certain amounts by broadcasting. Raises MethodError naming a
    negative or non-finite row, or shapes that do not fit.

    >>> print(return_on_investment(investment=[100, 0], revenue=[0, 150], operating_cost=[0, 40],
    ...                            rate=0.0, timing=Timing.START))
    FNPV(C) 10 at 0 %, FRR(C) 10 %; first flow discounted 0 periods
    """
    spent, earned, running = amounts(
        investment=investment, revenue=revenue, operating_cost=operating_cost
    )
    (tied,) = amounts(True, working_capital=working_capital)
    last = in_last_period("residual_value", residual_value, spent.shape[-1])
    rows = broadcast({"flows": earned - running - spent, "working": tied, "residual": last})
    return profitability(sum(rows[1:], rows[0]), rate, timing, ("FNPV(C)", "FRR(C)"))


def cash_to_owners(
    *,
    revenue: ArrayLike,
    operating_cost: ArrayLike,
    debt_service: ArrayLike = 0.0,
    tax: ArrayLike = 0.0,
    residual_value: ArrayLike = 0.0,
) -> Floats:
    """What operation leaves to those who put capital in (..., T): negative where they must add.

    revenue - operating cost - interest and repayment - tax + residual value in the last period.
    Raises MethodError naming a negative or non-finite row, or shapes that do not fit.

    >>> cash_to_owners(revenue=[0, 9], operating_cost=[1, 2], debt_service=[0, 3]).tolist()
    [-1.0, 4.0]
    """
    earned, running, served, taxed = amounts(
        revenue=revenue, operating_cost=operating_cost, debt_service=debt_service, tax=tax
    )
    last = in_last_period("residual_value", residual_value, earned.shape[-1])
    left, right = broadcast({"cash": earned - running - served - taxed, "residual_value": last})
    return np.asarray(left + right)


def return_on_own_capital(
    *, own_capital: ArrayLike, cash: ArrayLike, rate: ArrayLike, timing: Timing
) -> Profitability:
    """FNPV(K) and FRR(K): the return on the capital of the country or of the owners.

    Own capital (..., T) goes out when it is paid in, `cash` (from `cash_to_owners`) comes back;
    loans appear only as they are served, and the European grant not at all (European Commission,
    Guide to CBA 2014, section 2.7). Raises MethodError for a negative contribution or shapes
    that do not fit.

    >>> result = return_on_own_capital(own_capital=[50, 0], cash=[0, 60], rate=0.0,
    ...                                timing=Timing.START)
    >>> result.npv.item(), round(result.irr.rate.item(), 12)
    (10.0, 0.2)
    """
    (paid,) = amounts(own_capital=own_capital)
    (received,) = amounts(True, cash=cash)
    paid, received = broadcast({"own_capital": paid, "cash": received})
    return profitability(received - paid, rate, timing, ("FNPV(K)", "FRR(K)"))


def returns_of_partners(
    *,
    contributions: ArrayLike,
    cash: ArrayLike,
    shares: ArrayLike,
    rate: ArrayLike,
    timing: Timing,
) -> tuple[Profitability, ...]:
    """FNPV(Kp) and FRR(Kp) of each of p partners; their flows add up to those of K.

    Partner i pays `contributions` (p, T) and receives `shares` (p,) of `cash` (..., T), a deficit
    included (European Commission, Guide to CBA 2014, section 2.7, for several owners). Raises
    MethodError for negative contributions, or shares that are negative or do not sum to one.

    >>> one, two = returns_of_partners(contributions=[[60, 0], [40, 0]], cash=[0, 120],
    ...                                shares=[0.5, 0.5], rate=0.0, timing=Timing.START)
    >>> one.npv.item(), two.npv.item()
    (0.0, 20.0)
    """
    parts = non_negative("shares", shares, ndim=1)
    paid = non_negative("contributions", contributions, ndim=2)
    if abs(parts.sum() - 1) > 1e-9:
        raise MethodError(f"shares: must sum to 1, got {parts.sum()}")
    if parts.size != paid.shape[0]:
        raise MethodError(
            f"shares and contributions: {parts.size} shares for {paid.shape[0]} partners"
        )
    (received,) = amounts(True, cash=cash)
    found = []
    for i, (part, row) in enumerate(zip(parts, paid, strict=True), start=1):
        own, back = broadcast({"contributions": row, "cash": received})
        names = (f"FNPV(Kp {i})", f"FRR(Kp {i})")
        found.append(profitability(part * back - own, rate, timing, names))
    return tuple(found)
