"""Loans: drawn in one or several advances, then repaid."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.annuity import annuity
from fucina.methods.cashflow.rows import amounts, broadcast
from fucina.methods.cashflow.timing import rates
from fucina.methods.errors import MethodError


class Repayment(Enum):
    """How the principal is given back: level payments, level principal, or all at the end.

    >>> Repayment("italian").name
    'ITALIAN'
    """

    FRENCH = "french"
    ITALIAN = "italian"
    BULLET = "bullet"


@dataclass(frozen=True)
class DebtSchedule:
    """Advances, interest paid, principal repaid and the balance after each date, all (..., T).

    >>> debt_schedule([100, 0, 0], 0.1, periods=2, repayment=Repayment.ITALIAN).service.tolist()
    [0.0, 60.0, 55.0]
    """

    advances: Floats
    interest: Floats
    principal: Floats
    balance: Floats

    @property
    def service(self) -> Floats:
        """Interest and principal paid (..., T)."""
        return np.asarray(self.interest + self.principal)


def debt_schedule(
    advances: ArrayLike,
    rate: ArrayLike,
    *,
    periods: int,
    repayment: Repayment = Repayment.FRENCH,
    grace: int = 0,
    capitalise: bool = False,
) -> DebtSchedule:
    """Schedule of a loan drawn in `advances` (..., T), at a rate per period that broadcasts to (...).

    All flows fall on the dates of T: interest on the balance left after the date before; principal
    in `periods` instalments that begin `grace` + 1 dates after the last advance. Until then
    interest alone is paid, or with `capitalise` added to the balance. FRENCH instalments are level
    with interest (see `annuity`), ITALIAN ones are level principal, BULLET pays it all at the last
    (Kellison, The Theory of Interest, 2008). Raises MethodError for a negative advance, none at all, a rate of
    -1 or less, periods < 1, grace < 0, or a loan that outlasts the T dates.

    >>> plan = debt_schedule([60, 40, 0, 0, 0], 0.1, periods=2, grace=1)
    >>> plan.service.round(2).tolist()
    [0.0, 6.0, 10.0, 57.62, 57.62]
    """
    (drawn,) = amounts(advances=advances)
    per_period = rates(rate)[..., None]
    drawn, interest_rate = broadcast({"advances": drawn, "rate": per_period})
    first = _first_instalment(drawn, periods, grace)
    balance, interest, principal = (np.zeros(drawn.shape) for _ in range(3))
    owed = np.zeros(drawn.shape[:-1])
    base = owed
    for t in range(drawn.shape[-1]):
        due = owed * interest_rate[..., t]
        if t == first:
            base = owed
        if t < first and capitalise:
            owed = owed + due
        else:
            interest[..., t] = due
        paid = _principal(t - first, periods, repayment, base, owed, interest_rate[..., t])
        principal[..., t] = paid
        owed = owed - paid + drawn[..., t]
        balance[..., t] = owed
    return DebtSchedule(drawn, interest, principal, balance)


def debt_service_cover(cash: ArrayLike, service: ArrayLike) -> Floats:
    """Cash before debt service over debt service (..., T): below 1 the debt is not covered.

    nan where nothing is due (the debt service cover ratio, DSCR). Raises MethodError for a
    negative service or shapes that do not fit.

    >>> debt_service_cover([30, 10], [20, 0]).tolist()
    [1.5, nan]
    """
    (due,) = amounts(service=service)
    (available,) = amounts(True, cash=cash)
    available, due = broadcast({"cash": available, "service": due})
    cover = np.divide(available, due, out=np.full(due.shape, np.nan), where=due > 0)
    return np.asarray(cover)


def _first_instalment(drawn: Floats, periods: int, grace: int) -> int:
    if periods < 1 or grace < 0:
        raise MethodError(
            f"periods, grace: need periods >= 1 and grace >= 0, got {periods}, {grace}"
        )
    used = np.flatnonzero(drawn.any(axis=tuple(range(drawn.ndim - 1))))
    if used.size == 0:
        raise MethodError("advances: all zero, nothing is lent")
    first = int(used[-1]) + grace + 1
    if first + periods > drawn.shape[-1]:
        raise MethodError(
            f"periods: the last instalment falls on date {first + periods - 1}, "
            f"the flows end with {drawn.shape[-1] - 1}"
        )
    return first


def _principal(
    number: int, periods: int, repayment: Repayment, base: Floats, owed: Floats, rate: Floats
) -> Floats:
    """Principal of instalment `number` of `periods`, counted from 0; none before and after."""
    if not 0 <= number < periods:
        return np.zeros(owed.shape)
    if number == periods - 1:
        return owed
    if repayment is Repayment.FRENCH:
        return np.asarray(annuity(base, rate, periods) - owed * rate)
    if repayment is Repayment.ITALIAN:
        return np.asarray(base / periods)
    return np.zeros(owed.shape)
