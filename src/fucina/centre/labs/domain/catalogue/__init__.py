"""Records what there is: laboratories, rooms, machines, experts, accessories, consumables, and what they can do."""

from fucina.centre.labs.domain.catalogue.access_plans import (
    end_holding,
    free_hours,
    give_plan,
    reserve_hours,
    write_access_plan,
)
from fucina.centre.labs.domain.catalogue.add_resource import (
    add_accessory,
    add_expert,
    add_machine,
    add_room,
)
from fucina.centre.labs.domain.catalogue.buildings import write_building
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
    remove_steward,
)
from fucina.centre.labs.domain.catalogue.preferential import (
    remove_preferential_access,
    write_preferential_access,
)
from fucina.centre.labs.domain.catalogue.quotas import remove_quota, write_quota
from fucina.centre.labs.domain.catalogue.requirements import ask_qualification, stop_asking
from fucina.centre.labs.domain.catalogue.rows import remove_unused
from fucina.centre.labs.domain.catalogue.sharing import share_schedule, sharing
from fucina.centre.labs.domain.catalogue.stock import change_consumable, record_consumable, withdraw
from fucina.centre.labs.domain.catalogue.suspensions import end_suspension, suspend
from fucina.centre.labs.domain.catalogue.vocabulary import (
    write_capability,
    write_category,
    write_qualification,
)

__all__ = [
    "add_accessory",
    "add_expert",
    "add_machine",
    "add_room",
    "ask_qualification",
    "attach_document",
    "change_capacity",
    "change_consumable",
    "change_laboratory",
    "change_resource",
    "end_holding",
    "end_suspension",
    "free_hours",
    "give_plan",
    "name_steward",
    "record_consumable",
    "record_exception",
    "record_laboratory",
    "record_patron_day",
    "record_policy",
    "remove_capability",
    "remove_document",
    "remove_exception",
    "remove_preferential_access",
    "remove_quota",
    "remove_steward",
    "remove_unused",
    "reserve_hours",
    "say_capability",
    "share_schedule",
    "sharing",
    "stop_asking",
    "suspend",
    "withdraw",
    "write_access_plan",
    "write_building",
    "write_capability",
    "write_category",
    "write_preferential_access",
    "write_qualification",
    "write_quota",
]
