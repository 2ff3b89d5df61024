"""What took place and could not be charged: kept with all that its price needs, until somebody charges or releases it."""

from collections.abc import Sequence
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.asked import Item, Reference
from fucina.centre.charging.domain.charge import charge
from fucina.centre.charging.domain.commit import release
from fucina.centre.charging.domain.stored_item import columns_of, item_of
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models import Charge, Commitment, Unsettled, UnsettledItem
from fucina.centre.refusal import Problem, Refusal, refuse_any

log = structlog.get_logger(__name__)


@transaction.atomic
def keep_unsettled(commitment: Commitment, items: Sequence[Item], why: str) -> Unsettled:
    """Asked again, the first answer stays. Nobody's permission is asked: it is what became of a use."""
    kept, new = Unsettled.objects.get_or_create(commitment=commitment, defaults={"why": why})
    if new:
        for item in items:
            UnsettledItem.objects.create(
                of=kept, user_class=item.user_class, **columns_of(item)
            )  # each with its own event
        log.warning("use_not_charged", use=str(commitment), reason=why)
    return kept


def charge_unsettled(unsettled: Unsettled, *, by: Any) -> Charge:
    """At the prices of its own day, now that there is one; refused in words as long as there is none."""
    allow(by, "charging.settle_uses")
    with one_write():
        held = _waiting(unsettled)
        commitment = held.commitment
        items = [item_of(row) for row in held.items.select_related("chargeable")]
        reference = Reference(commitment.reference_kind, commitment.reference_key)
        made = charge(commitment, reference, items, by=by, beyond=True)
        _settle(held, by)
    log.info("use_charged", use=str(commitment), charge=made.pk, by=by.pk)
    return made


def release_unsettled(unsettled: Unsettled, why: str, *, by: Any) -> Unsettled:
    """It costs nothing, and what was set aside is free again; the reason stays."""
    allow(by, "charging.settle_uses")
    if not why.strip():
        raise Refusal([Problem("required", _("Say why it costs nothing."), "why")])
    with one_write():
        held = _waiting(unsettled)
        release(held.commitment, by=by)
        _settle(held, by, why.strip()[:250])
    log.info("use_released", use=str(held.commitment), by=by.pk)
    return held


def _waiting(unsettled: Unsettled) -> Unsettled:
    held = (
        Unsettled.objects.select_for_update(of=("self",), no_key=True)
        .select_related("commitment__project", "commitment__person")
        .get(pk=unsettled.pk)
    )
    if held.settled or held.commitment.state != CommitmentState.OPEN:
        raise Refusal([Problem("settled", _("This use is settled already."))])
    return held


def _settle(held: Unsettled, by: Any, why: str = "") -> None:
    held.settled, held.settled_by, held.released_why = timezone.now(), by, why
    refuse_any(check(held))
    held.save(update_fields=["settled", "settled_by", "released_why"])
