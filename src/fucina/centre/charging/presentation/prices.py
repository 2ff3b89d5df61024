"""The published prices, as everybody reads them: one row for each item, without assistance and with it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import published_rates
from fucina.centre.charging.enums import ChargeableKind, UserClass
from fucina.centre.charging.forms.prices import PriceFilter
from fucina.centre.charging.models import Rate
from fucina.centre.charging.presentation import words
from fucina.centre.governance.presentation.table import Table, number_column, text_column

LIKELY = UserClass.SME
"""Whose prices are shown until somebody says who they are."""


@dataclass
class Priced:
    """One item: its price without assistance, with it, and what else holds."""

    name: str
    alone: str = "–"
    assisted: str = "–"
    notes: list[str] = field(default_factory=list)

    def add(self, rate: Rate) -> None:
        said = words.price(rate.amount, rate.basis)
        if rate.assisted:
            self.assisted = said
        else:
            self.alone = said
        self.notes += [note for note in words.conditions(rate) if note not in self.notes]


@dataclass(frozen=True)
class PricesPage:
    form: PriceFilter
    user_class: str
    tables: list[Table]
    since: Any


def prices_page(query: QueryDict) -> PricesPage:
    asked = query.copy()
    asked.setdefault("user_class", LIKELY)
    form = PriceFilter(asked)
    user_class = UserClass(form.wanted("user_class") or LIKELY)
    rates = published_rates().filter(user_class=user_class)
    if kind := form.wanted("kind"):
        rates = rates.filter(chargeable__kind=kind)
    wanted = (form.wanted("words") or "").casefold().split()
    found = [rate for rate in rates if _answers(rate, wanted)]
    kinds = [kind for kind in ChargeableKind if any(one.chargeable.kind == kind for one in found)]
    return PricesPage(
        form,
        str(user_class.label),
        [_table(kind, [one for one in found if one.chargeable.kind == kind]) for kind in kinds],
        max((rate.valid_from for rate in found), default=None),
    )


def _answers(rate: Rate, wanted: list[str]) -> bool:
    names = f"{rate.chargeable.name} {rate.chargeable.name_en}".casefold()
    return all(word in names for word in wanted)


def _table(kind: ChargeableKind, rates: list[Rate]) -> Table:
    items: dict[int, Priced] = {}
    for rate in rates:
        items.setdefault(rate.chargeable_id, Priced(str(rate.chargeable))).add(rate)
    columns = [
        text_column(pgettext("charging", "Item")),
        number_column(_("By yourself")),
        number_column(_("With assistance")),
        text_column(_("Conditions")),
    ]
    rows = [
        {"cells": [one.name, one.alone, one.assisted, " ".join(one.notes) or "–"]}
        for one in items.values()
    ]
    return Table(_said(kind), columns, list(rows))


def _said(kind: ChargeableKind) -> str:
    return {
        ChargeableKind.MACHINE: _("Machines"),
        ChargeableKind.ROOM: _("Rooms"),
        ChargeableKind.EXPERT: _("Experts"),
        ChargeableKind.ACCESSORY: _("Accessories"),
        ChargeableKind.CONSUMABLE: _("Consumables"),
        ChargeableKind.TRAINING: _("Training"),
        ChargeableKind.OTHER: _("Other items"),
    }[kind]
