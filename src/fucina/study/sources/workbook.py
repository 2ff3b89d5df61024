"""An XLSX sheet as a table: values only. Formulas and merged cells are refused, each with its place."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from fucina.study.sources.fault import Faults, refuse, some
from fucina.study.sources.table import MEGABYTE, Line, Table, check_header

LARGEST_UNPACKED = 12 * MEGABYTE
"""Some hundred thousand cells: more than any matrix of a study, and read within seconds."""
MOST_PARTS = 500
BROKEN = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError, OSError, EOFError,
)  # fmt: skip


def read_workbook(path: Path, sheet: str | None = None) -> Table:
    """The named sheet, else the first. The header is the first row that holds something."""
    _guard(path)
    try:
        with path.open("rb") as content:
            book = load_workbook(content, data_only=False)
        names = list(book.sheetnames)
    except BROKEN:
        refuse("not_xlsx", path.name)
    if sheet is not None and sheet not in names:
        refuse("no_sheet", path.name, value=sheet, allowed=some(names))
    chosen: Any = book[sheet] if sheet is not None else book.worksheets[0]
    file = f"{path.name} [{chosen.title}]"
    if chosen.merged_cells.ranges:
        cells = sorted(str(one) for one in chosen.merged_cells.ranges)
        refuse("merged", file, value=some(cells))
    rows = _rows(file, chosen)
    header = next((line for line in rows if any(line.cells)), None)
    if header is None:
        refuse("empty", file)
    while header.cells and not header.cells[-1]:
        header.cells.pop()
    check_header(file, header)
    return Table(file, header, _fitted(rows, len(header.cells)), point_sure=True)


def _guard(path: Path) -> None:
    """Before anything is unpacked: how much it says it would become."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        refuse("not_xlsx", path.name)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
        refuse(
            "too_large",
            path.name,
            size=-(-unpacked // MEGABYTE),
            limit=LARGEST_UNPACKED // MEGABYTE,
        )


def _rows(file: str, sheet: Any) -> Iterator[Line]:
    faults = Faults(file)
    for number, row in enumerate(sheet.iter_rows(), 1):
        for cell in row:
            if cell.data_type == "f":
                faults.add("formula", number, cell.coordinate, str(cell.value))
        faults.stop()
        yield Line(number, [_text(cell.value) for cell in row])


def _fitted(rows: Iterator[Line], width: int) -> Iterator[Line]:
    """A sheet has cells right of its table: empty ones are no part of it."""
    for line in rows:
        right = next((i for i in range(width, len(line.cells)) if line.cells[i]), None)
        if right is None:
            yield Line(line.number, (line.cells + [""] * width)[:width])
        else:
            yield Line(line.number, line.cells[: right + 1])


def _text(value: object) -> str:
    """A cell as it would have been typed; a number so that its point can never stand for thousands."""
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        text = repr(value)
        whole, point, digits = text.partition(".")
        return f"{whole}.{digits}0" if point and len(digits) == 3 and digits.isdigit() else text
    if isinstance(value, float):
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    return str(value).strip()
