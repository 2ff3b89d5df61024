"""A CSV or XLSX file as lines of texts, whoever made it; what cannot be read is refused in words."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fucina.centre.refusal import Problem, Refusal

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE
LARGEST_UNPACKED = 100 * MEGABYTE
MOST_PARTS = 500
MOST_LINES = 10_000
MOST_COLUMNS = 60
LONGEST_CELL = 5_000
SEPARATORS = ";,\t"


@dataclass(frozen=True)
class Line:
    """``number`` is that of the file, as a spreadsheet or an editor shows it."""

    number: int
    cells: list[str]


def read_table(name: str, content: bytes) -> list[Line]:
    """The lines that hold something; those whose first cell begins with # are notes and are left out."""
    if len(content) > LARGEST_FILE:
        _refuse("too_large", _("The file has more than {most} MB.").format(most=LARGEST_FILE // MEGABYTE))  # fmt: skip
    ending = PurePath(name).suffix.lower()
    packed = content.startswith(b"PK\x03\x04")
    if ending == ".xlsx" or packed:
        lines = _read_xlsx(content)
    elif content.startswith(b"\xd0\xcf\x11\xe0") or ending == ".xls":
        _refuse("old_excel", _("This is a file of Excel 97–2003: save it as XLSX or CSV."))
    else:
        lines = _read_csv(content)
    return [line for line in _bounded(lines) if line.cells and not line.cells[0].startswith("#")]  # fmt: skip


def _bounded(lines: Iterator[Line]) -> Iterator[Line]:
    for count, line in enumerate(lines, 1):
        if count > MOST_LINES:
            _refuse("too_long", _("The file has more than {most} lines: divide it.").format(most=MOST_LINES))  # fmt: skip
        if len(line.cells) > MOST_COLUMNS and any(line.cells[MOST_COLUMNS:]):
            _refuse("too_wide", _("Line {line} has more than {most} columns.").format(line=line.number, most=MOST_COLUMNS))  # fmt: skip
        cells = [cell.strip()[:LONGEST_CELL] for cell in line.cells[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        yield Line(line.number, cells)


def _read_csv(content: bytes) -> Iterator[Line]:
    text = _decoded(content)
    if "\x00" in text:
        _refuse("not_text", _("This is not a text file: save the sheet as CSV or XLSX."))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    before = 0
    try:
        for cells in reader:
            yield Line(before + 1, cells)
            before = reader.line_num
    except csv.Error as error:
        message = _("Line {line} cannot be read: a quotation mark is opened and not closed, or stands where it may not.")  # fmt: skip
        _refuse("csv", message.format(line=before + 1), str(error))


def _decoded(content: bytes) -> str:
    """UTF-8, with or without its mark, what Excel calls Unicode text, or the old encoding of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    _refuse("encoding", _("The file’s letters cannot be read: save it as CSV in UTF-8."))
    raise AssertionError


def _separator(text: str) -> str:
    """That which the first line with something to say has most of."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")  # fmt: skip
    return max(SEPARATORS, key=first.count)


def _read_xlsx(content: bytes) -> Iterator[Line]:
    """The first sheet, formulas as the values they last had."""
    _guard_against_bombs(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()
        # One more than allowed, to know that there are more; an empty line in between counts.
        rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS + 1, values_only=True)
        for number, row in enumerate(rows, 1):
            yield Line(number, [_text(value) for value in row] or [""])
    except Refusal:
        raise
    except (
        InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError, OSError, EOFError,
    ) as error:  # fmt: skip
        _refuse("xlsx", _("This is not a workbook that can be read: open it and save it again as XLSX."), str(error))  # fmt: skip


def _guard_against_bombs(content: bytes) -> None:
    """Before anything is unpacked: how much it says it would become; a part that says too little is cut off by zipfile."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        _refuse("xlsx", _("This is not a workbook that can be read: open it and save it again as XLSX."), str(error))  # fmt: skip
        return
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        _refuse("too_large", _("Unpacked, the workbook is too large: keep one sheet, without pictures."))  # fmt: skip


def _text(value: Any) -> str:
    """A cell as it would have been typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    return str(value).replace("\x00", "")


def _refuse(code: str, message: str, detail: str = "") -> None:
    raise Refusal([Problem(code, message, "file", {"detail": detail} if detail else {})])
