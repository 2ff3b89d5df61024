"""The register of what is assumed, and the annex of every figure and source."""

from fucina.documents.report import Block, Callout, Paragraph
from fucina.study.report import tables
from fucina.study.report.writer import Writer

SHOWN = 60
"""Assumptions in the text: those most worth verifying; the annex has every figure."""


def register(w: Writer) -> list[Block]:
    kinds = [f.kind for f in w.study.figures.values()]
    found: list[Block] = [
        Paragraph(
            w.say(
                "I dati dello studio sono {n}: {f} fatti e {d} che fatti non sono. Vengono prima quelli che più conviene verificare; "
                "ognuno ha un responsabile e una data di revisione. Un trattino: il dato non è fra quelli che potrebbero cambiare la scelta.",
                "The study has {n} figures: {f} facts and {d} that are none. Those most worth verifying come first; "
                "each has an owner and a review date. A dash: the figure is not among those that could change the choice.",
                n=w.integer(len(kinds)),
                f=w.integer(kinds.count("fact")),
                d=w.integer(len(kinds) - kinds.count("fact")),
            )
        )
    ]
    younger = w.result.younger_than_as_of
    if younger:
        found.append(
            Callout(
                "warning",
                w.say("Dati più recenti dello studio", "Figures younger than the study"),
                ", ".join(w.text(w.names.figure(key)) for key in younger),
            )
        )
    return [
        *found,
        *w.table(
            tables.assumptions(w.study, w.result, w.names),
            (
                "figure",
                "told",
                "kind",
                "confidence",
                "owner",
                "review",
                "worth",
                "worth_economic",
            ),
            rows=SHOWN,
        ),
    ]


def annex(w: Writer) -> list[Block]:
    return [
        *w.table(
            tables.figures(w.study, w.names),
            ("figure", "told", "price_year", "kind", "source", "date"),
        ),
        *w.table(
            tables.datasets(w.study, w.names),
            ("dataset", "file", "kind", "confidence", "source", "date", "owner"),
        ),
        *w.table(tables.correlations(w.study, w.names)),
        *w.table(tables.sources(w.study), ("id", "title", "publisher", "date", "address")),
    ]
