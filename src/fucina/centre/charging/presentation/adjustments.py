"""Requests to correct a charge."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.domain.queries import visible_adjustments
from fucina.centre.charging.enums import AdjustmentKind, AdjustmentState
from fucina.centre.charging.models import Adjustment
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.charges import reference
from fucina.centre.charging.presentation.states import adjustment_state
from fucina.centre.governance.presentation.table import number_column, text_column
from fucina.ui.listing import Listing

type Item = dict[str, Any]
SORTS = {"asked": ["asked"], "state": ["state", "-asked"], "amount": ["charge__total"]}


def adjustments_listing(user: Any, query: QueryDict) -> Listing[Any]:
    found = visible_adjustments(user).select_related("charge__project__organisation")
    return Listing.of(query, found, sorts=SORTS, default="-asked")


def columns() -> list[dict[str, str]]:
    return [
        text_column(pgettext("charging", "Request")),
        text_column(pgettext("charging", "Charge")),
        text_column(_("Organisation")),
        number_column(_("Amount"), "amount"),
        text_column(pgettext("charging", "Asked on"), "asked"),
        text_column(pgettext("charging", "State"), "state"),
    ]


def rows(found: Iterable[Adjustment]) -> list[Item]:
    return [
        {
            "cells": [
                {"text": str(one.get_kind_display()), "url": one.get_absolute_url()},
                reference(one.charge),
                str(one.charge.project.organisation),
                words.euro(one.charge.total),
                words.moment(one.asked),
                adjustment_state(one),
            ]
        }
        for one in found
    ]


def facts(request: Adjustment) -> list[Item]:
    charge = request.charge
    said: list[Item] = [
        {"term": pgettext("charging", "Charge"), "text": reference(charge), "url": charge.get_absolute_url()},
        {"term": _("Amount now"), "text": words.euro(charge.total)},
        {"term": _("What should change"), "text": wanted(request)},
        {"term": _("Reason"), "text": request.why},
        {"term": pgettext("charging", "Asked on"), "text": words.moment(request.asked), "note": str(request.asked_by or "")},
        {"term": pgettext("charging", "State"), **adjustment_state(request)},
    ]  # fmt: skip
    if request.answer:
        said.append({"term": _("Answer"), "text": request.answer})
    if request.result:
        said.append({"term": _("Amount after"), "text": words.euro(request.result.total), "url": request.result.get_absolute_url()})  # fmt: skip
    return said


def wanted(request: Adjustment) -> str:
    item = str(request.item.chargeable) if request.item else ""
    match request.kind:
        case AdjustmentKind.TIME:
            return f"{item}: {words.between(request.starts, request.ends)}"
        case AdjustmentKind.QUANTITY:
            return f"{item}: {words.number(request.quantity or words.NOTHING)}"
        case AdjustmentKind.PROJECT:
            return _("project {name}").format(name=request.project)
    return _("nothing is charged")


def waits(request: Adjustment) -> bool:
    return request.state == AdjustmentState.OPEN
