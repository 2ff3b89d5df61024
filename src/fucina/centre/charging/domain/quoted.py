"""The answer to "what would it cost": plain values, nothing stored."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from fucina.centre.charging.domain.asked import Item
from fucina.centre.charging.models import PayerAccount, Project, Rate
from fucina.methods.pricing import Bill, Line

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class QuotedItem:
    item: Item
    rate: Rate
    user_class: str
    bill: Bill

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.bill.lines

    @property
    def amount(self) -> Decimal:
        return self.bill.total


@dataclass(frozen=True)
class QuotedShare:
    account: PayerAccount
    percent: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Quote:
    """``shares`` come to the total exactly; there are none where no project pays."""

    project: Project | None
    on: dt.date
    items: tuple[QuotedItem, ...]
    shares: tuple[QuotedShare, ...] = ()

    @property
    def total(self) -> Decimal:
        return sum((item.amount for item in self.items), NOTHING)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for item in self.items for line in item.lines)

    @property
    def by_kind(self) -> dict[str, Decimal]:
        """The amount of each kind of item, in the order in which they were asked for."""
        found: dict[str, Decimal] = {}
        for one in self.items:
            kind = one.item.chargeable.kind
            found[kind] = found.get(kind, NOTHING) + one.amount
        return found
