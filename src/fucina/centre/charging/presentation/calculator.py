"""What it would cost: a quote nobody is bound by, explained line by line."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging import domain
from fucina.centre.charging.domain.rate_card import named
from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.forms.calculator import CalculatorForm
from fucina.centre.charging.models.bilingual import in_language
from fucina.centre.charging.presentation import words
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.refusal import Refusal


@dataclass(frozen=True)
class Answer:
    total: str
    table: Table
    conditions: list[str]


def calculator_form(query: Any) -> CalculatorForm:
    """Bound where an item was asked for; else with tomorrow morning."""
    asked = query if "chargeable" in query else None
    tomorrow = timezone.localtime().replace(minute=0, second=0, microsecond=0) + dt.timedelta(1)
    initial = {
        "user_class": UserClass.SME,
        "start": tomorrow.replace(hour=9),
        "end": tomorrow.replace(hour=11),
    }
    return CalculatorForm(asked, initial)


def answer(form: CalculatorForm) -> Answer | None:
    """Nothing where nothing was asked, or not rightly; what stands in the way is said in the form."""
    if not form.is_bound or not form.is_valid():
        return None
    told = form.cleaned_data
    item = domain.Item(
        told["chargeable"], told["start"], told["end"], told["assisted"],
        told["quantity"] or Decimal(1),
    )  # fmt: skip
    try:
        quote = domain.quote(None, [item], user_class=told["user_class"])
    except Refusal as refusal:
        for problem in refusal.problems:
            known = problem.field in form.fields
            form.add_error(problem.field if known else None, problem.message)
        return None
    (one,) = quote.items
    return Answer(words.euro(quote.total), lines_table(one), words.conditions(one.rate))


def lines_table(one: domain.QuotedItem) -> Table:
    said = [words.said(line, in_language(*named(one.rate, line.name))) for line in one.lines]
    return table_of(said)


def table_of(lines: list[words.Said]) -> Table:
    columns = [
        text_column(pgettext("charging", "When")),
        number_column(_("Quantity")),
        number_column(_("Unit price")),
        text_column(pgettext("charging", "Rule")),
        number_column(_("Amount")),
    ]
    rows: list[dict[str, Any]] = [
        {"cells": [one.when or "–", one.quantity, one.unit_price, one.why, one.amount]}
        for one in lines
    ]
    return Table(_("How the amount comes about"), columns, rows)
