"""Risks before and after mitigation, what carries them, and which figures move the cost."""

from fucina.documents.report import Block, Paragraph
from fucina.study.report import tables
from fucina.study.report.names import PLURALS
from fucina.study.report.words import risk_level
from fucina.study.report.writer import Writer

GRAVE = ("high", "very high")


def risk(w: Writer) -> list[Block]:
    risks = w.study.risks
    before = sum(risk_level(r.probability, r.severity) in GRAVE for r in risks)
    after = sum(risk_level(r.residual_probability, r.residual_severity) in GRAVE for r in risks)
    return [
        Paragraph(
            w.say(
                "Rischi registrati: {n}. Di livello alto o molto alto sono {before} prima della mitigazione e {after} dopo. "
                "{carried} sono portati da un dato incerto del calcolo: il loro peso è già nei risultati; gli altri restano fuori e vanno tenuti a mente.",
                "Risks recorded: {n}. At a high or very high level there are {before} before mitigation and {after} after. "
                "{carried} are carried by an uncertain figure of the computation: their weight is already in the results; the others are outside it and must be kept in mind.",
                n=str(len(risks)),
                before=str(before),
                after=str(after),
                carried=str(sum(r.carrier is not None for r in risks)),
            )
        ),
        *w.chart("risk_matrix"),
        *w.chart("risk_matrix_after"),
        *w.table(
            tables.risks(w.study, w.names),
            ("number", "risk", "cell", "mitigation", "residual_cell", "carrier", "owner"),
        ),
        w.heading("Che cosa muove il costo netto", "What moves the net cost"),
        *w.chart("cost_drivers"),
        *_groups(w),
        *w.chart("groups"),
    ]


def _groups(w: Writer) -> list[Block]:
    found = w.result.decision.groups
    if not found:
        return []
    return [
        Paragraph(
            w.say(
                "La famiglia di dati che pesa di più è «{group}»: porta {first} della varianza da sola, {total} con le interazioni.",
                "The kind of figures that weighs most is “{group}”: it brings {first} of the variance alone, {total} with interactions.",
                group=w.text(PLURALS[found[0].group].text),
                first=w.chance(found[0].first),
                total=w.chance(found[0].total),
            )
        )
    ]
