"""A chart drawn for a page and for a phone, with its numbers, as the ``chart`` component shows it."""

from dataclasses import dataclass

from fucina.documents.charts import Chart
from fucina.documents.svg import svg
from fucina.documents.tables import shown
from fucina.documents.text import Language

WIDE, NARROW = 720, 360


@dataclass(frozen=True)
class Drawn:
    wide: str
    narrow: str
    title: str
    text: str
    columns: list[dict[str, str]]
    rows: list[list[str]]


def drawn(chart: Chart, language: Language) -> Drawn:
    headings, cells, alignments = shown(chart.table, language)
    columns = [
        {"label": heading, "kind": "number" if align == "right" else "text"}
        for heading, align in zip(headings, alignments, strict=True)
    ]
    return Drawn(
        svg(chart, language, WIDE),
        svg(chart, language, NARROW),
        chart.title[language],
        chart.alt[language],
        columns,
        cells,
    )
