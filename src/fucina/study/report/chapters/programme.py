"""Programme, governance, risks."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.writer import Writer


def programme(w: Writer) -> list[Block]:
    found = w.result.programme
    gates = [
        f"**{w.text(a.name)}**: {w.text(a.gate)}" for a in w.study.activities if a.gate is not None
    ]
    return [
        Paragraph(
            w.say(
                "Il programma prevede {planned} mesi; con le durate osservate in casi simili la mediana è {p50} (P95 {p95}). "
                "Probabilità di aprire entro 4 anni {a}, entro 6 anni {b}.",
                "The plan says {planned} months; with durations seen in similar cases the median is {p50} (P95 {p95}). "
                "Probability of opening within 4 years {a}, within 6 years {b}.",
                planned=w.integer(found.planned_months),
                p50=w.integer(found.opening.p50),
                p95=w.integer(found.opening.p95),
                a=w.chance(found.within_48),
                b=w.chance(found.within_72),
            )
        ),
        *w.chart("programme"),
        w.table(tables.programme(w.result, w.names)),
        Paragraph(w.say("**Condizioni per proseguire:**", "**Conditions to go on:**")),
        Bullets(gates),
        w.table(tables.milestones(w.study)),
    ]


def governance(w: Writer) -> list[Block]:
    return [
        Paragraph(w.text(w.study.header.quota_note)),
        w.table(tables.forms(w.study, w.result, w.names)),
        *w.chart("power"),
        Bullets([f"**{w.text(f.name)}**: {w.text(f.fit)}" for f in w.study.forms]),
    ]


def risk(w: Writer) -> list[Block]:
    return [
        *w.chart("risk_matrix"),
        w.table(
            tables.risks(w.study), ("number", "risk", "cell", "level", "mitigation", "residual")
        ),
    ]
