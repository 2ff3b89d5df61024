"""What a time, a piece or a day costs, and what may change that."""

import datetime as dt
import itertools
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fucina.methods.errors import MethodError
from fucina.methods.pricing.hours import Hours

NOTHING = Decimal(0)


class Basis(StrEnum):
    """What one price is for.

    >>> Basis("hourly").value
    'hourly'
    """

    HOURLY = "hourly"
    FLAT = "flat"
    DAILY = "daily"
    EACH = "each"


class Mode(StrEnum):
    """Which time is billed: what was booked, what was used, or what was booked and what went beyond it.

    >>> Mode.OVERAGE.value
    'overage'
    """

    RESERVATION = "reservation"
    USAGE = "usage"
    OVERAGE = "overage"


class Rounding(StrEnum):
    """How the length of a session is counted: to the second, in whole minutes (seconds dropped, one at least), in minutes begun.

    >>> Rounding.EXACT.value
    'exact'
    """

    EXACT = "exact"
    WHOLE_MINUTES = "whole_minutes"
    MINUTES_BEGUN = "minutes_begun"


class Once(StrEnum):
    """For whom a day is paid once: a person on a project, a person on an account, or the account whoever comes.

    >>> Once.PROJECT.value
    'project'
    """

    PROJECT = "project"
    ACCOUNT = "account"
    WHOEVER = "whoever"


@dataclass(frozen=True)
class Tier:
    """From so many hours on, this price an hour.

    >>> Tier(Decimal("26.75"), Decimal("30.50")).price
    Decimal('30.50')
    """

    after: Decimal
    price: Decimal


@dataclass(frozen=True)
class Price:
    """An amount in euro on a basis; ``fee`` is for a session as a whole, ``minimum`` the least a session costs.

    Raises MethodError for a negative amount, or tiers that do not rise or are not of an hourly price.

    >>> Price(Decimal(60), fee=Decimal(20)).basis.value
    'hourly'
    """

    amount: Decimal
    basis: Basis = Basis.HOURLY
    fee: Decimal = NOTHING
    minimum: Decimal = NOTHING
    tiers: tuple[Tier, ...] = ()

    def __post_init__(self) -> None:
        amounts = (self.amount, self.fee, self.minimum, *(tier.price for tier in self.tiers))
        if min(amounts) < 0:
            raise MethodError(f"price: must not be negative, got {min(amounts)}")
        if self.tiers and self.basis != Basis.HOURLY:
            raise MethodError("tiers: only an hourly price has them")
        steps = [NOTHING, *(tier.after for tier in self.tiers)]
        if any(a >= b for a, b in itertools.pairwise(steps)):
            raise MethodError(f"tiers: hours must rise from above 0, got {steps[1:]}")

    def at(self, hours: Decimal) -> Decimal:
        """The price of the hour that follows so many hours."""
        reached = [tier.price for tier in self.tiers if tier.after <= hours]
        return reached[-1] if reached else self.amount


@dataclass(frozen=True)
class Window:
    """Hours of the week with a price of their own.

    >>> Window(Hours(frozenset({1})), Price(Decimal(120)), "Tuesday").name
    'Tuesday'
    """

    hours: Hours
    price: Price
    name: str = ""


@dataclass(frozen=True)
class Reduction:
    """So many per cent less in some hours of the week; of several at one time the greatest counts.

    Raises MethodError for a percentage outside 0..100.

    >>> Reduction(Hours(frozenset({5, 6})), Decimal(25), "weekend").percent
    Decimal('25')
    """

    hours: Hours
    percent: Decimal
    name: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            raise MethodError(f"percent: must lie between 0 and 100, got {self.percent}")


@dataclass(frozen=True)
class Cancellation:
    """Free until ``free_before`` the start, then a fee, or the full price of what was booked.

    >>> Cancellation(dt.timedelta(hours=1), fee=Decimal("1.23")).full
    False
    """

    free_before: dt.timedelta = dt.timedelta(0)
    fee: Decimal = NOTHING
    full: bool = False

    def __post_init__(self) -> None:
        if self.fee < 0 or self.free_before < dt.timedelta(0):
            raise MethodError(f"cancellation: nothing in it may be negative, got {self}")
