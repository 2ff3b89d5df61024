from fucina.centre.charging.domain.asked import Item, Reference
from fucina.centre.charging.domain.billing_problems import problems_of_billing
from fucina.centre.charging.domain.charge import charge
from fucina.centre.charging.domain.commit import commit, recommit, release
from fucina.centre.charging.domain.copy_price_list import copy_price_list
from fucina.centre.charging.domain.decide_adjustment import accept_adjustment, decline_adjustment
from fucina.centre.charging.domain.publish_price_list import publish_price_list
from fucina.centre.charging.domain.quote import quote
from fucina.centre.charging.domain.quoted import Quote, QuotedItem, QuotedShare
from fucina.centre.charging.domain.record_account import record_account
from fucina.centre.charging.domain.record_chargeable import record_chargeable, write_chargeable
from fucina.centre.charging.domain.record_prepayment import record_prepayment
from fucina.centre.charging.domain.record_price_list import record_price_list, remove_price_list
from fucina.centre.charging.domain.record_project import record_project
from fucina.centre.charging.domain.record_rate import record_rate, remove_rate
from fucina.centre.charging.domain.record_rate_parts import add_tier, add_window, remove_part
from fucina.centre.charging.domain.request_adjustment import request_adjustment
from fucina.centre.charging.domain.settle_cancellation import settle_cancellation
from fucina.centre.charging.domain.settle_unsettled import (
    charge_unsettled,
    keep_unsettled,
    release_unsettled,
)
from fucina.centre.charging.domain.user_class import user_class_of
from fucina.centre.charging.domain.void_charge import void_charge

__all__ = [
    "Item",
    "Quote",
    "QuotedItem",
    "QuotedShare",
    "Reference",
    "accept_adjustment",
    "add_tier",
    "add_window",
    "charge",
    "charge_unsettled",
    "commit",
    "copy_price_list",
    "decline_adjustment",
    "keep_unsettled",
    "problems_of_billing",
    "publish_price_list",
    "quote",
    "recommit",
    "record_account",
    "record_chargeable",
    "record_prepayment",
    "record_price_list",
    "record_project",
    "record_rate",
    "release",
    "release_unsettled",
    "remove_part",
    "remove_price_list",
    "remove_rate",
    "request_adjustment",
    "settle_cancellation",
    "user_class_of",
    "void_charge",
    "write_chargeable",
]
