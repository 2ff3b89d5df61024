"""Internal rates of return: all of them, or none claimed."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, real
from fucina.methods.cashflow.roots import largest_root_bound, positive_roots

STEPS = 200


@dataclass(frozen=True)
class IrrResult:
    """Every real rate > -1 that makes the present value zero, ascending, and how many there are.

    >>> IrrResult((0.1,), "unique").status
    'unique'
    """

    rates: tuple[float, ...]
    status: Literal["none", "unique", "several"]


def internal_rates_of_return(flows: ArrayLike) -> IrrResult:
    """All real internal rates of return > -1 of one row of flows (T,), equally spaced in time.

    The present value is a polynomial in x = 1/(1 + rate); its positive roots are isolated by
    those of its derivative, so none is missed or picked silently.
    Raises MethodError for flows that are not a finite vector.

    >>> internal_rates_of_return([-100, 230, -132]).status
    'several'
    """
    roots = positive_roots(real("flows", flows, ndim=1))
    found = tuple(sorted(1 / x - 1 for x in roots))
    if not found:
        return IrrResult((), "none")
    return IrrResult(found, "unique" if len(found) == 1 else "several")


def internal_rate_of_return(flows: ArrayLike) -> Floats:
    """The internal rate of return of each row of flows (n, T): (n,), nan where none or several.

    Rows with one change of sign have exactly one root (Descartes) and are solved together by
    Newton's method kept inside a bracket; the others go one by one.
    Raises MethodError for flows that are not finite (n, T).

    >>> internal_rate_of_return([[-100, 110], [100, 110]]).round(12).tolist()
    [0.1, nan]
    """
    amounts = real("flows", flows, ndim=2)
    rate = np.full(amounts.shape[0], np.nan)
    conventional = _one_change(amounts)
    rate[conventional] = 1 / _single_root(amounts[conventional]) - 1
    for row in np.flatnonzero(~conventional):
        result = internal_rates_of_return(amounts[row])
        if result.status == "unique":
            rate[row] = result.rates[0]
    return rate


def _one_change(amounts: Floats) -> Booleans:
    """Rows that start and end with a flow and change sign once."""
    sign = np.sign(amounts)
    carried = sign.copy()
    for t in range(1, sign.shape[1]):
        carried[:, t] = np.where(sign[:, t] == 0, carried[:, t - 1], sign[:, t])
    changes = np.count_nonzero(carried[:, 1:] != carried[:, :-1], axis=1)
    return np.asarray((changes == 1) & (sign[:, 0] != 0) & (sign[:, -1] != 0))


def _single_root(amounts: Floats) -> Floats:
    """The one positive root x of each row's polynomial, by Newton's method inside a bracket."""
    rows = amounts * np.sign(amounts[:, -1:])  # negative before the root, positive after it
    if rows.shape[0] == 0:
        return np.empty(0)
    high = largest_root_bound(rows) * 1.01
    low = 1 / (largest_root_bound(rows[:, ::-1]) * 1.01)
    x = np.clip(1.0, low, high)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for _ in range(STEPS):
            value, slope = np.zeros_like(x), np.zeros_like(x)
            for t in range(rows.shape[1] - 1, -1, -1):
                slope = slope * x + value
                value = value * x + rows[:, t]
            low, high = np.where(value <= 0, x, low), np.where(value >= 0, x, high)
            newton = x - value / slope
            inside = (newton > low) & (newton < high)
            step = np.where(value == 0, x, np.where(inside, newton, np.sqrt(low * high)))
            moved = np.abs(step - x)
            x = step
            if (moved <= 1e-15 * x).all():
                break
    return np.asarray(x)
