"""A report in one language, before it becomes a page or paper.

Texts are plain, with two inline marks and no others: ``**bold**`` and ``[label](target)``, where
the target is ``#anchor`` or an https address (`fucina.documents.inline`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fucina.documents.charts.chart import Chart
from fucina.documents.tables import Table
from fucina.documents.text import Language

CalloutKind = Literal["note", "warning", "result"]


@dataclass(frozen=True)
class Heading:
    """A part of a section."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: Sequence[str]


@dataclass(frozen=True)
class KeyFigure:
    """One number to remember: `12,3 M€`, what it is, and how sure it is."""

    value: str
    label: str
    note: str | None = None


@dataclass(frozen=True)
class KeyFigures:
    items: Sequence[KeyFigure]


@dataclass(frozen=True)
class TableBlock:
    table: Table
    caption: str
    note: str | None = None


@dataclass(frozen=True)
class Figure:
    chart: Chart
    caption: str
    note: str | None = None


@dataclass(frozen=True)
class Callout:
    kind: CalloutKind
    title: str
    text: str


Block = Heading | Paragraph | Bullets | KeyFigure | KeyFigures | TableBlock | Figure | Callout


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Report:
    """`meta` is what the cover says about the document; `lead` comes before the sections."""

    title: str
    subtitle: str
    language: Language
    meta: Sequence[tuple[str, str]]
    lead: Sequence[Block]
    sections: Sequence[Section]
