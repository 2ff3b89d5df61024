"""Records what there is: laboratories, rooms, machines, experts, accessories, consumables, and what they can do."""

from fucina.centre.labs.domain.catalogue.add_resource import (
    add_accessory,
    add_expert,
    add_machine,
    add_room,
    share_schedule,
)
from fucina.centre.labs.domain.catalogue.calendar import (
    record_exception,
    record_patron_day,
    remove_exception,
)
from fucina.centre.labs.domain.catalogue.capabilities import (
    remove_capability,
    say_capability,
)
from fucina.centre.labs.domain.catalogue.change import change_capacity, change_resource
from fucina.centre.labs.domain.catalogue.documents import attach_document, remove_document
from fucina.centre.labs.domain.catalogue.laboratories import (
    change_laboratory,
    name_steward,
    record_laboratory,
    record_policy,
)
from fucina.centre.labs.domain.catalogue.stock import record_consumable, withdraw

__all__ = [
    "add_accessory",
    "add_expert",
    "add_machine",
    "add_room",
    "attach_document",
    "change_capacity",
    "change_laboratory",
    "change_resource",
    "name_steward",
    "record_consumable",
    "record_exception",
    "record_laboratory",
    "record_patron_day",
    "record_policy",
    "remove_capability",
    "remove_document",
    "remove_exception",
    "say_capability",
    "share_schedule",
    "withdraw",
]
