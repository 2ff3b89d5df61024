"""Finds what an address names among what this person may see; what they may not see does not exist for them."""

from typing import Any

from django.shortcuts import get_object_or_404

from fucina.centre.charging import models
from fucina.centre.charging.domain import queries


def price_list(user: Any, price_list: int) -> models.PriceList:
    return get_object_or_404(queries.visible_price_lists(user), pk=price_list)


def rate(user: Any, rate: int) -> models.Rate:
    found = queries.visible_rates(user).select_related("price_list", "chargeable")
    return get_object_or_404(found, pk=rate)


def window(user: Any, window: int) -> models.RateWindow:
    found = queries.visible_windows(user).select_related("rate__price_list", "rate__chargeable")
    return get_object_or_404(found, pk=window)


def tier(user: Any, tier: int) -> models.RateTier:
    found = queries.visible_tiers(user).select_related("rate__price_list", "rate__chargeable")
    return get_object_or_404(found, pk=tier)


def account(user: Any, account: int) -> models.PayerAccount:
    found = queries.visible_accounts(user).select_related("organisation", "agreement")
    return get_object_or_404(found, pk=account)


def project(user: Any, project: int) -> models.Project:
    return get_object_or_404(queries.visible_projects(user).select_related("organisation"), pk=project)  # fmt: skip


def charge(user: Any, charge: int) -> models.Charge:
    found = queries.visible_charges(user)
    return get_object_or_404(
        found.select_related("project__organisation", "person", "replaces"), pk=charge
    )


def unsettled(user: Any, unsettled: int) -> models.Unsettled:
    found = queries.visible_unsettled(user).select_related(
        "commitment__project", "commitment__person"
    )
    return get_object_or_404(found, pk=unsettled)


def adjustment(user: Any, adjustment: int) -> models.Adjustment:
    found = queries.visible_adjustments(user).select_related(
        "charge__project", "item__chargeable", "project", "result", "asked_by"
    )
    return get_object_or_404(found, pk=adjustment)
