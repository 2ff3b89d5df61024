"""A booking as the request that would make it again, to be judged anew."""

from typing import Any

from fucina.centre.labs.domain.asking import Asked, Item, items_of
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.models import Booking
from fucina.centre.people.models import Organisation, Person


def again(
    booking: Booking,
    by: Any,
    *,
    span: Span | None = None,
    things: Any = None,
    person: Person | None = None,
    organisation: Organisation | None = None,
    override: str = "",
    **more: Any,
) -> Asked:
    """Its own values where no others are given. What it takes now does not stand in its way."""
    return Asked(
        items_of(things) if things is not None else items_in(booking),
        span or Span(booking.starts, booking.ends),
        by,
        person or booking.person,
        organisation or booking.organisation,
        kind=booking.kind,
        project=booking.project,
        title=booking.title,
        purpose=booking.purpose,
        risk_assessment=booking.risk_assessment,
        override=override,
        moving=booking,
        **more,
    )


def items_in(booking: Booking) -> tuple[Item, ...]:
    asked = booking.allocations.asked().select_related("resource", "schedule")
    return tuple(
        Item(
            one.resource,
            one.quantity,
            one.quantity == one.schedule.capacity,
        )
        for one in asked
    )
