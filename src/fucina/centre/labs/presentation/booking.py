"""A booking, what can be done with it now, and what it costs."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.charging import domain as charging
from fucina.centre.charging.domain import queries as charges
from fucina.centre.charging.presentation.words import euro
from fucina.centre.labs.domain.cancel import is_down, is_late
from fucina.centre.labs.domain.charges import reference_of
from fucina.centre.labs.domain.check_in import opens_at
from fucina.centre.labs.enums import OPEN, OUT_OF_SERVICE, BookingStatus, ResourceKind
from fucina.centre.labs.models import Booking, Series
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.bookings import things_of
from fucina.centre.labs.presentation.states import booking_state, time_left
from fucina.centre.labs.rules import asked_of
from fucina.centre.refusal import Refusal

type Item = dict[str, Any]


@dataclass(frozen=True)
class BookingPage:
    booking: Booking
    title: str
    when: str
    actions: list[Item]
    facts: list[Item]
    things: list[Item]
    offered: bool
    left: str
    to_move: bool
    to_decide: bool
    check_in: str
    uses: list[str]


def booking_page(user: Any, booking: Booking) -> BookingPage:
    changes = user.has_perm("labs.change_booking", booking)
    offered = booking.status == BookingStatus.HELD and changes
    return BookingPage(
        booking=booking,
        title=things_of(booking) or str(booking),
        when=written.between(booking.starts, booking.ends),
        actions=_actions(user, booking) if changes else [],
        facts=list(_facts(user, booking, costs=changes)),
        things=[
            {"label": str(one.resource), "url": one.resource.get_absolute_url(), "quantity": one.quantity}
            for one in asked_of(booking)
        ],
        offered=offered,
        left=time_left(booking.held_until) if offered else "",
        to_move=booking.status == BookingStatus.DISPLACED and changes,
        to_decide=booking.status == BookingStatus.REQUESTED
        and user.has_perm("labs.decide_booking", booking),
        check_in=_check_in(booking) if changes else "",
        uses=[_use(one) for one in booking.uses.select_related("resource", "person")],
    )  # fmt: skip


def _actions(user: Any, booking: Booking) -> list[Item]:
    if booking.status not in OPEN or booking.ends <= timezone.now():
        return []
    number = {"booking": booking.pk}
    if booking.kind in OUT_OF_SERVICE:
        if not user.has_perm("labs.declare_outage", booking):
            return []
        url = reverse("labs:outage", kwargs=number)
        return [{"label": _("Prolong, move or end it"), "url": url, "icon": "clock", "how": "link", "kind": "secondary"}]  # fmt: skip
    wanted = [
        (_("Move"), "move", "calendar", "link"),
        (_("Hand over to a colleague"), "hand_over", "people", "link"),
        (_("Cancel the booking"), "cancel", "close", "ask"),
    ]
    if booking.status in (BookingStatus.WAITING, BookingStatus.HELD):
        wanted = wanted[2:]
    return [
        {
            "label": label,
            "url": reverse(f"labs:{name}_booking", kwargs=number),
            "icon": icon,
            "how": how,
            "kind": "danger" if how == "ask" else "secondary",
        }
        for label, name, icon, how in wanted
    ]


def _facts(user: Any, booking: Booking, *, costs: bool) -> Iterator[Item]:
    yield {"term": pgettext("labs", "State"), **booking_state(booking)}
    yield {"term": pgettext("booking", "When"), "text": written.between(booking.starts, booking.ends)}  # fmt: skip
    yield from _where(booking)
    yield {"term": pgettext("booking", "For"), "text": str(booking.person), "note": str(booking.organisation)}  # fmt: skip
    if booking.booked_by and getattr(booking.booked_by, "person", None) != booking.person:
        yield {"term": _("Booked by"), "text": str(getattr(booking.booked_by, "person", "") or _("the centre"))}  # fmt: skip
    yield {"term": _("Kind of use"), "text": str(booking.get_kind_display())}
    if booking.kind not in OUT_OF_SERVICE:
        yield {"term": pgettext("booking", "Activity"), "text": str(booking.get_economic_display())}
    if booking.preferential:
        yield {"term": _("Preferential access"), "text": _("yes")}
    if booking.project:
        yield {"term": _("Project that pays"), "text": booking.project.name}
    if costs and (cost := _cost(booking)):
        yield {"term": _("Cost"), "text": cost}
    texts = (
        (_("What it is for"), booking.purpose),
        (_("Risk assessment"), booking.risk_assessment),
        (_("Decision"), booking.decision),
        (_("Rules overridden because"), booking.override_reason),
        (_("Reason of the cancellation"), booking.cancel_reason),
    )
    yield from ({"term": term, "text": text} for term, text in texts if text)
    if booking.checked_in:
        yield {"term": _("Checked in"), "text": written.moment(booking.checked_in)}


def _where(booking: Booking) -> Iterator[Item]:
    """Each laboratory once, with the way to its page."""
    several = {one.resource.laboratory_id: one.resource.laboratory for one in asked_of(booking)}
    for pk, laboratory in several.items():
        url = reverse("labs:laboratory", kwargs={"laboratory": pk})
        yield {"term": _("Laboratory"), "text": str(laboratory), "url": url}


def _cost(booking: Booking) -> str:
    reference = reference_of(booking)
    if charge := charges.standing_charge(reference):
        return _("{amount}, charged").format(amount=euro(charge.total))
    if commitment := charges.open_commitment(reference):
        return _("{amount}, to be charged").format(amount=euro(commitment.total))
    return ""


def _check_in(booking: Booking) -> str:
    """From when on, or nothing where it is not to be done."""
    personal = booking.kind not in OUT_OF_SERVICE
    if booking.status != BookingStatus.CONFIRMED or booking.checked_in or not personal:
        return ""
    opens = opens_at(booking)
    now = timezone.now()
    if now >= booking.ends:
        return ""
    return "now" if now >= opens else written.moment(opens)


def _use(use: Any) -> str:
    if not use.ended:
        since = _("since {time}").format(time=written.moment(use.started))
        return f"{use.resource}: {since}"
    told = [f"{use.resource}: {written.between(use.started, use.ended)}"]
    if use.declared_minutes is not None:
        told.append(_("declared: {length}").format(length=written.length(use.declared_minutes)))
    if use.downtime_minutes:
        out = written.length(use.downtime_minutes)
        told.append(_("out of order: {length}, not charged").format(length=out))
    return "; ".join(told)


def cost_of_cancelling(booking: Booking) -> Decimal | None:
    """What the price list says of giving it back now; nothing is known where there is none any more."""
    if booking.status != BookingStatus.CONFIRMED or booking.project is None or is_down(booking):
        return Decimal(0)
    now = timezone.now()
    try:
        quote = charging.quote(
            booking.project, list(_items(booking, now)), at=now, person=booking.person
        )
    except Refusal:
        return None
    return quote.total


def _items(booking: Booking, cancelled: dt.datetime) -> Iterator[charging.Item]:
    rows = list(booking.allocations.asked().select_related("resource__chargeable"))
    helped = any(one.resource.kind == ResourceKind.EXPERT for one in rows)
    for one in rows:
        resource = one.resource
        if resource.chargeable is not None:
            yield charging.Item(
                resource.chargeable, booking.starts, booking.ends,
                assisted=helped and resource.kind == ResourceKind.MACHINE, cancelled=cancelled,
            )  # fmt: skip


def words_of_cancelling(booking: Booking) -> list[str]:
    """All that a person is told before they give it back."""
    found = []
    if is_late(booking):
        found.append(_("It is late: the time is short for somebody else to use it."))
    cost = cost_of_cancelling(booking)
    if cost:
        found.append(_("It costs {amount}.").format(amount=euro(cost)))
    elif cost is not None:
        found.append(_("It costs nothing."))
    return found


def words_of_series(series: Series) -> str:
    """How many bookings go with it."""
    ahead = series.bookings.open().filter(starts__gt=timezone.now()).count()
    text = ngettext("{number} booking lies ahead.", "{number} bookings lie ahead.", ahead)
    return text.format(number=ahead)
