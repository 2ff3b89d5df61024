"""Promised against given. Cash and in kind stand beside each other and are never added."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.governance.domain.queries import visible_agreements, visible_promises
from fucina.centre.governance.enums import ContributionForm
from fucina.centre.governance.forms.filters import ContributionFilter
from fucina.centre.governance.models import Agreement, PromisedContribution
from fucina.centre.governance.models.promised_contribution import (
    OWED,
    PromisedContributionQuerySet,
)
from fucina.centre.governance.presentation.drawing import Drawn, drawn
from fucina.centre.governance.presentation.states import promise_state
from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.governance.presentation.written import both, day, euro, language
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import today
from fucina.documents.charts import Stack, stacked_bars
from fucina.documents.tables import Column
from fucina.documents.text import Language
from fucina.ui.listing import Listing

NOTHING = Decimal("0.00")
SORTS = {
    "due": ["due"],
    "party": ["party__organisation__name"],
    "amount": ["amount"],
    "given": ["given"],
    "outstanding": ["outstanding"],
}


@dataclass
class Sum:
    """Of one party, or of all; in cash, or in kind."""

    name: str
    promised: Decimal = NOTHING
    given: Decimal = NOTHING
    outstanding: Decimal = NOTHING
    overdue: Decimal = NOTHING

    def add(self, promise: PromisedContribution) -> None:
        self.promised += promise.amount
        self.given += promise.given
        self.outstanding += promise.outstanding
        if promise.due and promise.due < today():
            self.overdue += promise.outstanding


@dataclass(frozen=True)
class Side:
    """All that is in one form."""

    form: str
    title: str
    text: str
    figures: list[dict[str, str]]
    table: Table
    chart: Drawn | None


def promises(user: Any) -> PromisedContributionQuerySet:
    return (
        visible_promises(user)
        .with_given()
        .select_related("party__organisation", "party__agreement")
    )


def contribution_filter(user: Any, query: QueryDict) -> ContributionFilter:
    seen = visible_promises(user)
    agreements = visible_agreements(user).filter(parties__promises__in=seen).distinct()
    parties = Organisation.objects.filter(parties__promises__in=seen).distinct()
    return ContributionFilter(query, agreements, parties)


def filtered(
    found: PromisedContributionQuerySet, wanted: ContributionFilter
) -> PromisedContributionQuerySet:
    if agreement := wanted.wanted("agreement"):
        found = found.filter(party__agreement=agreement)
    if organisation := wanted.wanted("organisation"):
        found = found.filter(party__organisation=organisation)
    if form := wanted.wanted("form"):
        found = found.filter(form=form)
    match wanted.wanted("state"):
        case "overdue":
            return found.filter(OWED, due__lt=today())
        case "owed":
            return found.filter(OWED)
        case "complete":
            return found.filter(~OWED, released_on=None)
        case "released":
            return found.exclude(released_on=None)
    return found


def listing(query: QueryDict, found: PromisedContributionQuerySet) -> Listing[Any]:
    return Listing.of(query, found, sorts=SORTS, default="due")


def columns() -> list[dict[str, str]]:
    return [
        text_column(_("Contribution")),
        text_column(_("Party"), "party"),
        text_column(pgettext("governance", "Form")),
        text_column(_("Due"), "due"),
        number_column(_("Promised"), "amount"),
        number_column(_("Given"), "given"),
        number_column(_("Still owed"), "outstanding"),
        text_column(_("State")),
    ]


def rows(found: Iterable[PromisedContribution]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                {"text": promise.what, "url": promise.get_absolute_url(), "note": _which(promise)},
                str(promise.party.organisation),
                _form(promise),
                day(promise.due),
                euro(promise.amount),
                euro(promise.given),
                euro(promise.outstanding),
                promise_state(promise),
            ]
        }
        for promise in found
    ]


def sides(found: Iterable[PromisedContribution]) -> list[Side]:
    """Cash, then in kind; a form in which nothing is promised has no side."""
    every = list(found)
    return [
        _side(form, [promise for promise in every if promise.form == form])
        for form in ContributionForm
        if any(promise.form == form for promise in every)
    ]


def overdue(found: Iterable[PromisedContribution]) -> str:
    """How many instalments are overdue, in words; nothing where none is."""
    late = sum(1 for one in found if one.outstanding and one.due and one.due < today())
    words = ngettext("{number} instalment is overdue", "{number} instalments are overdue", late)
    return words.format(number=late) if late else ""


def _which(promise: PromisedContribution) -> str:
    if promise.instalment is None:
        return str(promise.get_purpose_display())
    return _("instalment {number}").format(number=promise.instalment)


def _form(promise: PromisedContribution) -> Any:
    form = str(promise.get_form_display())
    return {"text": form, "note": str(promise.get_valuation_display())} if promise.valuation else form  # fmt: skip


def _side(form: ContributionForm, found: list[PromisedContribution]) -> Side:
    total, parties = Sum(""), dict[int, Sum]()
    for promise in found:
        owner = promise.party.organisation
        parties.setdefault(owner.pk, Sum(str(owner))).add(promise)
        total.add(promise)
    by_party = sorted(parties.values(), key=lambda one: (-one.promised, one.name))
    titles = {
        ContributionForm.CASH: (_("In cash"), ""),
        ContributionForm.IN_KIND: (
            pgettext("governance", "In kind"),
            _("Goods, premises, staff: valued in euro as each promise says, and not money in the bank."),
        ),
    }  # fmt: skip
    title, text = titles[form]
    parts = tuple((one.name, one.given, one.outstanding) for one in by_party)
    return Side(
        form=form.value,
        title=title,
        text=text,
        figures=_figures(total),
        table=_table(title, [*by_party], total),
        chart=_chart(language(), form.value, parts) if any(g or o for _n, g, o in parts) else None,
    )


def _figures(total: Sum) -> list[dict[str, str]]:
    return [
        {"label": _("Promised"), "value": euro(total.promised)},
        {"label": _("Given"), "value": euro(total.given)},
        {"label": _("Still owed"), "value": euro(total.outstanding)},
        {"label": _("Overdue"), "value": euro(total.overdue)},
    ]


def _table(title: str, parties: list[Sum], total: Sum) -> Table:
    heads = [
        text_column(_("Party")),
        number_column(_("Promised")),
        number_column(_("Given")),
        number_column(_("Still owed")),
        number_column(_("Overdue")),
    ]
    found: list[Row] = [{"cells": _cells(one)} for one in parties]
    total.name = pgettext("governance", "All")
    if len(parties) > 1:
        found.append({"cells": _cells(total), "emphasis": True})
    return Table(_("{form}: by party").format(form=title), heads, found)


def _cells(one: Sum) -> list[Any]:
    return [one.name, euro(one.promised), euro(one.given), euro(one.outstanding), euro(one.overdue)]


@lru_cache(maxsize=64)
def _chart(words: Language, form: str, parties: tuple[tuple[str, Decimal, Decimal], ...]) -> Drawn:
    """Kept for as long as the amounts stay the same."""
    titles = {
        "cash": both(lambda: _("In cash: given, and still owed")),
        "in_kind": both(lambda: _("In kind: given, and still owed")),
    }
    alt = both(lambda: _("For each party, the part of its promise that was given and the part still owed; whoever promised most stands first."))  # fmt: skip
    stacks = [
        Stack(name, (float(given), float(owed))) for name, given, owed in parties if given or owed
    ]
    whole = all(
        part == part.to_integral_value() for _name, given, owed in parties for part in (given, owed)
    )
    chart = stacked_bars(
        f"contributions-{form}",
        titles[form],
        alt,
        stacks,
        parts=[both(lambda: _("Given")), both(lambda: _("Still owed"))],
        of=both(lambda: _("Party")),
        measure=Column("amount", both(lambda: _("Amount")), "money", 0 if whole else 2),
    )
    return drawn(chart, words)


def exports() -> list[dict[str, str]]:
    return [
        {"label": ending.upper(), "url": reverse("governance:export_contributions", args=[ending])}
        for ending in ("csv", "xlsx")
    ]


def recorded_under(user: Any) -> list[Agreement]:
    """Agreements under which this person may record a promise."""
    if not user.has_perm("governance.promise_contribution"):
        return []
    return list(visible_agreements(user))
