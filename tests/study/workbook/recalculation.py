"""Recalculates a book with an engine that knows nothing of Fucina: the package ``formulas``."""

import contextlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fucina.study.workbook.book import column


@dataclass(frozen=True)
class Recalculated:
    """The values of all cells of a book, by sheet, column and row."""

    book: Any
    values: dict[str, Any]

    def cell(self, sheet: str, address: str) -> Any:
        return self.values[f"'[book.xlsx]{sheet.upper()}'!{address}"]

    def named(self, name: str) -> float:
        sheet, address = self.book.defined_names[name].attr_text.split("!")
        return float(self.cell(sheet.strip("'"), address.replace("$", "")))

    def row(self, sheet: str, label: str, note: str = "", *, last: bool = False) -> list[float]:
        """The years of the row with a label in column A (and a note in B)."""
        cells = self.book[sheet]
        found = [
            r
            for r in range(6, cells.max_row + 1)
            if cells.cell(r, 1).value == label
            and (not note or cells.cell(r, 2).value == note)
            and cells.cell(r, 4).data_type == "f"
            and cells.cell(r, 20).data_type == "f"
        ]
        place = found[-1 if last else 0]
        width = cells.max_column - 3
        return [float(self.cell(sheet, f"{column(t)}{place}")) for t in range(width)]

    def faults(self) -> list[str]:
        """Cells whose formula ends in an error."""
        return [
            name
            for name, value in self.values.items()
            if not isinstance(value, str) and value is not None and not _is_number(value)
        ]


def recalculate(book: Any, folder: Path) -> Recalculated:
    book.save(folder / "book.xlsx")
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")  # the engine's own
        import formulas

        model = formulas.ExcelModel().loads(str(folder / "book.xlsx")).finish()
        solution = model.calculate()
    single = {}
    for name, found in solution.items():
        value = getattr(found, "value", None)
        if value is not None and getattr(value, "shape", None) == (1, 1):
            single[str(name)] = value[0, 0]
    return Recalculated(book, single)


def _is_number(value: Any) -> bool:
    try:
        return float(value) == float(value)
    except (TypeError, ValueError):
        return False
