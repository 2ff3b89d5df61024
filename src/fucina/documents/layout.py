"""A report as plain nested data, numbered and written out, which the page and the paper share."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from fucina.documents import phrases
from fucina.documents.inline import Span, spans
from fucina.documents.report import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Report,
    Section,
    TableBlock,
)
from fucina.documents.tables import Table, shown
from fucina.documents.text import Text

Tree = dict[str, Any]

SUMMARY_ID = "summary"
CALLOUT_WORDS: Mapping[str, Text] = {
    "note": phrases.NOTE,
    "warning": phrases.WARNING,
    "result": phrases.RESULT,
}


def layout(report: Report, write: Callable[[str], str]) -> Tree:
    """Strings, lists and dictionaries only: it can be written as JSON.

    `write` spells every text with the characters that the medium can show.
    """
    return _Layout(report, write).tree()


def figures(report: Report) -> list[Figure]:
    """In the order in which they are numbered."""
    blocks = [*report.lead, *(block for section in report.sections for block in section.blocks)]
    return [block for block in blocks if isinstance(block, Figure)]


class _Layout:
    """Counts tables and figures from the first page to the last."""

    def __init__(self, report: Report, write: Callable[[str], str]) -> None:
        self.report = report
        self.write = write
        self.language = report.language
        self.counts: Counter[str] = Counter()
        self.sections = list(report.sections)
        if report.lead:
            title = phrases.SUMMARY[self.language]
            self.sections.insert(0, Section(SUMMARY_ID, title, report.lead))
        self.anchors = _anchors(self.sections)

    def tree(self) -> Tree:
        report = self.report
        return {
            "language": self.language,
            "title": self.write(report.title),
            "subtitle": self.write(report.subtitle),
            "meta": [
                {"term": self.write(term), "value": self.write(value)}
                for term, value in report.meta
            ],
            "words": {
                "contents": phrases.CONTENTS[self.language],
                "about": phrases.ABOUT[self.language],
                "skip": phrases.SKIP_TO_TEXT[self.language],
                "page": phrases.PAGE[self.language].lower(),
                "of": phrases.OF[self.language],
                "data": phrases.CHART_DATA[self.language],
            },
            "sections": [
                {
                    "id": section.id,
                    "title": self.write(section.title),
                    "blocks": [self.block(block) for block in section.blocks],
                }
                for section in self.sections
            ],
        }

    def block(self, block: Block) -> Tree:
        match block:
            case Heading(text):
                return {"kind": "heading", "text": self.write(text)}
            case Paragraph(text):
                return {"kind": "paragraph", "spans": self.spans(text)}
            case Bullets(items):
                return {"kind": "bullets", "items": [self.spans(item) for item in items]}
            case KeyFigure():
                return self.block(KeyFigures([block]))
            case KeyFigures(items):
                return {
                    "kind": "key_figures",
                    "items": [
                        {
                            "value": self.write(item.value),
                            "label": self.write(item.label),
                            "note": self.write(item.note or ""),
                        }
                        for item in items
                    ],
                }
            case Callout(kind, title, text):
                return {
                    "kind": "callout",
                    "tone": kind,
                    "word": CALLOUT_WORDS[kind][self.language],
                    "title": self.write(title),
                    "spans": self.spans(text),
                }
            case TableBlock(table, caption, note):
                return {
                    "kind": "table",
                    **self.numbered("table", phrases.TABLE, caption, note),
                    "table": self.table(table),
                }
            case Figure(chart, caption, note):
                return {
                    "kind": "figure",
                    **self.numbered("figure", phrases.FIGURE, caption, note),
                    "alt": self.write(chart.alt[self.language]),
                    "table": self.table(chart.table),
                }

    def numbered(self, kind: str, word: Text, caption: str, note: str | None) -> Tree:
        self.counts[kind] += 1
        return {
            "id": f"{kind}-{self.counts[kind]}",
            "label": f"{word[self.language]} {self.counts[kind]}",
            "caption": self.write(caption),
            "note": self.spans(note or ""),
        }

    def table(self, table: Table) -> Tree:
        headings, rows, aligns = shown(table, self.language)
        return {
            "headings": [self.write(heading) for heading in headings],
            "rows": [[self.write(cell) for cell in row] for row in rows],
            "aligns": aligns,
        }

    def spans(self, text: str) -> list[Span]:
        found = spans(text, self.anchors)
        for span in found:
            span["text"] = self.write(span["text"])
        return found


def _anchors(sections: list[Section]) -> frozenset[str]:
    found = [section.id for section in sections]
    if len(set(found)) < len(found):
        raise ValueError(f"Two sections of a report have the same id: {sorted(found)}")
    return frozenset(found)
