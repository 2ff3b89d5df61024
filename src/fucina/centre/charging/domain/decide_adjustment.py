from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.asked import Item, Reference
from fucina.centre.charging.domain.charge import write_charge
from fucina.centre.charging.domain.quoted import Quote
from fucina.centre.charging.domain.request_adjustment import problems_of_state
from fucina.centre.charging.domain.stored_item import item_of
from fucina.centre.charging.domain.tell_of_decision import tell_of_decision
from fucina.centre.charging.domain.void_charge import write_void
from fucina.centre.charging.domain.writing import allow, one_write
from fucina.centre.charging.enums import AdjustmentKind, AdjustmentState
from fucina.centre.charging.models import Adjustment, Charge, ChargeItem
from fucina.centre.refusal import Problem, Refusal, refuse_any
from fucina.methods.pricing import Bill


def accept_adjustment(adjustment: Adjustment, *, by: Any, answer: str = "") -> Charge:
    """Void the charge and put the corrected one in its place, at the prices of its own day. Once, or not at all."""
    allow(by, "charging.decide_adjustment", adjustment)
    with one_write():
        held = _open(adjustment)
        charge = held.charge
        refuse_any(problems_of_state(charge))
        items = [_asked(item, held) for item in charge.items.select_related("chargeable")]
        waived = held.kind == AdjustmentKind.WAIVE
        write_void(charge, held.why, by)
        held.result = write_charge(
            held.project or charge.project,
            Reference(charge.reference_kind, charge.reference_key),
            items,
            by=by,
            person=charge.person,
            replaces=charge,
            beyond=waived or charge.beyond,
            changed=_waived if waived else None,
        )
        _decide(held, AdjustmentState.ACCEPTED, answer, by)
    return held.result


def decline_adjustment(adjustment: Adjustment, answer: str, *, by: Any) -> Adjustment:
    """The charge stands; whoever asked reads why."""
    allow(by, "charging.decide_adjustment", adjustment)
    if not answer.strip():
        raise Refusal([Problem("required", _("Say why it is declined."), "answer")])
    with one_write():
        held = _open(adjustment)
        _decide(held, AdjustmentState.DECLINED, answer, by)
    return held


def _open(adjustment: Adjustment) -> Adjustment:
    held = Adjustment.objects.select_for_update(of=("self",)).get(pk=adjustment.pk)
    if held.state != AdjustmentState.OPEN:
        raise Refusal([Problem("decided", _("This request is decided already."))])
    return held


def _decide(held: Adjustment, state: AdjustmentState, answer: str, by: Any) -> None:
    held.state, held.answer = state, answer.strip()
    held.decided, held.decided_by = timezone.now(), by
    held.save()
    tell_of_decision(held)


def _asked(item: ChargeItem, adjustment: Adjustment) -> Item:
    """What was charged, as it was asked for, with the correction."""
    asked = item_of(item)
    if adjustment.item_id != item.pk:
        return asked
    if adjustment.kind == AdjustmentKind.TIME and adjustment.starts and adjustment.ends:
        # the corrected time is both booked and used: every way of billing then bills it
        start, end = adjustment.starts, adjustment.ends
        return replace(asked, start=start, end=end, used=((start, end),), cancelled=None)
    if adjustment.kind == AdjustmentKind.QUANTITY and adjustment.quantity is not None:
        return replace(asked, quantity=adjustment.quantity)
    return asked


def _waived(quote: Quote) -> Quote:
    """The same lines, each at nothing: what was waived stays to be seen."""
    items = tuple(
        replace(
            one,
            bill=Bill(
                tuple(replace(line, amount=Decimal("0.00")) for line in one.lines),
                hours=one.bill.hours,
            ),
        )
        for one in quote.items
    )
    return Quote(quote.project, quote.on, items, tuple(replace(share, amount=Decimal("0.00")) for share in quote.shares))  # fmt: skip
