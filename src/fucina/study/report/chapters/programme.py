"""The programme: the plan and what happened elsewhere, the critical path, the gates."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.words import HOLDS
from fucina.study.report.writer import Writer
from fucina.study.result import GateResult

LIKELY = 0.5


def programme(w: Writer) -> list[Block]:
    found = w.result.programme
    critical = [
        w.named("activities", a.activity) for a in found.activities if a.critical.value >= LIKELY
    ]
    return [
        Paragraph(
            w.say(
                "Il programma prevede {planned} mesi; con i ritardi visti in casi simili la mediana è {p50} (P95 {p95}). "
                "Probabilità di aprire entro 4 anni {a}, entro 6 anni {b}. Stanno sul percorso critico: {critical}.",
                "The programme says {planned} months; with delays seen in similar cases the median is {p50} (P95 {p95}). "
                "Probability of opening within 4 years {a}, within 6 years {b}. On the critical path: {critical}.",
                planned=w.integer(found.planned_months),
                p50=w.integer(found.opening.p50),
                p95=w.integer(found.opening.p95),
                a=w.chance(found.within_48),
                b=w.chance(found.within_72),
                critical=", ".join(critical) or "–",
            )
        ),
        *w.chart("programme"),
        *w.chart("openings"),
        *w.table(tables.programme(w.result, w.names)),
        *_gates(w),
        w.heading("Promesse e fatti", "Promises and facts"),
        *w.table(tables.milestones(w.study)),
    ]


def _gates(w: Writer) -> list[Block]:
    blocks: list[Block] = [w.heading("Varchi: proseguire o fermarsi", "Gates: go on or stop")]
    stated = [
        f"**{w.text(a.name)}**: {w.text(a.gate)}" for a in w.study.activities if a.gate is not None
    ]
    if w.result.decision.gates:
        blocks.append(Bullets([_gate(w, gate) for gate in w.result.decision.gates]))
        blocks += w.table(
            tables.gates(w.result, w.names),
            ("gate", "month", "condition", "probability", "se", "asked", "holds"),
        )
    if stated:
        blocks += [
            Paragraph(
                w.say(
                    "**Condizioni scritte nelle attività:**",
                    "**Conditions written in the activities:**",
                )
            ),
            Bullets(stated),
        ]
    return blocks if len(blocks) > 1 else []


def _gate(w: Writer, gate: GateResult) -> str:
    own = next(g for g in w.study.gates if g.id == gate.gate)
    state = w.say("aperto", "open") if gate.opens else w.say("chiuso", "shut")
    conditions = "; ".join(
        f"{w.text(c.text).rstrip('.')} ({w.text(HOLDS[c.holds])}, {w.chance(c.probability)})"
        for c in gate.conditions
    )
    return w.say(
        "**{name}**, al mese {month}. {question} A oggi {state}: {conditions}.",
        "**{name}**, in month {month}. {question} As things stand {state}: {conditions}.",
        name=w.text(own.name),
        month=w.integer(gate.month.p50),
        question=w.text(own.question),
        state=state,
        conditions=conditions,
    )
