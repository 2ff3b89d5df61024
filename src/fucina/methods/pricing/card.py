"""The rate card: all that is agreed about the price of one item for one class of users."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from zoneinfo import ZoneInfo

from fucina.methods.errors import MethodError
from fucina.methods.pricing.rate import (
    NOTHING,
    Basis,
    Cancellation,
    Mode,
    Once,
    Price,
    Reduction,
    Rounding,
    Window,
)

ROME = ZoneInfo("Europe/Rome")


class MissingRate(MethodError):  # noqa: N818  what is missing is the name
    """Nobody said what this costs. It does not cost nothing.

    >>> RateCard("laser").base_price
    Traceback (most recent call last):
    fucina.methods.pricing.card.MissingRate: laser: no base price
    """


@dataclass(frozen=True)
class RateCard:
    """``base`` holds wherever no window does. ``subsidy`` is paid by somebody else, in euro an hour of the base price.

    ``cap`` is the most that is asked within a period that the caller keeps count of (see ``Past``). Times of the week are
    by the clock in ``zone``.

    Raises MethodError for windows that overlap, or a subsidy above the base price or on one that is not hourly.

    >>> RateCard("laser", Price(Decimal(60))).base_price.amount
    Decimal('60')
    """

    item: str
    base: Price | None = None
    windows: tuple[Window, ...] = ()
    reductions: tuple[Reduction, ...] = ()
    subsidy: Decimal = NOTHING
    cap: Decimal | None = None
    rounding: Rounding = Rounding.EXACT
    mode: Mode = Mode.RESERVATION
    once: Once = Once.PROJECT
    cancellation: Cancellation = field(default_factory=Cancellation)
    zone: ZoneInfo = ROME

    def __post_init__(self) -> None:
        for one, other in combinations(self.windows, 2):
            if one.hours.meets(other.hours):
                raise MethodError(f"{self.item}: windows {one.name!r} and {other.name!r} overlap")
        if any(window.price.basis == Basis.EACH for window in self.windows):
            raise MethodError(f"{self.item}: what is sold by the piece has no hours")
        if self.cap is not None and self.cap < 0:
            raise MethodError(f"{self.item}: cap must not be negative, got {self.cap}")
        self._check_subsidy()

    @property
    def base_price(self) -> Price:
        """Raises MissingRate where there is none."""
        if self.base is None:
            raise MissingRate(f"{self.item}: no base price")
        return self.base

    def _check_subsidy(self) -> None:
        if not self.subsidy:
            return
        if self.base is None or self.base.basis != Basis.HOURLY:
            raise MethodError(f"{self.item}: a subsidy needs an hourly base price")
        if not 0 < self.subsidy <= self.base.amount:
            raise MethodError(
                f"{self.item}: subsidy must not exceed the base price, got {self.subsidy}"
            )


def local_day(moment: dt.datetime, zone: ZoneInfo) -> dt.date:
    """The calendar day of an instant.

    >>> local_day(dt.datetime(2022, 2, 21, 23, 30, tzinfo=dt.UTC), ROME).isoformat()
    '2022-02-22'
    """
    return moment.astimezone(zone).date()
