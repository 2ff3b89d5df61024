"""A table as the ``table`` component draws it."""

from dataclasses import dataclass, field
from typing import Any

type Cell = dict[str, Any] | str
type Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    caption: str
    columns: list[dict[str, str]]
    rows: list[Row] = field(default_factory=list)


def text_column(label: str, sort: str = "") -> dict[str, str]:
    return {"label": label} | ({"sort": sort} if sort else {})


def number_column(label: str, sort: str = "") -> dict[str, str]:
    return text_column(label, sort) | {"kind": "number"}
