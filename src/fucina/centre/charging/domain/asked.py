"""What other apps ask about, in plain values: an item for a time, and what it is for."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from fucina.centre.charging.models import Chargeable
from fucina.methods.pricing.hours import Span


@dataclass(frozen=True)
class Reference:
    """What a commitment or a charge is for, in the words of whoever asked; this app does not know the thing itself."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


@dataclass(frozen=True)
class Item:
    """One thing for one time. ``start`` and ``end`` are what was booked.

    ``used`` is None as long as nobody knows (the booked time is priced), else the times of use, none for a no-show;
    ``cancelled`` is when the booking was given back, and the rule for that is priced instead. ``quantity`` counts pieces;
    without a ``user_class`` it is the project's.
    """

    chargeable: Chargeable
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    assisted: bool = False
    quantity: Decimal = Decimal(1)
    user_class: str = ""
    used: tuple[Span, ...] | None = None
    cancelled: dt.datetime | None = None

    @property
    def booked(self) -> tuple[Span, ...]:
        return ((self.start, self.end),) if self.start and self.end else ()
