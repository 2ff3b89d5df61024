"""A chart as the ``chart`` component shows it: drawn for a page and for a phone, with its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from fucina.centre.planning.presentation.reader import Reader
from fucina.documents.tables import shown


@dataclass(frozen=True)
class Drawn:
    wide: str
    narrow: str
    title: str
    text: str
    columns: list[dict[str, str]]
    rows: list[list[str]]


def drawn(reader: Reader, svgs: Mapping[str, Mapping[int, str]]) -> dict[str, Drawn]:
    """``svgs`` by name and width."""
    return {name: _drawn(reader, name, widths) for name, widths in svgs.items()}


def _drawn(reader: Reader, name: str, widths: Mapping[int, str]) -> Drawn:
    chart = reader.opened.charts[name]
    headings, cells, alignments = shown(chart.table, reader.language)
    columns = [
        {"label": heading, "kind": "number" if align == "right" else "text"}
        for heading, align in zip(headings, alignments, strict=True)
    ]
    return Drawn(
        wide=widths[max(widths)],
        narrow=widths[min(widths)],
        title=reader.said(chart.title),
        text=reader.said(chart.alt),
        columns=columns,
        rows=cells,
    )
