"""Which things a booking asks for: boxes that are ticked, each with how many of it."""

from typing import Any

from fucina.centre.labs.domain import Item
from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.labs.enums import ResourceStatus
from fucina.centre.labs.forms.choices import number
from fucina.centre.labs.models import Resource

MOST = 12
"""Things in one booking."""


def chosen(user: Any, data: Any) -> list[Item]:
    """What ``resource`` names, in that order, with ``quantity-…`` places, or as a ``whole-…``."""
    wanted = list(dict.fromkeys(number(value) for value in data.getlist("resource")))[:MOST]
    found = {
        one.pk: one
        for one in visible_resources(user)
        .with_rules()
        .exclude(status=ResourceStatus.RETIRED)
        .filter(pk__in=wanted)
    }
    return [_item(found[pk], data) for pk in wanted if pk in found]


def with_thing(items: list[Item], resource: Resource) -> list[Item]:
    """One more, unless it is there already."""
    if any(item.resource.pk == resource.pk for item in items):
        return items
    return [*items, Item(resource)]


def _item(resource: Resource, data: Any) -> Item:
    quantity = number(str(data.get(f"quantity-{resource.pk}", "1"))) or 1
    whole = bool(data.get(f"whole-{resource.pk}"))
    return Item(resource, quantity, whole)
