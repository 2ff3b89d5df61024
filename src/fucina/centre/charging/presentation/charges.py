"""Charges as a list and as a file."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import (
    visible_accounts,
    visible_charges,
    visible_projects,
)
from fucina.centre.charging.forms.charges import ChargeFilter
from fucina.centre.charging.models import Charge
from fucina.centre.charging.models.charge import ChargeQuerySet
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.states import charge_state
from fucina.centre.governance.presentation.table import number_column, text_column
from fucina.centre.governance.presentation.written import day
from fucina.ui.listing import Listing

SORTS = {
    "day": ["on"],
    "project": ["project__name"],
    "organisation": ["project__organisation__name"],
    "amount": ["total"],
}


def charge_filter(user: Any, query: QueryDict) -> ChargeFilter:
    return ChargeFilter(query, visible_projects(user), visible_accounts(user))


def filtered(user: Any, wanted: ChargeFilter) -> ChargeQuerySet:
    found = visible_charges(user).select_related("project__organisation", "person")
    if project := wanted.wanted("project"):
        found = found.filter(project=project)
    if account := wanted.wanted("account"):
        found = found.filter(postings__account=account).distinct()
    if since := wanted.wanted("since"):
        found = found.filter(on__gte=since)
    if until := wanted.wanted("until"):
        found = found.filter(on__lte=until)
    match wanted.wanted("state"):
        case "standing":
            return found.standing()
        case "voided":
            return found.exclude(voided=None)
        case "beyond":
            return found.filter(beyond=True, voided=None)
    return found


def listing(query: QueryDict, found: ChargeQuerySet) -> Listing[Any]:
    return Listing.of(query, found, sorts=SORTS, default="-day")


def columns() -> list[dict[str, str]]:
    return [
        text_column(pgettext("charging", "Charge")),
        text_column(pgettext("charging", "Day"), "day"),
        text_column(pgettext("charging", "Project"), "project"),
        text_column(_("Organisation"), "organisation"),
        number_column(_("Amount"), "amount"),
        text_column(pgettext("charging", "State")),
    ]


def rows(found: Iterable[Charge]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                {"text": reference(one), "url": one.get_absolute_url(), "note": str(one.person or "")},
                day(one.on),
                str(one.project),
                str(one.project.organisation),
                words.euro(one.total),
                charge_state(one),
            ]
        }
        for one in found
    ]  # fmt: skip


def reference(charge: Any) -> str:
    """What it is for: the words of the app that asked, where this one knows them."""
    known = {
        "booking": pgettext("charging", "Booking {number}"),
        "use": pgettext("charging", "Use {number}"),
        "withdrawal": pgettext("charging", "Withdrawal {number}"),
        "training": pgettext("charging", "Training {number}"),
    }
    said = known.get(charge.reference_kind)
    return said.format(number=charge.reference_key) if said else str(charge)


def exports() -> list[dict[str, str]]:
    return [
        {"label": ending.upper(), "url": reverse("charging:export_charges", args=[ending])}
        for ending in ("csv", "xlsx")
    ]


def heads() -> list[str]:
    return [
        pgettext("charging", "Number"),
        pgettext("charging", "For"),
        pgettext("charging", "Day"),
        _("Organisation"),
        pgettext("charging", "Project"),
        _("Person"),
        pgettext("charging", "Item"),
        _("Class of users"),
        _("Assistance"),
        _("Hours"),
        _("Quantity"),
        _("Amount of the item (€)"),
        _("Amount of the charge (€)"),
        _("Payer accounts"),
        pgettext("charging", "State"),
    ]


def exported(found: ChargeQuerySet) -> Iterator[list[Any]]:
    """A row for each item of a charge."""
    full = found.order_by("on", "pk").prefetch_related("items__chargeable", "postings__account")
    for charge in full:
        payers = "; ".join(f"{one.account.code}: {one.amount}" for one in charge.postings.all())
        for item in charge.items.all():
            yield [
                charge.pk, reference(charge), charge.on, str(charge.project.organisation),
                str(charge.project), str(charge.person or ""), str(item.chargeable),
                str(item.get_user_class_display()), _("with") if item.assisted else _("without"),
                item.hours, item.quantity, item.amount, charge.total, payers,
                charge_state(charge)["badge_text"],
            ]  # fmt: skip
