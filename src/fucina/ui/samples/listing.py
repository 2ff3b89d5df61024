"""A list of invented firms that sorts, filters and turns its pages as one from a database does."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Self

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from fucina.ui.fields import Option
from fucina.ui.listing import Listing

NAMES = (
    "Officine Esempio",
    "Prova",
    "Campione",
    "Modello Meccanica",
    "Saggio Stampi",
    "Bozza Utensili",
)
FORMS = ("S.r.l.", "S.p.A.", "S.n.c.")
CITIES = ("Torino", "Grugliasco", "Ivrea", "Moncalieri", "Chieri")


@dataclass(frozen=True)
class Firm:
    pk: int
    name: str
    city: str
    staff: int
    state: str


class Firms:
    """As much of a queryset as a listing asks for."""

    def __init__(self, firms: list[Firm]) -> None:
        self.firms = firms

    def order_by(self, *fields: str) -> Self:
        firms = self.firms
        for field in reversed(fields):
            firms = sorted(firms, key=attrgetter(field.removeprefix("-")), reverse=field[0] == "-")
        return type(self)(firms)

    def __len__(self) -> int:
        return len(self.firms)

    def __iter__(self) -> Iterator[Firm]:
        return iter(self.firms)

    def __getitem__(self, part: slice) -> list[Firm]:
        return self.firms[part]


class FirmFilter(forms.Form):
    words = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=100)
    city = forms.ChoiceField(label=gettext_lazy("City"), required=False)
    large = forms.BooleanField(label=gettext_lazy("At least 50 people"), required=False)

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query, auto_id="firms-%s")
        self.fields["words"].widget.input_type = "search"
        self.fields["city"].choices = [("", _("Any")), *((city, city) for city in CITIES)]  # type: ignore[attr-defined]

    def answers(self) -> Firms:
        self.is_valid()
        asked = self.cleaned_data
        words, city = asked.get("words", "").casefold(), asked.get("city", "")
        return Firms([
            firm for firm in firms()
            if words in firm.name.casefold()
            and city in ("", firm.city)
            and (not asked.get("large") or firm.staff >= 50)
        ])  # fmt: skip


class FirmSource:
    """For a field that picks a firm."""

    def find(self, words: str, limit: int) -> list[Option]:
        found = [firm for firm in firms() if words.casefold() in firm.name.casefold()]
        return [_option(firm) for firm in found[:limit]]

    def get(self, value: str) -> Option | None:
        return next((_option(firm) for firm in firms() if str(firm.pk) == value), None)


def _option(firm: Firm) -> Option:
    return Option(str(firm.pk), firm.name, firm.city)


def firms() -> list[Firm]:
    return [
        Firm(
            pk=number,
            name=f"{NAMES[number % 6]} {number // 6 + 1} {FORMS[number % 3]}",
            city=CITIES[number * 3 % 5],
            staff=3 + number * 37 % 240,
            state=("good", "waiting", "bad")[number % 7 % 3],
        )
        for number in range(60)
    ]


def firm_list(request: HttpRequest) -> dict[str, Any]:
    form = FirmFilter(request.GET)
    sorts = {"name": ["name"], "city": ["city", "name"], "staff": ["staff"]}
    listing = Listing.of(
        request.GET, form.answers(), sorts=sorts, default="name", sizes=(5, 10, 50)
    )
    return {
        "firm_filter": form,
        "firms": listing,
        "firm_columns": [
            {"label": _("Name"), "sort": "name"},
            {"label": _("City"), "sort": "city"},
            {"label": pgettext("ui", "People"), "sort": "staff", "kind": "number"},
            {"label": _("State")},
        ],
        "firm_rows": [_row(firm) for firm in listing],
        "exports": [
            {"label": _("As CSV"), "url": f"{reverse('ui:search')}?as=csv"},
            {"label": _("As XLSX"), "url": f"{reverse('ui:search')}?as=xlsx"},
        ],
    }


def _row(firm: Firm) -> dict[str, Any]:
    states = {"good": _("Active"), "waiting": _("To be checked"), "bad": _("Closed")}
    state = {"text": "", "badge": firm.state, "badge_text": states[firm.state]}
    name = {"text": firm.name, "url": reverse("ui:frame")}
    return {"cells": [name, firm.city, firm.staff, state], "value": firm.pk, "label": firm.name}
