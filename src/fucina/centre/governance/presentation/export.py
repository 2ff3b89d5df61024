"""Contributions as a file: dates in ISO form, amounts as numbers, one column for cash and one for what is in kind."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from fucina.centre.governance.enums import ContributionForm
from fucina.centre.governance.models import PromisedContribution
from fucina.centre.governance.presentation.states import promise_state

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def heads() -> list[str]:
    return [
        pgettext("governance", "Agreement"),
        _("Party"),
        _("What is promised"),
        _("Purpose"),
        _("Instalment"),
        _("Due on"),
        _("Promised in cash (€)"),
        _("Given in cash (€)"),
        _("Promised in kind (€)"),
        _("Given in kind (€)"),
        _("How the value in kind was found"),
        _("Conditions"),
        _("State"),
    ]


def row(promise: PromisedContribution) -> list[Any]:
    amounts = [promise.amount, promise.given]
    nothing = [None, None]
    cash = promise.form == ContributionForm.CASH
    return [
        str(promise.party.agreement),
        str(promise.party.organisation),
        promise.what,
        str(promise.get_purpose_display()),
        promise.instalment,
        promise.due,
        *(amounts if cash else nothing),
        *(nothing if cash else amounts),
        str(promise.get_valuation_display()),
        promise.conditions,
        promise_state(promise)["badge_text"],
    ]


def as_csv(promises: Iterable[PromisedContribution]) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heads())
    writer.writerows([_harmless(value) for value in row(promise)] for promise in promises)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(promises: Iterable[PromisedContribution]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Contributions"))
    sheet.freeze_panes = "A2"
    sheet.append(heads())
    for promise in promises:
        sheet.append([_cell(sheet, value) for value in row(promise)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _harmless(value: Any) -> Any:
    """A text that a spreadsheet would compute is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _cell(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=_harmless(value))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
