"""Payer accounts: what they took, what is set aside, what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.ledger import balances, taken
from fucina.centre.charging.domain.queries import visible_accounts, visible_projects
from fucina.centre.charging.enums import ChargeableKind
from fucina.centre.charging.models import PayerAccount, Prepayment
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.states import open_state
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import percent, period
from fucina.centre.people.models.period import today
from fucina.ui.listing import Listing

type Item = dict[str, Any]
SORTS = {
    "code": ["code"],
    "organisation": ["organisation__name", "code"],
    "cap": ["cap"],
}


def accounts_listing(user: Any, query: QueryDict) -> Listing[Any]:
    found = visible_accounts(user).select_related("organisation")
    return Listing.of(query, found, sorts=SORTS, default="code")


def columns() -> list[dict[str, str]]:
    return [
        text_column(_("Payer account"), "code"),
        text_column(_("Organisation"), "organisation"),
        text_column(pgettext("charging", "Open")),
        number_column(_("Cap"), "cap"),
        text_column(pgettext("charging", "State")),
    ]


def rows(found: Iterable[PayerAccount]) -> list[Item]:
    return [
        {
            "cells": [
                {"text": str(one), "url": one.get_absolute_url()},
                str(one.organisation),
                period(one.valid_from, one.valid_until),
                _cap(one),
                open_state(one),
            ]
        }
        for one in found
    ]


@dataclass(frozen=True)
class AccountPage:
    account: PayerAccount
    actions: list[Item]
    figures: list[Item]
    facts: list[Item]
    prepayments: Table
    projects: Table
    charges_url: str


def account_page(user: Any, account: PayerAccount) -> AccountPage:
    return AccountPage(
        account,
        _actions(account) if user.has_perm("charging.manage_accounts") else [],
        _figures(account),
        _facts(account),
        _prepayments(account),
        _projects(user, account),
        f"{reverse('charging:charges')}?account={account.pk}",
    )


def _actions(account: PayerAccount) -> list[Item]:
    wanted = (
        (pgettext("charging", "Change"), "change_account", "pencil"),
        (_("Record a prepayment"), "record_prepayment", "euro"),
    )
    return [
        {"label": label, "url": reverse(f"charging:{name}", kwargs={"account": account.pk}), "icon": icon, "kind": "secondary"}
        for label, name, icon in wanted
    ]  # fmt: skip


def _figures(account: PayerAccount) -> list[Item]:
    sums = taken(account, today())
    span = str(account.get_cap_per_display())
    figures = [
        {"label": _("Charged"), "value": words.euro(sums.charged), "note": span},
        {"label": _("Set aside for bookings"), "value": words.euro(sums.committed), "note": span},
    ]
    if account.cap is not None:
        left = max(account.cap - sums.charged - sums.committed, Decimal(0))
        note = _("of {cap}").format(cap=words.euro(account.cap))
        figures.append({"label": _("Left"), "value": words.euro(left), "note": note})
    return figures


def _facts(account: PayerAccount) -> list[Item]:
    facts: list[Item] = [
        {"term": _("Organisation"), "text": str(account.organisation), "url": account.organisation.get_absolute_url()},
        {"term": pgettext("charging", "State"), **open_state(account)},
        {"term": pgettext("charging", "Open"), "text": period(account.valid_from, account.valid_until)},
        {"term": _("Pays for"), "text": kinds_in_words(account.kinds)},
        {"term": _("Cap"), "text": _cap(account)},
        {"term": _("Beyond a prepayment"), "text": str(account.get_beyond_prepayment_display())},
    ]  # fmt: skip
    if account.agreement:
        facts.append({"term": _("Under the agreement"), "text": str(account.agreement), "url": account.agreement.get_absolute_url()})  # fmt: skip
    return facts


def _prepayments(account: PayerAccount) -> Table:
    left = balances([account], today())
    columns = [
        text_column(pgettext("charging", "Usable")),
        text_column(_("Pays for")),
        number_column(_("Paid in")),
        number_column(_("Balance")),
        text_column(_("Note")),
    ]
    found = [
        {"cells": [
            period(one.valid_from, one.valid_until), kinds_in_words(one.kinds),
            words.euro(one.amount), words.euro(left[one]) if one in left else "–", one.note,
        ]}
        for one in Prepayment.objects.filter(account=account)
    ]  # fmt: skip
    return Table(_("Prepayments"), columns, list(found))


def _projects(user: Any, account: PayerAccount) -> Table:
    found = visible_projects(user).filter(shares__account=account)
    shares = dict(account.shares.values_list("project", "percent"))
    columns = [text_column(pgettext("charging", "Project")), number_column(_("Share"))]
    cells = [
        {"cells": [{"text": str(one), "url": one.get_absolute_url()}, percent(shares[one.pk])]}
        for one in found
    ]
    return Table(pgettext("charging", "Projects"), columns, list(cells))


def kinds_in_words(kinds: list[str]) -> str:
    if not kinds:
        return _("every kind of item")
    return ", ".join(str(ChargeableKind(kind).label) for kind in kinds)


def _cap(account: PayerAccount) -> str:
    if account.cap is None:
        return pgettext("cap", "none")
    span = account.get_cap_per_display()
    return _("{amount} over {span}").format(amount=words.euro(account.cap), span=span)
