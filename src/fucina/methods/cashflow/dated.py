"""Present value and rates of return of flows with calendar dates (actual days / 365)."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.cashflow.irr import IrrResult, IrrSample, rates_at
from fucina.methods.cashflow.roots import exponential_roots, sign_changes
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
    return float(dated_net_present_values(real("flows", flows, ndim=1), dates, rate))


def dated_net_present_values(flows: ArrayLike, dates: Sequence[date], rate: ArrayLike) -> Floats:
    """`dated_net_present_value` of draws: flows (..., k), a rate that broadcasts against (...).

    Result (...). Raises MethodError for unequal lengths, a rate of -1 or less, or shapes that do
    not broadcast.

    >>> days = [date(2025, 1, 1), date(2026, 1, 1)]
    >>> dated_net_present_values([[0, 110], [0, 220]], days, 0.1).round(9).tolist()
    [100.0, 200.0]
    """
    amounts, years = _aligned(flows, dates)
    per_year = rates(rate)
    try:
        np.broadcast_shapes(amounts.shape[:-1], per_year.shape)
    except ValueError as error:
        raise MethodError(
            f"rate: shape {per_year.shape} does not fit flows {amounts.shape}"
        ) from error
    return np.asarray((amounts * (1 + per_year[..., None]) ** -years).sum(axis=-1))


def dated_internal_rates_of_return(flows: ArrayLike, dates: Sequence[date]) -> IrrResult:
    """All yearly rates > -1 at which flows (k,) with dates are worth zero: none, one or several.

    Flows of one date are added up; dates need no order. The sum of exponentials is parted by the
    roots of its derivative (Laguerre 1883). Raises MethodError for unequal lengths.

    >>> days = [date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]
    >>> dated_internal_rates_of_return([-100, 230, -132], days).status
    'several'
    """
    amounts, years = _aligned(real("flows", flows, ndim=1), dates)
    return IrrResult.of(_rates(*_ordered(amounts, years)))


def dated_internal_rate_of_return(flows: ArrayLike, dates: Sequence[date]) -> float:
    """The yearly rate > -1 at which flows (k,) with dates are worth zero (XIRR).

    Raises MethodError unless the flows, in order of date, change sign exactly once: only then is
    the rate unique for certain (Descartes' rule for exponential sums, Laguerre 1883).

    >>> round(dated_internal_rate_of_return([-100, 110], [date(2025, 1, 1), date(2026, 1, 1)]), 9)
    0.1
    """
    amounts, years = _ordered(*_aligned(real("flows", flows, ndim=1), dates))
    changes = sign_changes(amounts)
    if changes != 1:
        raise MethodError(
            f"flows: change sign {changes} times in order of date; "
            "a single rate of return is certain only with one change"
        )
    return _rates(amounts, years)[0]


def dated_internal_rates_of_draws(flows: ArrayLike, dates: Sequence[date]) -> IrrSample:
    """Rate of return and number of rates of each row of flows (n, k), all with the same dates.

    Rates (n,), nan where there is none or several. Raises MethodError for flows that are not
    finite (n, k), or unequal lengths.

    >>> days = [date(2025, 1, 1), date(2026, 1, 1)]
    >>> dated_internal_rates_of_draws([[-100, 110], [1, 2]], days).rate.round(9).tolist()
    [0.1, nan]
    """
    amounts, years = _aligned(real("flows", flows, ndim=2), dates)
    found = [_rates(*_ordered(row, years)) for row in amounts]
    rate = [row[0] if len(row) == 1 else np.nan for row in found]
    return IrrSample(np.array(rate), np.array([len(row) for row in found], dtype=np.int64))


def _rates(amounts: Floats, years: Floats) -> tuple[float, ...]:
    return rates_at(exponential_roots(amounts, years))


def _ordered(amounts: Floats, years: Floats) -> tuple[Floats, Floats]:
    """One flow a date, in order of date."""
    days, group = np.unique(years, return_inverse=True)
    return np.bincount(group, weights=amounts), days


def _aligned(flows: ArrayLike, dates: Sequence[date]) -> tuple[Floats, Floats]:
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected dates on the last axis, got a scalar")
    same_length("flows and dates", amounts.shape[-1], len(dates))
    days = [(day - dates[0]).days for day in dates]
    return amounts, np.array(days, dtype=np.float64) / DAYS_PER_YEAR
