"""Strategies: service lines, demand against plan, portfolios, each line's own account."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.documents.text import Text
from fucina.study.report import tables
from fucina.study.report.portfolio import lines_of, place_of
from fucina.study.report.words import PLACE_IN_PORTFOLIO
from fucina.study.report.writer import Writer


def strategy(w: Writer) -> list[Block]:
    described = [
        f"**{w.text(s.name)}**: {w.text(s.description)}" for s in w.study.strategies if s.services
    ]
    return [
        Bullets(described),
        *w.table(tables.planned(w.result, w.names)),
        *w.chart("strategy_probability"),
        w.heading("Le linee di servizio", "The service lines"),
        *w.table(tables.services(w.study)),
        *_demand(w),
        *_portfolio(w),
        *_accounts(w),
        w.heading("Persone, macchine, corsi", "People, machines, courses"),
        *w.table(tables.posts(w.study, w.names)),
        *w.table(tables.machines(w.study)),
        *w.table(tables.courses(w.study)),
    ]


def _demand(w: Writer) -> list[Block]:
    return [
        w.heading("La domanda contro il piano", "Demand against the plan"),
        Paragraph(
            w.say(
                "Dove si sa chi usa una linea e quanto, il centro non vende più di quanto gli utenti chiedono; dove non si sa, si conta sul piano.",
                "Where it is known who uses a line and how much, the centre sells no more than users ask for; where it is not, the plan is counted on.",
            )
        ),
        *w.table(tables.segments(w.study)),
        *w.chart("demand"),
        *w.table(tables.demand(w.study, w.result, w.names)),
    ]


def _portfolio(w: Writer) -> list[Block]:
    found = w.result.finance.portfolio
    if found is None:
        return []
    told = []
    for key, label in PLACE_IN_PORTFOLIO.items():
        own = [
            line
            for line, index in zip(found.lines, found.core_index, strict=True)
            if place_of(index) is label
        ]
        if own:
            told.append(f"{w.text(_WHICH[key])}: {w.text(lines_of(own, w.names))}")
    return [
        w.heading("Quali linee stanno insieme", "Which lines belong together"),
        Paragraph(
            w.say(
                "Con la spesa della strategia proposta ({budget}) gli insiemi di linee che nessun altro domina, qualunque cosa si ritenga più importante fra benefici, ricavi e lavoro, sono {n}. {told}.",
                "At what the proposed strategy spends ({budget}), the sets of lines that no other dominates, whatever is held to matter more among benefits, income and work, number {n}. {told}.",
                budget=w.euro(found.budget * 1e6),
                n=w.integer(found.robust),
                told=". ".join(told),
            )
        ),
        *w.chart("frontier"),
        *w.table(tables.frontier(w.result, w.names)),
        *w.table(tables.portfolio(w.result, w.names)),
    ]


def _accounts(w: Writer) -> list[Block]:
    return [
        w.heading("Il conto di ogni linea", "Each line’s own account"),
        *w.chart("line_accounts"),
        *w.table(tables.lines(w.result, w.names)),
    ]


_WHICH = {
    "core": Text("Stanno in tutti (nucleo)", "In all of them (core)"),
    "borderline": Text("In alcuni (di confine)", "In some (borderline)"),
    "exterior": Text("In nessuno (esterne)", "In none (exterior)"),
}
