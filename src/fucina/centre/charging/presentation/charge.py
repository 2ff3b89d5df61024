"""One charge, line by line."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.request_adjustment import problems_of_state
from fucina.centre.charging.enums import AdjustmentState
from fucina.centre.charging.models import Adjustment, Charge, ChargeItem
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.calculator import table_of
from fucina.centre.charging.presentation.charges import reference
from fucina.centre.charging.presentation.states import adjustment_state, charge_state, yes_or_no
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import day, percent

type Item = dict[str, Any]


@dataclass(frozen=True)
class Explained:
    """One item: what was priced, and how."""

    title: str
    text: str
    table: Table


@dataclass(frozen=True)
class ChargePage:
    charge: Charge
    title: str
    actions: list[Item]
    figures: list[Item]
    facts: list[Item]
    items: list[Explained]
    payers: Table
    requests: Table


def charge_page(user: Any, charge: Charge) -> ChargePage:
    items = charge.items.select_related("chargeable", "rate").prefetch_related("lines")
    requests = list(charge.adjustments.all())
    return ChargePage(
        charge,
        reference(charge),
        _actions(user, charge, requests),
        _figures(charge),
        _facts(charge),
        [_explained(item) for item in items],
        _payers(charge),
        _requests(requests),
    )


def _actions(user: Any, charge: Charge, requests: list[Adjustment]) -> list[Item]:
    waiting = any(one.state == AdjustmentState.OPEN for one in requests)
    open_ = not waiting and not list(problems_of_state(charge))
    found: list[Item] = []
    if open_ and user.has_perm("charging.request_adjustment", charge):
        found.append(_action(charge, _("Ask for a correction"), "request_adjustment", "pencil"))
    if not charge.voided and user.has_perm("charging.void_charge", charge):
        found.append(_action(charge, _("Void"), "void_charge", "close") | {"kind": "danger"})
    return found


def _action(charge: Charge, label: str, name: str, icon: str) -> Item:
    url = reverse(f"charging:{name}", kwargs={"charge": charge.pk})
    return {"label": label, "url": url, "icon": icon, "kind": "secondary"}


def _figures(charge: Charge) -> list[Item]:
    return [
        {"label": _("Amount"), "value": words.euro(charge.total)},
        {"label": pgettext("charging", "Day"), "value": day(charge.on)},
    ]


def _facts(charge: Charge) -> list[Item]:
    project = charge.project
    facts: list[Item] = [
        {"term": pgettext("charging", "State"), **charge_state(charge)},
        {"term": pgettext("charging", "Project"), "text": str(project), "url": project.get_absolute_url()},
        {"term": _("Organisation"), "text": str(project.organisation)},
        {"term": pgettext("charging", "Recorded on"), "text": words.moment(charge.made)},
    ]  # fmt: skip
    if charge.person:
        facts.append({"term": _("Used by"), "text": str(charge.person)})
    if charge.voided:
        facts.append({"term": pgettext("charging", "Voided on"), "text": words.moment(charge.voided), "note": charge.voided_why})  # fmt: skip
    if charge.replaces:
        facts.append({"term": pgettext("charging", "In place of"), "text": _("charge {number}").format(number=charge.replaces.pk), "url": charge.replaces.get_absolute_url()})  # fmt: skip
    if after := Charge.objects.filter(replaces=charge).first():
        facts.append({"term": pgettext("charging", "Replaced by"), "text": _("charge {number}").format(number=after.pk), "url": after.get_absolute_url()})  # fmt: skip
    return facts


def _explained(item: ChargeItem) -> Explained:
    said = [str(item.get_user_class_display())]
    if item.assisted:
        said.append(_("with assistance"))
    if booked := words.between(item.starts, item.ends):
        said.append(_("booked {time}").format(time=booked))
    if item.cancelled:
        said.append(_("cancelled {time}").format(time=words.moment(item.cancelled)))
    return Explained(
        f"{item.chargeable}: {words.euro(item.amount)}",
        ", ".join(said),
        table_of([words.said(line) for line in item.lines.all()]),
    )


def _payers(charge: Charge) -> Table:
    columns = [
        text_column(_("Payer account")),
        number_column(_("Share")),
        text_column(_("Out of a prepayment")),
        number_column(_("Amount")),
    ]
    sums: dict[tuple[str, Decimal, bool], Decimal] = {}
    for one in charge.postings.select_related("account"):
        key = (str(one.account), one.percent, one.prepayment_id is not None)
        sums[key] = sums.get(key, Decimal(0)) + one.amount
    found = [
        {"cells": [account, percent(share), yes_or_no(prepaid), words.euro(amount)]}
        for (account, share, prepaid), amount in sums.items()
    ]
    return Table(_("Who pays"), columns, list(found))


def _requests(requests: list[Adjustment]) -> Table:
    columns = [
        text_column(pgettext("charging", "Request")),
        text_column(pgettext("charging", "Asked on")),
        text_column(_("Reason")),
        text_column(pgettext("charging", "State")),
    ]
    found = [
        {"cells": [
            {"text": str(one.get_kind_display()), "url": one.get_absolute_url()},
            words.moment(one.asked), one.why, adjustment_state(one),
        ]}
        for one in requests
    ]  # fmt: skip
    return Table(_("Requests for correction"), columns, list(found))
