"""The ledger as a file: a row for each machine; hours and shares as numbers."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from fucina.centre.labs.domain import queries
from fucina.centre.labs.domain.queries.capacity import EconomicShare

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def heads() -> list[str]:
    return [
        _("Year"),
        _("Laboratory"),
        _("Machine"),
        _("Capacity (h)"),
        _("Non-economic (h)"),
        _("Economic (h)"),
        _("Economic share"),
        _("Utilisation"),
        _("Out of service (h)"),
        pgettext("labs", "State"),
    ]


def row(one: EconomicShare, year: int) -> list[Any]:
    return [
        year,
        str(one.resource.laboratory),
        str(one.resource),
        round(one.capacity, 2),
        round(one.non_economic, 2),
        round(one.economic, 2),
        round(one.share, 4),
        round(one.utilisation, 4),
        round(one.out_of_service, 2),
        _("beyond") if one.beyond else _("alarm") if one.alarming else _("ancillary"),
    ]


def shares_of(machines: Iterable[Any], year: int) -> list[EconomicShare]:
    return queries.economic_shares(machines, year)


def as_csv(shares: Iterable[EconomicShare], year: int) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heads())
    writer.writerows([_harmless(value) for value in row(one, year)] for one in shares)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(shares: Iterable[EconomicShare], year: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Capacity ledger"))
    sheet.freeze_panes = "A2"
    sheet.append(heads())
    for one in shares:
        sheet.append([_cell(sheet, value) for value in row(one, year)])
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
