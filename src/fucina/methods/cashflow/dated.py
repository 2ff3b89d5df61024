"""Present value and rate of return of flows with calendar dates (actual days / 365)."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.cashflow.roots import sign_changes
from fucina.methods.cashflow.timing import rates
from fucina.methods.errors import MethodError

DAYS_PER_YEAR = 365


def dated_net_present_value(flows: ArrayLike, dates: Sequence[date], rate: float) -> float:
    """Value on the first date given of flows (k,) at a yearly rate (the XNPV of spreadsheets).

    Sum of flow / (1 + rate)**(days from dates[0] / 365). Raises MethodError for unequal lengths
    or a rate of -1 or less.

    >>> days = [date(2025, 1, 1), date(2026, 1, 1)]
    >>> round(dated_net_present_value([0, 110], days, 0.1), 9)
    100.0
    """
    amounts, years = _aligned(flows, dates)
    return float(amounts @ (1 + rates(rate)) ** -years)


def dated_internal_rate_of_return(flows: ArrayLike, dates: Sequence[date]) -> float:
    """The yearly rate > -1 at which flows (k,) with dates are worth zero (XIRR).

    Raises MethodError unless the flows, in order of date, change sign exactly once: only then is
    the rate unique for certain (Descartes' rule for exponential sums, Laguerre 1883).

    >>> round(dated_internal_rate_of_return([-100, 110], [date(2025, 1, 1), date(2026, 1, 1)]), 9)
    0.1
    """
    amounts, years = _aligned(flows, dates)
    days, group = np.unique(years, return_inverse=True)
    daily = np.bincount(group, weights=amounts)
    if sign_changes(daily) != 1:
        raise MethodError(
            f"flows: change sign {sign_changes(daily)} times in order of date; "
            "a single rate of return is certain only with one change"
        )
    exponents = days - days[0]

    def worth(log_factor: float) -> float:
        weights = np.exp(
            np.clip(exponents * log_factor - max(0.0, exponents[-1] * log_factor), -700, 0)
        )
        return float(daily @ weights)

    reach = 1.0
    while worth(-reach) * worth(reach) > 0 and reach < 1e6:
        reach *= 2
    return float(np.exp(-brentq(worth, -reach, reach, xtol=1e-15, rtol=8.9e-16)) - 1)


def _aligned(flows: ArrayLike, dates: Sequence[date]) -> tuple[Floats, Floats]:
    amounts = real("flows", flows, ndim=1)
    same_length("flows and dates", amounts.size, len(dates))
    days = [(day - dates[0]).days for day in dates]
    return amounts, np.array(days, dtype=np.float64) / DAYS_PER_YEAR
