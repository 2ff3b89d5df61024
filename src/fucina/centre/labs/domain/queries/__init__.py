from fucina.centre.labs.domain.queries.agenda import agenda_of, waiting_for
from fucina.centre.labs.domain.queries.capacity import (
    EconomicShare,
    economic_shares,
    hours_by,
    preferential_use,
    unmet_demand,
    utilisation,
)
from fucina.centre.labs.domain.queries.events import Event, events, window_of
from fucina.centre.labs.domain.queries.find import Found, find_resources
from fucina.centre.labs.domain.queries.use_compared import UseCompared, use_compared
from fucina.centre.labs.domain.queries.visible import (
    booking_for,
    laboratory_for,
    resource_for,
    resources_for,
    resources_to_book,
    visible_bookings,
    visible_documents,
    visible_laboratories,
    visible_problems,
    visible_resources,
)

__all__ = [
    "EconomicShare",
    "Event",
    "Found",
    "UseCompared",
    "agenda_of",
    "booking_for",
    "economic_shares",
    "events",
    "find_resources",
    "hours_by",
    "laboratory_for",
    "preferential_use",
    "resource_for",
    "resources_for",
    "resources_to_book",
    "unmet_demand",
    "use_compared",
    "utilisation",
    "visible_bookings",
    "visible_documents",
    "visible_laboratories",
    "visible_problems",
    "visible_resources",
    "waiting_for",
    "window_of",
]
