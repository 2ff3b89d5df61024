"""What is asked for, in the words of callers, and what comes back when it cannot be had."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.enums import BookingKind
from fucina.centre.labs.models import Booking, Resource
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, Refusal


@dataclass(frozen=True)
class Item:
    """A resource, how many places of it, and whether a room is wanted as a whole, with everything that stands in it."""

    resource: Resource
    quantity: int = 1
    whole: bool = False


type Things = Sequence[Resource | Item]


@dataclass(frozen=True)
class Asked:
    """One booking as it is wanted. ``by`` asks, ``person`` will have it."""

    items: tuple[Item, ...]
    span: Span
    by: Any
    person: Person
    organisation: Organisation | None = None
    kind: str = BookingKind.USE
    project: Any = None
    title: str = ""
    purpose: str = ""
    economic: str = ""
    risk_assessment: str = ""
    override: str = ""
    plans: frozenset[int] = frozenset()
    moving: Booking | None = None
    handed_over: bool = False
    """By the one who had it, to a colleague."""
    at_once: bool = False
    """It begins now, whatever the clock says when it is judged."""
    numbers: tuple[int, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", tuple(item.resource.pk for item in self.items))


class BookingRefused(Refusal):
    """With the nearest time at which nothing would stand in the way, if one was found."""

    def __init__(self, problems: Iterable[Problem], alternative: Span | None = None) -> None:
        super().__init__(problems)
        self.alternative = alternative


def items_of(things: Things) -> tuple[Item, ...]:
    return tuple(thing if isinstance(thing, Item) else Item(thing) for thing in things)


def asked(
    things: Things,
    starts: dt.datetime,
    ends: dt.datetime,
    *,
    by: Any,
    person: Person | None = None,
    **more: Any,
) -> Asked:
    """For oneself unless another person is named."""
    return Asked(items_of(things), Span(starts, ends), by, person or by.person, **more)
