"""Every figure, every source."""

from fucina.documents.report import Block, Callout
from fucina.study.report import tables
from fucina.study.report.writer import Writer


def register(w: Writer) -> list[Block]:
    younger = w.result.younger_than_as_of
    blocks: list[Block] = [
        w.table(
            tables.figures(w.study, w.names),
            ("figure", "low", "value", "high", "unit", "kind", "confidence", "source"),
        ),
        w.table(tables.sources(w.study), ("id", "title", "publisher", "date")),
    ]
    if younger:
        blocks.insert(
            0,
            Callout(
                "warning",
                w.say("Dati più recenti dello studio", "Figures younger than the study"),
                ", ".join(younger),
            ),
        )
    return blocks
