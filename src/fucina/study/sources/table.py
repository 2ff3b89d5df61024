"""A CSV or XLSX table, row by row as text, whoever made it; what cannot be read is refused with its place."""

import codecs
import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fucina.study.sources.fault import Faults, refuse, some

MEGABYTE = 1_000_000
LARGEST = 200 * MEGABYTE
MOST_ROWS = 1_000_000
SEPARATORS = ",;\t|"
CHUNK = 1 << 20

Open = Callable[[], IO[bytes]]


@dataclass(frozen=True)
class Line:
    """One row as text; ``number`` counts as an editor or a spreadsheet does."""

    number: int
    cells: list[str]


class Table:
    """The header of a file and its rows, read as they are asked for, once.

    ``point_sure``: a lone point in a number cannot stand for thousands, because the file is separated by
    commas or its numbers come from a spreadsheet as numbers.
    """

    def __init__(
        self, file: str, header: Line, rows: Iterator[Line], *, point_sure: bool = False
    ) -> None:
        self.file = file
        self.header = header
        self.columns = [cell.strip() for cell in header.cells]
        self.point_sure = point_sure
        self._rows = rows
        self._first: Line | None = None

    def rows(self) -> Iterator[Line]:
        """The rows that hold something; each is as long as the header."""
        expected = len(self.columns)
        for line in self._rows:
            if not any(line.cells):
                continue
            if len(line.cells) != expected:
                refuse(
                    "row_length", self.file, line.number, found=len(line.cells), expected=expected
                )
            self._first = self._first or line
            yield line
        if self._first is None:
            refuse("empty", self.file)

    def first(self, column: int | None) -> str:
        """What a column says in the first row that was read; empty where there is neither."""
        return self._first.cells[column].strip() if self._first and column is not None else ""

    def place(self, *names: str) -> int | None:
        """Where the column of one of these names stands, whatever the case."""
        lower = [column.casefold() for column in self.columns]
        return next((lower.index(n.casefold()) for n in names if n.casefold() in lower), None)

    def need(self, faults: Faults, *names: str) -> int:
        """As ``place``; a missing column is a fault, with what the file has instead."""
        found = self.place(*names)
        if found is None:
            faults.add(
                "column_missing", self.header.number, names[0], some(self.columns), ", ".join(names)
            )
            return -1
        return found


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Opens a CSV or XLSX file by its content, not by its name."""
    with _readable(path) as file:
        start = file.read(8)
    if start.startswith(b"PK\x03\x04"):
        from fucina.study.sources.workbook import read_workbook

        return read_workbook(path, sheet)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        refuse("old_excel", path.name)
    return read_delimited(path.name, lambda: path.open("rb"))


def _readable(path: Path) -> IO[bytes]:
    if not path.is_file():
        refuse("no_file", str(path))
    try:
        return path.open("rb")
    except OSError as error:
        refuse("unreadable", str(path), reason=error.strerror)


def read_delimited(file: str, opened: Open) -> Table:
    """A text table. It is looked through once before anything is parsed: its size, its rows, its letters."""
    try:
        _look_through(file, opened)
        rows = _lines(file, opened)
        separator = _separator(file, opened)
    except zipfile.BadZipFile:
        refuse("not_zip", file)
    parsed = rows(separator)
    header = next((line for line in parsed if any(line.cells)), None)
    if header is None:
        refuse("empty", file)
    check_header(file, header)
    return Table(file, header, parsed, point_sure=separator == ",")


def _look_through(file: str, opened: Open) -> None:
    size = lines = 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    with closing(opened()) as stream:
        while chunk := stream.read(CHUNK):
            if not size and chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
                refuse("not_utf8", file, 1)
            size += len(chunk)
            if size > LARGEST:
                refuse(
                    "too_large", file, size=f"> {LARGEST // MEGABYTE}", limit=LARGEST // MEGABYTE
                )
            if b"\0" in chunk:
                refuse("not_text", file)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                refuse("not_utf8", file, lines + chunk[: error.start].count(b"\n") + 1)
            lines += chunk.count(b"\n")
            if lines > MOST_ROWS:
                refuse("too_long", file, limit=MOST_ROWS)
    if not size:
        refuse("empty", file)


def _lines(file: str, opened: Open) -> Callable[[str], Iterator[Line]]:
    def parse(separator: str) -> Iterator[Line]:
        with closing(io.TextIOWrapper(opened(), encoding="utf-8-sig", newline="")) as text:
            reader = csv.reader(text, delimiter=separator, strict=True)
            before = 0
            try:
                for cells in reader:
                    yield Line(before + 1, cells)
                    before = reader.line_num
            except csv.Error:
                refuse("not_csv", file, before + 1)
            except UnicodeDecodeError:
                refuse("not_utf8", file, before + 1)

    return parse


def _separator(file: str, opened: Open) -> str:
    """That which divides the header into most columns."""
    with closing(io.TextIOWrapper(opened(), encoding="utf-8-sig", newline="")) as text:
        first = next((line for line in iter(lambda: text.readline(CHUNK), "") if line.strip()), "")
    columns = {one: next(csv.reader([first], delimiter=one), []) for one in SEPARATORS}
    best = max(SEPARATORS, key=lambda one: len(columns[one]))
    if len(columns[best]) < 2:
        refuse("one_column", file, 1, value=first.strip()[:60], allowed=", ; tab |")
    return best


def check_header(file: str, header: Line) -> None:
    named = [cell.strip().casefold() for cell in header.cells if cell.strip()]
    twice = sorted({name for name in named if named.count(name) > 1})
    faults = Faults(file)
    for name in twice:
        faults.add("column_twice", header.number, name)
    faults.stop()
