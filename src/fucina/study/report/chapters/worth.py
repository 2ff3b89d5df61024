"""Which figure to verify first, and what that is worth."""

from fucina.documents.report import Block, Paragraph
from fucina.documents.tables import Table
from fucina.study.report import tables
from fucina.study.report.writer import Writer
from fucina.study.result import Worth

COLUMNS = ("figure", "worth", "owner", "review")


def verify_first(w: Writer) -> str:
    """One sentence: the figure most worth verifying, before choosing the place or before going on."""
    known = w.result.decision.information
    best = max((*known.figures, *known.economic), key=lambda worth: worth.money, default=None)
    if best is None or best.money <= 0:
        return w.say(
            "**Da verificare per primo.** Nessun dato, da solo, cambierebbe la scelta.",
            "**What to verify first.** No figure alone would change the choice.",
        )
    return w.say(
        "**Da verificare per primo.** {figure}: saperlo prima di {when} vale al più {worth}. Sapere tutto varrebbe {all}.",
        "**What to verify first.** {figure}: knowing it before {when} is worth at most {worth}. Knowing everything would be worth {all}.",
        figure=w.text(w.names.figure(best.figure)),
        when=_when(w, best),
        worth=w.euro(best.money),
        all=w.euro(known.perfect_economic.value if best in known.economic else known.perfect_money),
    )


def _when(w: Writer, worth: Worth) -> str:
    if worth in w.result.decision.information.economic:
        return w.say("decidere se procedere", "deciding whether to go on")
    return w.say("scegliere la sede", "choosing the seat")


def value_of_information(w: Writer) -> list[Block]:
    known = w.result.decision.information
    return [
        w.heading("Che cosa verificare prima", "What to verify first"),
        Paragraph(
            w.say(
                "Sapere tutto prima di scegliere la sede varrebbe {perfect}, prima di decidere se procedere {economic}: è quanto al più conviene spendere in verifiche. "
                "Un punto pieno di valore vale {point}, secondo il criterio del costo netto e il suo peso medio.",
                "Knowing everything before choosing the seat would be worth {perfect}, before deciding whether to go on {economic}: no more than that should be spent on verifying. "
                "A whole point of value is worth {point}, by the net-cost criterion and its mean weight.",
                perfect=w.euro(known.perfect_money),
                economic=w.euro(known.perfect_economic.value),
                point=w.euro(known.point),
            )
        ),
        *w.chart("information"),
        *w.chart("information_economic"),
        *w.table(worth_something(tables.information(w.study, w.result, w.names)), COLUMNS),
        *w.table(worth_something(tables.information_economic(w.study, w.result, w.names)), COLUMNS),
    ]


def worth_something(table: Table) -> Table:
    """The rows that are worth a euro or more."""
    rows = [row for row in table.rows if isinstance(row["worth"], float) and row["worth"] >= 1]
    return Table(table.name, table.title, table.columns, rows)
