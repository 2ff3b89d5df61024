from fucina.centre.charging.domain.queries.chargeable import (
    chargeable_project,
    chargeable_projects,
    chargeable_projects_of,
    limits_of,
    may_be_charged_by,
)
from fucina.centre.charging.domain.queries.published import published_rates
from fucina.centre.charging.domain.queries.references import open_commitment, standing_charge
from fucina.centre.charging.domain.queries.visible import (
    visible_accounts,
    visible_adjustments,
    visible_charges,
    visible_prepayments,
    visible_price_lists,
    visible_projects,
    visible_rates,
    visible_tiers,
    visible_unsettled,
    visible_windows,
)
from fucina.centre.charging.domain.queries.waiting import waiting_for

__all__ = [
    "chargeable_project",
    "chargeable_projects",
    "chargeable_projects_of",
    "limits_of",
    "may_be_charged_by",
    "open_commitment",
    "published_rates",
    "standing_charge",
    "visible_accounts",
    "visible_adjustments",
    "visible_charges",
    "visible_prepayments",
    "visible_price_lists",
    "visible_projects",
    "visible_rates",
    "visible_tiers",
    "visible_unsettled",
    "visible_windows",
    "waiting_for",
]
