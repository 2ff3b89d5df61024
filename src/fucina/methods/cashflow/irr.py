"""Internal rates of return: all of them, or none claimed."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, Integers, real
from fucina.methods.cashflow.roots import all_roots, exponential_roots, single_roots
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Estimate, probability


@dataclass(frozen=True)
class IrrResult:
    """Every real rate > -1 that makes the present value zero, ascending, and how many there are.

    >>> IrrResult((0.1,), "unique").status
    'unique'
    """

    rates: tuple[float, ...]
    status: Literal["none", "unique", "several"]

    @classmethod
    def of(cls, rates: tuple[float, ...]) -> "IrrResult":
        """Counts the rates and sorts them."""
        if not rates:
            return cls((), "none")
        return cls(tuple(sorted(rates)), "unique" if len(rates) == 1 else "several")


@dataclass(frozen=True)
class IrrSample:
    """Rates of return (n,) of draws, nan where `count` (n,) is not 1, and how often that happens.

    >>> IrrSample(np.array([0.1, np.nan]), np.array([1, 0])).unique.value
    0.5
    """

    rate: Floats
    count: Integers

    @property
    def unique(self) -> Estimate:
        """Probability that the rate exists and is the only one."""
        return probability(self.count.ravel() == 1)

    @property
    def several(self) -> Estimate:
        """Probability that there are several, so that none may be quoted."""
        return probability(self.count.ravel() > 1)


def internal_rates_of_return(flows: ArrayLike) -> IrrResult:
    """All real internal rates of return > -1 of one row of flows (T,), equally spaced in time.

    The present value is a polynomial in 1/(1 + rate); its roots are isolated by those of its
    derivative (Rolle 1691), so none is missed or picked silently. Of no flows at all none is
    reported. Raises MethodError for flows that are not a finite vector.

    >>> internal_rates_of_return([-100, 230, -132]).status
    'several'
    """
    amounts = real("flows", flows, ndim=1)
    roots = exponential_roots(amounts, np.arange(amounts.size, dtype=np.float64))
    return IrrResult.of(rates_at(roots))


def internal_rate_of_return(flows: ArrayLike) -> Floats:
    """The internal rate of return of each row of flows (n, T): (n,), nan where none or several.

    `internal_rates_of_draws` says which of the two. Raises MethodError for flows that are not
    finite (n, T).

    >>> internal_rate_of_return([[-100, 110], [100, 110]]).round(12).tolist()
    [0.1, nan]
    """
    return internal_rates_of_draws(real("flows", flows, ndim=2)).rate


def internal_rates_of_draws(flows: ArrayLike) -> IrrSample:
    """Internal rate of return and number of rates > -1 of flows (..., T), each row by itself.

    Rows with one change of sign have exactly one rate (Descartes 1637) and are solved together by
    Newton's method on log(inflows / outflows); of the others all rates are counted. Shapes (...).
    Raises MethodError for flows that are not finite or have no time axis.

    >>> internal_rates_of_draws([[-100, 110, 0], [-100, 230, -132], [1, 1, 1]]).count.tolist()
    [1, 2, 0]
    """
    amounts = real("flows", flows)
    if amounts.ndim == 0:
        raise MethodError("flows: expected periods on the last axis, got a scalar")
    rows = np.ascontiguousarray(amounts.reshape(-1, amounts.shape[-1]))
    count = np.ones(rows.shape[0], dtype=np.int64)
    root = single_roots(rows)
    left = np.isnan(root)
    if left.any():
        count[left], root[left] = all_roots(rows[left])
        root[count != 1] = np.nan
    shape = amounts.shape[:-1]
    with np.errstate(divide="ignore"):
        return IrrSample((1 / root - 1).reshape(shape), count.reshape(shape))


def rates_at(roots: tuple[float, ...]) -> tuple[float, ...]:
    """Rates of which the roots are the logs of 1/(1 + rate); one beyond the floats is infinite.

    >>> rates_at((0.0, -800.0))
    (0.0, inf)
    """
    with np.errstate(over="ignore"):
        return tuple(float(np.expm1(-s)) + 0.0 for s in roots)
