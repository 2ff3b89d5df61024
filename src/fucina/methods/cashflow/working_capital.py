"""Net working capital: money tied up in stocks and credit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.cashflow.rows import amounts

DAYS_PER_YEAR = 365


@dataclass(frozen=True)
class WorkingCapital:
    """Net working capital after each period and the cash flow of its change, both (..., T).

    >>> WorkingCapital(np.array([5.0]), np.array([-5.0])).flow.item()
    -5.0
    """

    net: Floats
    flow: Floats


def working_capital(
    current_assets: ArrayLike, current_liabilities: ArrayLike, *, released: bool = False
) -> WorkingCapital:
    """Working capital of rows (..., T): an increase is cash out, before the first period it is nil.

    net = current assets - current liabilities; flow = -(net - net before) (European Commission,
    Guide to CBA 2008, table 2.3). With `released` what is tied up at the end comes back in the
    last period. Raises MethodError for a negative row or shapes that do not fit.

    >>> working_capital([7, 11], [2, 2]).flow.tolist()
    [-5.0, -4.0]
    """
    assets, liabilities = amounts(
        current_assets=current_assets, current_liabilities=current_liabilities
    )
    net = assets - liabilities
    if released:
        net[..., -1] = 0.0
    return WorkingCapital(net, -np.diff(net, axis=-1, prepend=0.0))


def working_capital_in_days(
    revenue: ArrayLike,
    cost: ArrayLike,
    *,
    receivable_days: float,
    payable_days: float,
    stock_days: float = 0.0,
    released: bool = False,
) -> WorkingCapital:
    """Working capital of yearly revenue and purchases (..., T) from the days they stay open.

    Assets are revenue * receivable days/365 + cost * stock days/365, liabilities cost * payable
    days/365. Raises MethodError for a negative row or number of days.

    >>> working_capital_in_days([365], [730], receivable_days=60, payable_days=10).net.tolist()
    [40.0]
    """
    days = {"receivable_days": receivable_days, "payable_days": payable_days}
    received, paid, kept = (
        float(non_negative(name, value, ndim=0)) / DAYS_PER_YEAR
        for name, value in {**days, "stock_days": stock_days}.items()
    )
    earned, spent = amounts(revenue=revenue, cost=cost)
    return working_capital(earned * received + spent * kept, spent * paid, released=released)
