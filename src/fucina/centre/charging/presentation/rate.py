"""One rate: what it says, and its parts."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.models import Rate
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.states import yes_or_no
from fucina.centre.governance.presentation.written import period

type Item = dict[str, Any]


@dataclass(frozen=True)
class RatePage:
    rate: Rate
    actions: list[Item]
    facts: list[Item]
    conditions: list[str]
    windows: list[Item]
    tiers: list[Item]
    changes: bool


def rate_page(user: Any, rate: Rate) -> RatePage:
    changes = not rate.published and user.has_perm("charging.manage_prices")
    return RatePage(
        rate,
        _actions(rate) if changes else [],
        _facts(rate),
        words.conditions(rate),
        [
            {"text": words.window(one), "url": _url("remove_window", window=one.pk)}
            for one in rate.windows.all()
        ],
        [
            {
                "text": _("From {hours} hours on: {price}").format(
                    hours=words.number(one.after), price=words.price(one.amount, "hourly")
                ),
                "url": _url("remove_tier", tier=one.pk),
            }
            for one in rate.tiers.all()
        ],
        changes,
    )


def _actions(rate: Rate) -> list[Item]:
    wanted: list[tuple[str, str, str, Item]] = [
        (pgettext("charging", "Change"), "change_rate", "pencil", {}),
        (_("Add a time window"), "add_window", "clock", {}),
        (_("Add a tier"), "add_tier", "plus", {"more": True}),
        (_("Remove the price"), "remove_rate", "trash", {"how": "ask", "kind": "danger", "more": True}),
    ]  # fmt: skip
    return [
        {"label": label, "url": _url(name, rate=rate.pk), "icon": icon, "kind": "secondary"} | more
        for label, name, icon, more in wanted
    ]


def _facts(rate: Rate) -> list[Item]:
    said = [
        (_("Price list"), str(rate.price_list)),
        (_("Class of users"), rate.get_user_class_display()),
        (_("With assistance"), yes_or_no(rate.assisted)),
        (pgettext("charging", "Price"), words.price(rate.amount, rate.basis)),
        (pgettext("price list", "In force"), period(rate.valid_from, rate.valid_until)),
        (_("Time billed"), rate.get_mode_display()),
        (_("Length counted"), rate.get_rounding_display()),
    ]
    if rate.basis == "daily":
        said.append((_("A day is paid"), rate.get_once_display()))
    return [{"term": term, "text": str(text)} for term, text in said]


def _url(name: str, **numbers: int) -> str:
    return reverse(f"charging:{name}", kwargs=numbers)
