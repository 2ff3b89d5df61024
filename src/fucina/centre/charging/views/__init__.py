from fucina.centre.charging.views.accounts import (
    account,
    accounts,
    change_account,
    find_organisations,
    record_account,
    record_prepayment,
)
from fucina.centre.charging.views.adjustments import (
    accept_adjustment,
    adjustment,
    adjustments,
    decline_adjustment,
)
from fucina.centre.charging.views.charges import (
    charge,
    charges,
    export_charges,
    request_adjustment,
    void_charge,
)
from fucina.centre.charging.views.price_lists import (
    change_price_list,
    copy_price_list,
    price_list,
    price_lists,
    publish_price_list,
    record_chargeable,
    record_price_list,
    remove_price_list,
)
from fucina.centre.charging.views.prices import (
    calculator,
    prices,
)
from fucina.centre.charging.views.projects import (
    change_project,
    project,
    projects,
    record_project,
)
from fucina.centre.charging.views.rates import (
    add_rate,
    add_tier,
    add_window,
    change_rate,
    rate,
    remove_rate,
    remove_tier,
    remove_window,
)
from fucina.centre.charging.views.unsettled import (
    charge_unsettled,
    release_unsettled,
    unsettled,
)

__all__ = [
    "accept_adjustment",
    "account",
    "accounts",
    "add_rate",
    "add_tier",
    "add_window",
    "adjustment",
    "adjustments",
    "calculator",
    "change_account",
    "change_price_list",
    "change_project",
    "change_rate",
    "charge",
    "charge_unsettled",
    "charges",
    "copy_price_list",
    "decline_adjustment",
    "export_charges",
    "find_organisations",
    "price_list",
    "price_lists",
    "prices",
    "project",
    "projects",
    "publish_price_list",
    "rate",
    "record_account",
    "record_chargeable",
    "record_prepayment",
    "record_price_list",
    "record_project",
    "release_unsettled",
    "remove_price_list",
    "remove_rate",
    "remove_tier",
    "remove_window",
    "request_adjustment",
    "unsettled",
    "void_charge",
]
