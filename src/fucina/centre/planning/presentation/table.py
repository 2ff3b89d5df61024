"""A table as the ``table`` component draws it."""

from dataclasses import dataclass, field
from typing import Any, TypedDict

type Cell = dict[str, Any]
type Cells = list[Cell | str]


class Row(TypedDict, total=False):
    cells: Cells
    emphasis: bool


@dataclass(frozen=True)
class Table:
    caption: str
    columns: list[dict[str, str]]
    rows: list[Row] = field(default_factory=list)


def text_column(label: str) -> dict[str, str]:
    return {"label": label}


def number_column(label: str, unit: str = "") -> dict[str, str]:
    return {"label": label, "kind": "number", "unit": unit}


def cell(
    text: str,
    *,
    url: str = "",
    value: float | None = None,
    note: str = "",
    badge: str = "",
    confidence: str = "",
) -> Cell:
    """``value`` is what the cell sorts by; ``badge`` a kind of figure."""
    found: Cell = {"text": text}
    extra = {"url": url, "note": note, "badge": badge, "confidence": confidence}
    found |= {name: words for name, words in extra.items() if words}
    return found if value is None else found | {"value": value}


def row(cells: Cells, *, emphasis: bool = False) -> Row:
    return {"cells": cells, "emphasis": emphasis}
