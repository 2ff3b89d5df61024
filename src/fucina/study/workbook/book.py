"""The book: sheets laid out alike, formulas written where they are said, names for the cells that matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from fucina.documents.text import Language, Text
from fucina.study.workbook import style
from fucina.study.workbook.formula import ZERO

FIRST = 4
"""The column of year 0 on every yearly sheet: a column is the same year everywhere."""
HEADER = 4
"""The row of the calendar years; the years from the decision stand below it."""
AMOUNT = "C"


class Formula(str):
    """What a cell computes, without the sign of equality: a text of the study never becomes one."""

    __slots__ = ()


type Value = Formula | str | float | None


@dataclass(frozen=True)
class Years:
    """A row with a cell for each year: ``row[t]`` is its reference; before the first year there is nothing."""

    sheet: str
    row: int
    width: int

    def __getitem__(self, t: int) -> str:
        return ZERO if t < 0 else f"{self.sheet}!{column(t)}${self.row}"

    @property
    def all(self) -> str:
        return f"{self.sheet}!${column(0)}${self.row}:${column(self.width - 1)}${self.row}"

    def until(self, t: int) -> str:
        """From year 0 to year t."""
        return f"{self.sheet}!${column(0)}${self.row}:{column(t)}${self.row}"


def column(t: int) -> str:
    """The column of a year.

    >>> column(0), column(23)
    ('D', 'AA')
    """
    return str(get_column_letter(FIRST + t))


class Book:
    """A workbook in one language with ``width`` years from ``first_year`` on."""

    def __init__(self, language: Language, first_year: int, width: int) -> None:
        self.language = language
        self.first_year = first_year
        self.width = width
        self.file: Any = Workbook()
        self.file.remove(self.file.active)
        self._names: set[str] = set()

    def sheet(self, title: Text, note: Text, *, yearly: bool = False) -> "Sheet":
        return Sheet(self, title, note, yearly=yearly)

    def reserve(self, wanted: str) -> str:
        """A name that no other cell has."""
        name, again = wanted, 1
        while name.casefold() in self._names:
            again += 1
            name = f"{wanted}_{again}"
        self._names.add(name.casefold())
        return name

    def define(self, name: str, reference: str) -> None:
        """Gives a cell its name."""
        self.file.defined_names[name] = DefinedName(name, attr_text=reference)


class Sheet:
    """A sheet that is written from the top down.

    A yearly one has labels in column A, what they are in B, an amount or the sum of the years in C, and the
    years from D on.
    """

    def __init__(self, book: Book, title: Text, note: Text, *, yearly: bool) -> None:
        self.book = book
        self.title = title[book.language]
        self.sheet: Any = book.file.create_sheet(self.title)
        self.next = 3
        self._put(1, 1, self.title, style.TITLE)
        self._put(2, 1, note[book.language], style.NOTE)
        self.sheet.sheet_view.showGridLines = False
        self._print(landscape=True)
        if yearly:
            self._years()

    @property
    def quoted(self) -> str:
        return f"'{self.title}'" if " " in self.title else self.title

    def ref(self, letter: str, row: int) -> str:
        return f"{self.quoted}!${letter}${row}"

    def widths(self, *characters: float) -> None:
        for i, width in enumerate(characters, start=1):
            self.sheet.column_dimensions[get_column_letter(i)].width = width

    def heading(self, text: Text) -> None:
        self.next += 1
        self._put(self.next, 1, text[self.book.language], style.HEADING)
        self.next += 1

    def head(self, *texts: Text, freeze: bool = False) -> None:
        """The head of a table."""
        for i, text in enumerate(texts, start=1):
            cell = self._put(self.next, i, text[self.book.language], style.HEAD)
            cell.fill, cell.alignment = style.DARK, style.MIDDLE
        self.next += 1
        if freeze:
            self.sheet.freeze_panes = f"B{self.next}"
            self.sheet.print_title_rows = f"{self.next - 1}:{self.next - 1}"

    def row(self, values: Sequence[Value], formats: Sequence[str], *, total: bool = False) -> int:
        """A row of a table; returns its number."""
        for i, (value, shape) in enumerate(zip(values, formats, strict=True), start=1):
            if value is None:
                continue
            cell = self._put(self.next, i, value, style.TOTAL if total else style.BODY, shape)
            if isinstance(value, str) and not isinstance(value, Formula):
                cell.alignment = style.WRAPPED
            if total:
                cell.border = style.ABOVE
        self.next += 1
        return self.next - 1

    def amount(
        self, label: Text, formula: str, shape: str = style.MONEY, *, note: str = "",
        name: Text | None = None,
    ) -> str:  # fmt: skip
        """A label and its amount in column C; returns what to call it by in formulas."""
        self._put(self.next, 1, label[self.book.language], style.BODY).alignment = style.WRAPPED
        self._put(self.next, 2, note, style.QUIET)
        self._put(self.next, 3, Formula(formula), style.TOTAL if name else style.BODY, shape)
        reference = self.ref(AMOUNT, self.next)
        self.next += 1
        if name is None:
            return reference
        called = self.book.reserve(name[self.book.language])
        self.book.define(called, reference)
        return called

    def years(
        self,
        label: Text,
        of: Callable[[int], str],
        shape: str = style.MONEY,
        *,
        note: str = "",
        amount: str | None = None,
        summed: bool = True,
        total: bool = False,
    ) -> Years:
        """A row with a formula for each year; in column C an ``amount``, or the sum of the years."""
        font = style.TOTAL if total else style.BODY
        found = Years(self.quoted, self.next, self.book.width)
        cells = [
            self._put(self.next, 1, label[self.book.language], font),
            self._put(self.next, 2, note, style.QUIET),
        ]
        cells[0].alignment = style.WRAPPED
        beside = amount if amount else f"SUM({found.all})" if summed else None
        if beside:
            cells.append(self._put(self.next, 3, Formula(beside), style.TOTAL, shape))
        cells += [
            self._put(self.next, FIRST + t, Formula(of(t)), font, shape)
            for t in range(self.book.width)
        ]
        if total:
            for cell in cells:
                cell.border, cell.fill = style.ABOVE, style.PALE
        self.next += 1
        return found

    @property
    def clock(self) -> Years:
        """The years from the decision: 0, 1, 2 …"""
        return Years(self.quoted, HEADER + 1, self.book.width)

    def say(self, text: str, *, font: Font = style.BODY, height: float | None = None) -> None:
        """A line of text across the sheet."""
        cell = self._put(self.next, 1, text, font)
        cell.alignment = style.WRAPPED
        if height:
            self.sheet.row_dimensions[self.next].height = height
        self.next += 1

    def input(self, row: int, letter: str) -> None:
        """Marks a cell as one to write in."""
        cell = self.sheet[f"{letter}{row}"]
        cell.font, cell.fill = style.INPUT, style.YELLOW

    def _years(self) -> None:
        words = Text("Anno", "Year"), Text("Anni dalla decisione", "Years from the decision")
        sums = Text("A regime o in tutto", "Full operation or total")
        for row, word in zip((HEADER, HEADER + 1), words, strict=True):
            for i in range(1, FIRST + self.book.width):
                value: Value = None
                if i >= FIRST:
                    value = i - FIRST + (self.book.first_year if row == HEADER else 0)
                cell = self._put(row, i, value, style.HEAD)
                cell.fill, cell.alignment = style.DARK, style.MIDDLE
            self.sheet.cell(row, 1).value = word[self.book.language]
        self.sheet.cell(HEADER, 3).value = sums[self.book.language]
        self.widths(40, 24, 17, *([13] * self.book.width))
        self.sheet.freeze_panes = f"{column(0)}{HEADER + 2}"
        self.sheet.print_title_rows = f"{HEADER}:{HEADER + 1}"
        self.sheet.print_title_cols = "A:A"
        self.next = HEADER + 2

    def _put(self, row: int, place: int, value: Value, font: Font, shape: str = style.PLAIN) -> Any:
        """A formula names its own sheet only where it must."""
        cell = self.sheet.cell(row, place)
        if isinstance(value, Formula):
            cell.value = "=" + value.replace(f"{self.quoted}!", "")
        elif isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"
        else:
            cell.value = value
        cell.font, cell.number_format = font, shape
        return cell

    def _print(self, *, landscape: bool) -> None:
        setup = self.sheet.page_setup
        setup.orientation = "landscape" if landscape else "portrait"
        setup.paperSize = 9  # A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.oddFooter.left.text = self.title
        self.sheet.oddFooter.right.text = "&P / &N"
