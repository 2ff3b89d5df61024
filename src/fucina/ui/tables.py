"""What a page author says of a table, brought into the shape its template draws."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

type Column = Mapping[str, Any] | str
type Cell = Mapping[str, Any] | str | int | float | None
type Row = Mapping[str, Any] | Sequence[Cell]

RICH = ("badge", "confidence", "note")
"""What a cell may hold beside its text and link; the template draws it."""
PLAIN = Context()


@dataclass(frozen=True)
class Part:
    """Written cells, up to where a cell's rich content comes; several cells at once, since most are text alone and
    a template's work for each would be slow.
    """

    html: SafeString
    content: Mapping[str, Any] | None


@dataclass(frozen=True)
class DrawnRow:
    parts: list[Part]
    emphasis: bool
    value: str = ""
    """What a checkbox beside the row sends."""
    label: str = ""


def draw_columns(columns: Iterable[Column]) -> list[Mapping[str, Any]]:
    return [{"label": column} if isinstance(column, str) else column for column in columns]


def draw_rows(
    columns: Sequence[Mapping[str, Any]], rows: Iterable[Row], *, stacked: bool = False
) -> list[DrawnRow]:
    """``stacked``: on a phone each row is a card, whose cells say which column they belong to."""
    heads = [_head(column, stacked=stacked) for column in columns]
    return [_draw_row(heads, row) for row in rows]


@dataclass(frozen=True)
class _Head:
    """How cells of a column begin."""

    first: str
    other: str


def _head(column: Mapping[str, Any], *, stacked: bool) -> _Head:
    number = ' class="number"' if column.get("kind") == "number" else ""
    first, other = (
        (' role="rowheader"', f' role="cell" data-label="{escape(column["label"])}"')
        if stacked
        else ("", "")
    )
    return _Head(f'<th scope="row"{first}', f"<td{number}{other}")


def _draw_row(heads: Sequence[_Head], row: Row) -> DrawnRow:
    cells = row["cells"] if isinstance(row, Mapping) else row
    said: Mapping[str, Any] = row if isinstance(row, Mapping) else {}
    return DrawnRow(
        list(_parts(heads, cells)),
        bool(said.get("emphasis")),
        str(said.get("value", "")),
        str(said.get("label", "")),
    )


def _parts(heads: Sequence[_Head], cells: Sequence[Cell]) -> Iterator[Part]:
    written = ""
    for position, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        content = cell if isinstance(cell, Mapping) else {"text": "" if cell is None else cell}
        written += f"{head.other if position else head.first}{_sorted_by(content)}>"
        if any(content.get(part) for part in RICH):
            yield Part(mark_safe(written), content)  # noqa: S308
            written = ""
        else:
            written += f"<span>{_linked(content)}</span>"
        written += "</td>" if position else "</th>"
    yield Part(mark_safe(written), None)  # noqa: S308 - every text and address in it was escaped


def _sorted_by(content: Mapping[str, Any]) -> str:
    value = content.get("value")
    if value is None:
        return ""
    return f' data-value="{conditional_escape(localize(value, use_l10n=False))}"'


def _linked(content: Mapping[str, Any]) -> str:
    text = render_value_in_context(content.get("text", ""), PLAIN)
    url = content.get("url")
    return f'<a href="{conditional_escape(url)}">{text}</a>' if url else text
