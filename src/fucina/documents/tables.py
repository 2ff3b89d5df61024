"""Tables: the data as typed columns, written for machines (CSV, Parquet) and shown to readers."""

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, SupportsFloat, SupportsIndex

import pyarrow as pa
import pyarrow.parquet as pq

from fucina.documents.numbers import (
    NOTHING,
    currency_symbol,
    date,
    millions,
    money,
    number,
    percent,
    quantity,
)
from fucina.documents.text import LANGUAGES, Language, Text, said
from fucina.documents.units import unit_label

Kind = Literal["text", "number", "money", "millions", "percent", "date"]
Align = Literal["left", "right"]
Value = SupportsFloat | Text | str | dt.date | None


@dataclass(frozen=True)
class Column:
    """What a column is called, what it holds and how it is written.

    `unit` is a unit of `fucina.documents.units` for numbers, and the currency for money.
    """

    key: str
    label: Text
    kind: Kind = "text"
    digits: int = 0
    unit: str | None = None

    def heading(self, language: Language) -> str:
        """The label, with the unit that the cells leave out."""
        unit = self.unit_label(language)
        return f"{self.label[language]} ({unit})" if unit else self.label[language]

    def unit_label(self, language: Language) -> str:
        match self.kind:
            case "money":
                return currency_symbol(self.unit or "EUR", language)
            case "millions":
                symbol = currency_symbol(self.unit or "EUR", language)
                return f"M{symbol}" if language == "it" else f"{symbol}M"
            case "number" if self.unit and self.unit != "share":
                return unit_label(self.unit, language)
            case _:
                return ""

    def written(self, value: Value, language: Language) -> str:
        """A value standing alone, with its unit: in a chart or in running text."""
        if value is None or isinstance(value, Text | str | dt.date):
            return self.cell(value, language)
        match self.kind:
            case "money":
                return money(value, language, self.unit or "EUR", self.digits)
            case "millions":
                return millions(value, language, self.unit or "EUR", self.digits)
            case "percent":
                return percent(value, language, self.digits)
            case _:
                return quantity(value, self.unit or "1", language, self.digits)

    def cell(self, value: Value, language: Language) -> str:
        """A value under its heading, which already names the unit."""
        if value is None:
            return NOTHING
        if isinstance(value, Text | str):
            return said(value, language)
        if isinstance(value, dt.date):
            return date(value, language)
        if self.kind == "percent" or self.unit == "share":
            return percent(value, language, self.digits)
        if self.kind == "millions":
            return number(float(value) / 1e6, language, self.digits)
        return number(value, language, self.digits)


@dataclass(frozen=True)
class Table:
    name: str
    title: Text
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Value]]


def shown(table: Table, language: Language) -> tuple[list[str], list[list[str]], list[Align]]:
    """Headings, cells and alignments, as a reader sees them."""
    headings = [column.heading(language) for column in table.columns]
    cells = [
        [column.cell(row.get(column.key), language) for column in table.columns]
        for row in table.rows
    ]
    return headings, cells, ["left" if c.kind == "text" else "right" for c in table.columns]


def write_csv(table: Table, path: Path) -> None:
    """UTF-8, LF, full precision; translated words become two columns, `key_it` and `key_en`."""
    written = _machine_columns(table)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(written)
        rows.writerows(zip(*([_plain(v) for v in c] for c in written.values()), strict=True))


def write_parquet(table: Table, path: Path) -> None:
    """The same columns as the CSV, typed; the same bytes for the same table."""
    kinds = {column.key: column.kind for column in table.columns}
    arrays = {
        key: pa.array(values, _arrow_type(kinds.get(key, "text"), values))
        for key, values in _machine_columns(table).items()
    }
    pq.write_table(
        pa.table(arrays), path, compression="zstd", compression_level=9, store_schema=False
    )


def _machine_columns(table: Table) -> dict[str, list[Value]]:
    columns: dict[str, list[Value]] = {}
    for column in table.columns:
        values = [row.get(column.key) for row in table.rows]
        if any(isinstance(value, Text) for value in values):
            for language in LANGUAGES:
                columns[f"{column.key}_{language}"] = [
                    said(v, language) if isinstance(v, Text | str) else v for v in values
                ]
        else:
            columns[column.key] = [_machine(value) for value in values]
    return columns


def _machine(value: Value) -> Value:
    """Whole numbers stay whole, others become float64, whatever library they come from."""
    if value is None or isinstance(value, Text | str | dt.date):
        return value
    return int(value) if isinstance(value, SupportsIndex) else float(value)


def _plain(value: Value) -> str:
    if value is None or value != value:  # NaN
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value)


def _arrow_type(kind: Kind, values: Sequence[Value]) -> pa.DataType:
    if kind == "text":
        return pa.string()
    if kind == "date":
        return pa.date32()
    present = [value for value in values if value is not None]
    whole = bool(present) and all(isinstance(value, int) for value in present)
    return pa.int64() if whole else pa.float64()
