"""What bookings and uses cost: asks ``charging``, and turns a booking into what it prices."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied

from fucina.centre.charging import domain as charging
from fucina.centre.charging.domain import Item, Quote, Reference, queries
from fucina.centre.labs.domain.asking import Asked
from fucina.centre.labs.enums import PERSONAL, ResourceKind
from fucina.centre.labs.models import Booking, Resource, Withdrawal
from fucina.centre.refusal import Problem, Refusal


def reference_of(booking: Booking) -> Reference:
    return Reference("booking", str(booking.pk))


@dataclass(frozen=True)
class Cost:
    """What a booking would cost, None where nobody pays, and everything that stands in the way of charging it."""

    quote: Quote | None = None
    problems: tuple[Problem, ...] = ()


def cost_of(asked: Asked, resources: Sequence[Resource]) -> Cost:
    """A missing price is one of the problems: nothing is free because nobody priced it."""
    priced = [one for one in resources if one.chargeable is not None]
    known = asked.kind in PERSONAL and asked.span.start < asked.span.end
    if asked.project is None or not priced or not known:
        return Cost()
    quote, found = None, list[Problem]()
    try:
        quote = _quote(asked, resources)
    except Refusal as refusal:
        found += refusal.problems
    found += charging.problems_of_billing(
        asked.project,
        [one.chargeable for one in priced if one.chargeable is not None],
        asked.span.start,
        asked.span.end,
        quote,
        person=asked.person,
        commitment=_held(asked.moving) if asked.moving else None,
    )
    return Cost(quote, tuple(found))


def commit(booking: Booking, quote: Quote | None, *, by: Any) -> None:
    """A booking ahead counts against caps and prepayments at once."""
    if quote is not None and booking.project is not None:
        charging.commit(booking.project, reference_of(booking), quote, by=by, person=booking.person)


def recommit(booking: Booking, quote: Quote | None, *, by: Any) -> None:
    held = _held(booking)
    if held is None:
        commit(booking, quote, by=by)
    elif quote is not None:
        charging.recommit(held, quote, by=by)
    else:
        charging.release(held)


def release(booking: Booking) -> None:
    """Declined, lapsed, displaced: nothing is owed."""
    held = _held(booking)
    if held is not None:
        charging.release(held)


def settle_cancellation(booking: Booking, *, by: Any, free: bool) -> None:
    """By the price list's own rule, unless it is nobody's fault."""
    held = _held(booking)
    if held is None:
        return
    if free:
        charging.release(held)
        return
    items, who = _items(booking, cancelled=booking.ended), _who_charges(booking, by)
    try:
        charging.settle_cancellation(held, items, by=who)
    except (Refusal, PermissionDenied) as error:
        charging.keep_unsettled(held, items, _why(error))


def charge(booking: Booking, *, by: Any) -> None:
    """It took place, or nobody came: the use has happened, so that no cap stands in its way any more.

    What cannot be priced now stays set aside, and waits for the accountant: a machine is switched off all the same.
    """
    held = _held(booking)
    if held is None:
        return
    items, who = _items(booking), _who_charges(booking, by)
    try:
        charging.charge(held, reference_of(booking), items, by=who, beyond=True)
    except (Refusal, PermissionDenied) as error:
        charging.keep_unsettled(held, items, _why(error))


def charge_past(booking: Booking, *, by: Any) -> None:
    """One that nothing was set aside for because it is recorded after it took place: priced as of when it ended."""
    if booking.project is not None and (items := _items(booking)):
        charging.charge(
            booking.project, reference_of(booking), items, by=by, person=booking.person,
            at=booking.ended, beyond=True,
        )  # fmt: skip


def _why(error: Refusal | PermissionDenied) -> str:
    return error.problems[0].code if isinstance(error, Refusal) else "not_allowed"


def charge_withdrawal(taken: Withdrawal, *, by: Any) -> None:
    """At once, and not beyond what is allowed: what cannot be charged is not taken."""
    chargeable = taken.consumable.chargeable
    if taken.project is None or chargeable is None:
        return
    item = Item(chargeable, quantity=taken.quantity)
    reference = Reference("withdrawal", str(taken.pk))
    charging.charge(taken.project, reference, [item], by=payer_of(taken, by), person=taken.person)


def payer_of(taken: Withdrawal, by: Any) -> Any:
    """Whoever acts, if they may charge the project; else whoever takes it. Nobody where neither may."""
    several = (by, taken.person.user if taken.person else None)
    may = (one for one in several if one and one.has_perm("charging.charge_project", taken.project))
    return next(may, None)


def _who_charges(booking: Booking, by: Any) -> Any:
    """Whoever acts, if they may charge the project; else whoever booked."""
    may = by is not None and by.has_perm("charging.charge_project", booking.project)
    return by if may else booking.booked_by


def _held(booking: Booking) -> Any:
    """What was promised for it; nothing where nobody pays."""
    return queries.open_commitment(reference_of(booking)) if booking.project_id else None


def _quote(asked: Asked, resources: Sequence[Resource]) -> Quote:
    quantities = {item.resource.pk: item.quantity for item in asked.items}
    assisted = any(one.kind == ResourceKind.EXPERT for one in resources)
    items = [
        _item(one, asked.span.start, asked.span.end, quantities.get(one.pk, 1), assisted=assisted)
        for one in resources
        if one.chargeable is not None
    ]
    return charging.quote(asked.project, items, person=asked.person)


def _items(booking: Booking, cancelled: dt.datetime | None = None) -> list[Item]:
    """As booked and as used; what no use was measured of, such as a room, was used as booked."""
    asked = list(booking.allocations.asked().select_related("resource__chargeable"))
    assisted = any(one.resource.kind == ResourceKind.EXPERT for one in asked)
    used: dict[int, list[tuple[dt.datetime, dt.datetime]]] = {}
    for use in booking.uses.exclude(ended=None):
        out = dt.timedelta(minutes=use.downtime_minutes)
        ended = max(use.started, (use.ended or use.started) - out)
        used.setdefault(use.resource_id, []).append((use.started, ended))
    measured = (ResourceKind.MACHINE,)
    return [
        _item(
            one.resource,
            booking.starts,
            booking.ends,
            one.quantity,
            assisted=assisted,
            used=tuple(used.get(one.resource_id, [])) if one.resource.kind in measured else None,
            cancelled=cancelled,
        )
        for one in asked
        if one.resource.chargeable is not None
    ]


def _item(
    resource: Resource,
    start: dt.datetime,
    end: dt.datetime,
    quantity: int,
    *,
    assisted: bool,
    used: tuple[tuple[dt.datetime, dt.datetime], ...] | None = None,
    cancelled: dt.datetime | None = None,
) -> Item:
    chargeable: Any = resource.chargeable
    helped = assisted and resource.kind == ResourceKind.MACHINE
    pieces = Decimal(quantity) if resource.kind == ResourceKind.ACCESSORY else Decimal(1)
    return Item(
        chargeable, start, end, assisted=helped, quantity=pieces, used=used, cancelled=cancelled
    )
