import datetime as dt
from collections.abc import Sequence
from typing import Any

from fucina.centre.charging.domain.asked import Item, Reference
from fucina.centre.charging.domain.charge import charge
from fucina.centre.charging.domain.commit import release
from fucina.centre.charging.domain.quote import quote
from fucina.centre.charging.models import Charge, Commitment


def settle_cancellation(
    commitment: Commitment, items: Sequence[Item], *, by: Any, at: dt.datetime | None = None
) -> Charge | None:
    """A booking given back: in time it costs nothing and what was set aside is free; late, its rule is charged."""
    answer = quote(commitment.project, items, at=at, person=commitment.person)
    if not answer.total:
        release(commitment, by=by)
        return None
    reference = Reference(commitment.reference_kind, commitment.reference_key)
    return charge(commitment, reference, items, by=by, at=at, beyond=True)
