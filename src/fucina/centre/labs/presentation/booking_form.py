"""The things of a booking as boxes to tick: those chosen, and those that often go with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fucina.centre.labs.domain import Item
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.enums import ResourceKind, ResourceStatus
from fucina.centre.labs.models import Resource

OFTEN = 8


@dataclass(frozen=True)
class Box:
    number: int
    label: str
    note: str
    ticked: bool
    capacity: int
    quantity: int
    room: bool
    whole: bool
    down: bool

    @property
    def counted(self) -> bool:
        """More than one can be had, or a room as a whole."""
        return self.capacity > 1


def boxes(user: Any, items: list[Item]) -> list[Box]:
    chosen = [_box(item, ticked=True) for item in items]
    return [*chosen, *(_box(Item(one), ticked=False) for one in _often(user, items))]


def _often(user: Any, items: list[Item]) -> Iterable[Resource]:
    """Accessories that fit, the room it stands in, experts of the same laboratory."""
    if not items:
        return []
    resources = [item.resource for item in items]
    rooms = [one.inside_id for one in resources if one.inside_id]
    fits = Q(kind=ResourceKind.ACCESSORY, accessory__fits__in=[one.pk for one in resources])
    expert = Q(kind=ResourceKind.EXPERT, laboratory__in=[one.laboratory_id for one in resources])
    found = (
        visible_resources(user)
        .with_rules()
        .exclude(status=ResourceStatus.RETIRED)
        .exclude(pk__in=[one.pk for one in resources])
        .filter(fits | expert | Q(pk__in=rooms))
        .distinct()
        .order_by("kind", "name", "pk")
    )
    return list(found[:OFTEN])


def _box(item: Item, *, ticked: bool) -> Box:
    one = item.resource
    return Box(
        number=one.pk,
        label=str(one),
        note=f"{one.get_kind_display()} · {one.laboratory}",
        ticked=ticked,
        capacity=one.schedule.capacity,
        quantity=item.quantity,
        room=one.kind == ResourceKind.ROOM,
        whole=item.whole,
        down=one.status == ResourceStatus.DOWN,
    )


def times_in(span: Span) -> dict[str, str]:
    """A time as the form's own fields send it."""
    start, end = timezone.localtime(span.start), timezone.localtime(span.end)
    return {
        "starts_0": f"{start:%d/%m/%Y}",
        "starts_1": f"{start:%H:%M}",
        "ends_0": f"{end:%d/%m/%Y}",
        "ends_1": f"{end:%H:%M}",
    }
