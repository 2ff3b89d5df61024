from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.domain.queries import visible_agreements
from fucina.centre.governance.models import Agreement, Party
from fucina.centre.governance.presentation.states import agreement_state
from fucina.centre.governance.presentation.table import Table, text_column
from fucina.centre.governance.presentation.written import day

NAMED = 4
"""Parties that a row names before it counts the rest."""


def agreements_table(user: Any) -> Table:
    agreements = visible_agreements(user).prefetch_related(
        Prefetch("parties", Party.objects.select_related("organisation"))
    )
    columns = [
        text_column(pgettext("governance", "Agreement")),
        text_column(_("Kind")),
        text_column(_("Signed on")),
        text_column(_("Parties")),
        text_column(_("State")),
    ]
    return Table(_("Agreements"), columns, [_row(agreement) for agreement in agreements])


def _row(agreement: Agreement) -> dict[str, Any]:
    name: dict[str, str] = {"text": str(agreement), "url": agreement.get_absolute_url()}
    if not agreement.public:
        name |= {"note": _("not public")}
    return {
        "cells": [
            name,
            str(agreement.get_kind_display()),
            day(agreement.signed_on),
            _parties(agreement),
            agreement_state(agreement),
        ]
    }


def _parties(agreement: Agreement) -> str:
    names = [str(party.organisation) for party in agreement.parties.all()]
    more = len(names) - NAMED
    if more <= 1:
        return ", ".join(names)
    return _("{names} and {more} more").format(names=", ".join(names[:NAMED]), more=more)
