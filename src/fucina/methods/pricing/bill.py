"""The answer: lines that explain themselves and come to the total."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fucina.methods.pricing.rate import NOTHING
from fucina.methods.pricing.session import PaidDay


class Rule(StrEnum):
    """Why a line is what it is.

    >>> Rule("minimum").value
    'minimum'
    """

    HOURLY = "hourly"
    FLAT = "flat"
    DAILY = "daily"
    DAY_PAID = "day_paid"
    EACH = "each"
    FEE = "fee"
    MINIMUM = "minimum"
    CAP = "cap"
    SUBSIDY = "subsidy"
    CANCELLED_FREE = "cancelled_free"
    CANCELLED_LATE = "cancelled_late"


class Unit(StrEnum):
    """What the quantity of a line counts.

    >>> Unit.HOUR.value
    'hour'
    """

    HOUR = "hour"
    DAY = "day"
    PIECE = "piece"
    SESSION = "session"


@dataclass(frozen=True)
class Line:
    """``quantity`` × ``unit_price`` by a ``rule``; ``amount`` in cents, less than a cent from the exact product.

    ``name`` is of the window or the reduction; ``percent`` what was taken off the price that ``unit_price`` already lacks;
    ``tier`` the hours from which this price holds; ``instead`` the amount that this line replaces.

    >>> Line("laser", Rule.FLAT, Decimal(1), Unit.SESSION, Decimal(60), Decimal("60.00")).start is None
    True
    """

    item: str
    rule: Rule
    quantity: Decimal
    unit: Unit
    unit_price: Decimal
    amount: Decimal
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    name: str = ""
    percent: Decimal = NOTHING
    tier: Decimal = NOTHING
    instead: Decimal | None = None


@dataclass(frozen=True)
class Bill:
    """``total`` is the sum of the lines; ``days`` are those newly paid, ``hours`` those that count for tiers.

    >>> Bill(()).total
    Decimal('0.00')
    """

    lines: tuple[Line, ...]
    days: tuple[PaidDay, ...] = ()
    hours: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal("0.00"))

    @property
    def subsidy(self) -> Decimal:
        """What somebody else pays of it."""
        found = (line.amount for line in self.lines if line.rule == Rule.SUBSIDY)
        return -sum(found, Decimal("0.00"))
