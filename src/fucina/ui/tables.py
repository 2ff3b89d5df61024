"""What a page author says of a table, brought into the shape its template draws."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

type Column = Mapping[str, Any] | str
type Cell = Mapping[str, Any] | str | int | float | None
PARTS = ("url", "badge", "confidence", "note")

type Row = Mapping[str, Any] | Sequence[Cell]


@dataclass(frozen=True)
class DrawnCell:
    content: Mapping[str, Any]
    label: str
    number: bool
    header: bool

    @property
    def plain(self) -> bool:
        """A cell of text alone: most are, and a template of its own for each would be slow."""
        return not self.link and not any(self.content.get(part) for part in PARTS)

    @property
    def link(self) -> bool:
        """A cell of linked text and nothing else."""
        return bool(self.content.get("url")) and not any(self.content.get(p) for p in PARTS[1:])


@dataclass(frozen=True)
class DrawnRow:
    cells: list[DrawnCell]
    emphasis: bool
    value: str = ""
    """What a checkbox beside the row sends."""
    label: str = ""


def draw_columns(columns: Iterable[Column]) -> list[Mapping[str, Any]]:
    return [{"label": column} if isinstance(column, str) else column for column in columns]


def draw_rows(columns: Sequence[Mapping[str, Any]], rows: Iterable[Row]) -> list[DrawnRow]:
    return [_draw_row(columns, row) for row in rows]


def _draw_row(columns: Sequence[Mapping[str, Any]], row: Row) -> DrawnRow:
    plain = row["cells"] if isinstance(row, Mapping) else row
    cells = [
        _draw_cell(column, cell, header=position == 0)
        for position, (column, cell) in enumerate(zip(columns, plain, strict=True))
    ]
    said: Mapping[str, Any] = row if isinstance(row, Mapping) else {}
    return DrawnRow(
        cells, bool(said.get("emphasis")), str(said.get("value", "")), str(said.get("label", ""))
    )


def _draw_cell(column: Mapping[str, Any], cell: Cell, *, header: bool) -> DrawnCell:
    content = cell if isinstance(cell, Mapping) else {"text": "" if cell is None else cell}
    return DrawnCell(content, str(column["label"]), column.get("kind") == "number", header)
