"""Governance: forms, bodies, articles, power, blocking, deadlock, votes, money."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.writer import Writer


def governance(w: Writer) -> list[Block]:
    return [
        Paragraph(w.text(w.study.header.quota_note)),
        Bullets([f"**{w.text(f.name)}**: {w.text(f.fit)}" for f in w.study.forms]),
        *w.chart("form_probability"),
        w.heading("Le regole", "The rules"),
        *w.table(tables.rules(w.result, w.names)),
        *w.table(tables.bodies(w.study, w.names), ("form", "body", "role", "members", "needed")),
        *_power(w),
        *_votes(w),
        *_money(w),
    ]


def _power(w: Writer) -> list[Block]:
    rules = [p for p in w.result.governance if p.resolution == "extraordinary"]
    blocking = [p for p in rules if p.blockers]
    told = "; ".join(
        f"{w.named('forms', p.form)}: {', '.join(w.named('stakeholders', b) for b in p.blockers)}"
        for p in blocking
    )
    return [
        w.heading("Chi decide e chi blocca", "Who decides and who blocks"),
        Paragraph(
            w.say(
                "Una sola istituzione può bloccare una delibera straordinaria in {k} modelli su {n}{told}.",
                "A single institution can block an extraordinary resolution in {k} models of {n}{told}.",
                k=str(len(blocking)),
                n=str(len(rules)),
                told=f" ({told})" if told else "",
            )
        ),
        *w.chart("power"),
        *w.table(
            tables.forms(w.study, w.result, w.names),
            ("form", "strongest", "power", "blockers", "passage", "passage_extraordinary"),
        ),
    ]


def _votes(w: Writer) -> list[Block]:
    worst = max(w.result.decision.votes, key=lambda v: v.nothing.value)
    return [
        w.heading("Che cosa voterebbero i soci", "What the members would vote for"),
        Paragraph(
            w.say(
                "Se in ogni estrazione ciascun socio votasse per ciò che per lui vale di più, lo stallo sarebbe più probabile con «{form}»: {p}.",
                "If in every draw each member voted for what is worth more to it, deadlock would be most probable under “{form}”: {p}.",
                form=w.named("forms", worst.form),
                p=w.chance(worst.nothing),
            )
        ),
        *w.chart("votes"),
    ]


def _money(w: Writer) -> list[Block]:
    return [
        w.heading("Potere e denaro", "Power and money"),
        *w.chart("power_money"),
        *w.table(
            tables.partners(w.result, w.names),
            (
                "stakeholder",
                "quota",
                "power",
                "money_share",
                "grants",
                "in_kind",
                "equity",
                "calls",
                "money",
                "npv",
            ),
        ),
    ]
