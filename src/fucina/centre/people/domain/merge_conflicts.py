"""What to do with a row that cannot simply be moved to the winner of a merge.

Each model has its own answer; one without stays with the loser, where it can be looked at, and comes to no harm.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import models

from fucina.centre.people.domain.snapshot import Snapshot, snapshot
from fucina.centre.people.models import Membership, OwnershipLink, Site

type Deed = Literal["moved", "changed", "dropped", "left"]


@dataclass(frozen=True)
class Step:
    """What a merge did to one row: enough to do the opposite."""

    deed: Deed
    model: str
    pk: Any
    before: Snapshot = field(default_factory=dict)
    after: Snapshot = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "deed": self.deed, "model": self.model, "pk": self.pk, "before": self.before, "after": self.after,
        }  # fmt: skip


type Settle = Callable[[Any, str, int], list[Step] | None]
"""Gets the row, the column that names the loser, and the winner's number. None: it stays with the loser."""

_settlers: dict[type[models.Model], Settle] = {}


def settles(model: type[models.Model]) -> Callable[[Settle], Settle]:
    """Marks a model's own answer; apps above give theirs in their ``ready()``."""

    def mark(settle: Settle) -> Settle:
        _settlers[model] = settle
        return settle

    return mark


def settle(row: models.Model, column: str, winner: int) -> list[Step] | None:
    own = _settlers.get(type(row))
    return own(row, column, winner) if own else None


def changed(row: models.Model, **values: Any) -> Step:
    """Writes these columns; remembers the whole row before and after."""
    before = snapshot(row)
    type(row)._base_manager.filter(pk=row.pk).update(**values)
    row.refresh_from_db()
    return Step("changed", row._meta.label, row.pk, before, snapshot(row))


def dropped(row: models.Model) -> Step:
    """Deletes the row, which says nothing any more; it can be inserted again."""
    before = snapshot(row)
    type(row)._base_manager.filter(pk=row.pk).delete()
    return Step("dropped", row._meta.label, before["id"], before)


@settles(Site)
def _site(row: Site, column: str, winner: int) -> list[Step] | None:
    """An organisation has one registered office: the winner's."""
    return [changed(row, **{column: winner, "main": False})]


@settles(Membership)
def _membership(row: Membership, column: str, winner: int) -> list[Step] | None:
    """The same role at the same place over the same days is one role: it lasts as long as both together."""
    asked = {"person_id": row.person_id, "organisation_id": row.organisation_id, column: winner}
    held = Membership.objects.filter(role=row.role, **asked).exclude(pk=row.pk)
    touching = [other for other in held if _overlap(other, row)]
    if not touching:
        return None  # something else is in the way: a role that does not fit the winner's kind
    first = touching[0]
    together = [*touching, row]
    begins = min(one.valid_from for one in together)
    ends = None if any(one.valid_until is None for one in together) else max(
        one.valid_until for one in together if one.valid_until
    )  # fmt: skip
    gone = [dropped(one) for one in (*touching[1:], row)]
    invites = any(one.invites for one in together)
    if (first.valid_from, first.valid_until, first.invites) == (begins, ends, invites):
        return gone
    return [*gone, changed(first, valid_from=begins, valid_until=ends, invites=invites)]


@settles(OwnershipLink)
def _ownership(row: OwnershipLink, column: str, winner: int) -> list[Step] | None:
    """A share of one in the other is a share in itself now, and the same share told twice is one."""
    after = {"owned_id": row.owned_id, "owner_id": row.owner_id, column: winner}
    if after["owned_id"] == after["owner_id"]:
        return [dropped(row)]
    same = OwnershipLink.objects.filter(
        owner_person=row.owner_person_id, share=row.share, valid_from=row.valid_from, valid_until=row.valid_until,
        **after,
    ).exclude(pk=row.pk)  # fmt: skip
    return [dropped(row)] if same.exists() else None


def _overlap(one: Membership, other: Membership) -> bool:
    last = dt.date.max
    return one.valid_from <= (other.valid_until or last) and other.valid_from <= (
        one.valid_until or last
    )
