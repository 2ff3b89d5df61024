"""Consumables: how much there is, and what is to be ordered."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.labs.models import Consumable
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.states import badge
from fucina.centre.labs.standing import stewardship


def stock_table(user: Any) -> Table:
    columns = [
        text_column(_("Consumable")),
        text_column(_("Laboratory")),
        number_column(_("In stock")),
        number_column(_("Order below")),
        text_column(pgettext("labs", "State")),
        text_column(_("To do")),
    ]
    found = Consumable.objects.select_related("laboratory")
    mine = stewardship(user)
    if not mine.everything:
        found = found.filter(laboratory__in=mine.laboratories)
    return Table(_("Consumables"), columns, [_row(one) for one in found])


def _row(one: Consumable) -> Row:
    low = one.stock < one.threshold
    return {
        "cells": [
            str(one),
            str(one.laboratory),
            amount(one.stock, one),
            amount(one.threshold, one),
            badge("bad", _("to be ordered")) if low else badge("good", _("enough")),
            {"text": _("Record a movement"), "url": reverse("labs:withdraw", kwargs={"consumable": one.pk})},
        ]
    }  # fmt: skip


def amount(value: Decimal, of: Consumable) -> str:
    """With its unit."""
    return f"{written.decimal(float(value), 1 if value % 1 else 0)} {of.unit}"
