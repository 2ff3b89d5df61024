"""Tables as files for a spreadsheet, in which no cell can act as a formula."""

import csv
import io
from collections.abc import Iterable, Mapping

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ACTS = ("=", "+", "-", "@", "\t", "\r")
WIDTH = 22


def harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front, as the spreadsheet's own users write it.

    >>> harmless("=1+1"), harmless("+39 011 000"), harmless("Rossi")
    ("'=1+1", '+39 011 000', 'Rossi')
    """
    if text.startswith("+") and text[1:].replace(" ", "").isdigit():
        return text  # a telephone number
    if text.startswith("-") and text[1:].replace(".", "", 1).isdigit():
        return text  # a coordinate
    return f"'{text}" if text.startswith(ACTS) else text


def csv_answer(rows: Iterable[list[str]], name: str) -> HttpResponse:
    """UTF-8 with a mark, and semicolons: what a spreadsheet in Italy opens without asking."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return _attached(text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", name)


def xlsx_answer(rows: Iterable[list[str]], name: str) -> HttpResponse:
    return workbook_answer({name.removesuffix(".xlsx"): rows}, name)


def workbook_answer(sheets: Mapping[str, Iterable[list[str]]], name: str) -> HttpResponse:
    return _attached(workbook(sheets), XLSX, name)


def workbook(sheets: Mapping[str, Iterable[list[str]]]) -> bytes:
    """Each sheet with its first row in bold and held in sight; every cell is text."""
    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title[:31])
        sheet.freeze_panes = "A2"
        for number, row in enumerate(rows):
            if number == 0:
                for column in range(len(row)):
                    sheet.column_dimensions[_letters(column)].width = WIDTH
            sheet.append([_cell(sheet, text, bold=number == 0) for text in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: object, text: str, *, bold: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=_printable(text))
    cell.data_type = "s"  # never a formula, whatever it begins with
    if bold:
        cell.font = Font(bold=True)
    return cell


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def _letters(column: int) -> str:
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
