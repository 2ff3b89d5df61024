"""Price lists and what is in one of them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import visible_price_lists
from fucina.centre.charging.models import PriceList, Rate
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.states import list_state
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import period

type Item = dict[str, Any]


def price_lists_table(user: Any) -> Table:
    columns = [
        text_column(_("Price list")),
        text_column(pgettext("price list", "In force")),
        number_column(_("Prices")),
        text_column(pgettext("charging", "State")),
    ]
    found = visible_price_lists(user).annotate(prices=Count("rates"))
    rows = [
        {
            "cells": [
                {"text": str(one), "url": one.get_absolute_url()},
                period(one.valid_from, one.valid_until),
                str(one.prices),
                list_state(one),
            ]
        }
        for one in found
    ]
    return Table(_("Price lists"), columns, list(rows))


@dataclass(frozen=True)
class PriceListPage:
    price_list: PriceList
    actions: list[Item]
    facts: list[Item]
    table: Table
    draft: bool


def price_list_page(user: Any, price_list: PriceList) -> PriceListPage:
    manages = user.has_perm("charging.manage_prices")
    rates = price_list.rates.select_related("chargeable").prefetch_related("windows", "tiers")
    return PriceListPage(
        price_list,
        _actions(price_list) if manages else [],
        _facts(price_list),
        _table(list(rates)),
        price_list.published is None,
    )


def _actions(price_list: PriceList) -> list[Item]:
    number = {"price_list": price_list.pk}

    def action(label: str, name: str, icon: str, **more: Any) -> Item:
        return {"label": label, "url": reverse(f"charging:{name}", kwargs=number), "icon": icon, "kind": "secondary", **more}  # fmt: skip

    copy = action(_("Make a copy"), "copy_price_list", "copy")
    if price_list.published:
        return [copy]
    return [
        action(_("Publish"), "publish_price_list", "check", how="ask", kind="primary"),
        action(_("Add a price"), "add_rate", "plus"),
        action(pgettext("charging", "Change"), "change_price_list", "pencil", more=True),
        copy | {"more": True},
        action(
            _("Remove the draft"), "remove_price_list", "trash", how="ask", kind="danger", more=True
        ),
    ]


def _facts(price_list: PriceList) -> list[Item]:
    state = list_state(price_list)
    facts = [
        {"term": pgettext("charging", "State"), "text": "", **state},
        {"term": pgettext("price list", "In force"), "text": period(price_list.valid_from, price_list.valid_until)},
    ]  # fmt: skip
    if price_list.said_note:
        facts.append({"term": _("Note"), "text": price_list.said_note})
    return facts


def _table(rates: list[Rate]) -> Table:
    columns = [
        text_column(pgettext("charging", "Item")),
        text_column(_("Class of users")),
        text_column(_("Assistance")),
        number_column(pgettext("charging", "Price")),
        text_column(_("Conditions")),
    ]
    rows = [
        {
            "cells": [
                {"text": str(rate.chargeable), "url": reverse("charging:rate", kwargs={"rate": rate.pk})},
                str(rate.get_user_class_display()),
                _("with") if rate.assisted else _("without"),
                words.price(rate.amount, rate.basis),
                " ".join(words.conditions(rate)),
            ]
        }
        for rate in rates
    ]  # fmt: skip
    return Table(_("Prices"), columns, list(rows))
