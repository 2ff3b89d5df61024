"""Strategies and money."""

from fucina.documents.numbers import percent
from fucina.documents.report import Block, Paragraph
from fucina.study.report import tables
from fucina.study.report.words import TIMING
from fucina.study.report.writer import Writer


def strategy(w: Writer) -> list[Block]:
    return [
        w.table(tables.planned(w.result, w.names)),
        w.table(tables.services(w.study)),
        w.table(tables.machines(w.study)),
        w.table(tables.courses(w.study)),
    ]


def finance(w: Writer) -> list[Block]:
    chosen, finance = w.chosen, w.result.finance
    irr = {
        "none": w.say("nessun tasso interno reale", "no real internal rate"),
        "unique": ", ".join(percent(r, w.language, 1) for r in finance.irr),
        "several": w.say(
            "più tassi interni ({r})",
            "several internal rates ({r})",
            r=", ".join(percent(r, w.language, 1) for r in finance.irr),
        ),
    }[finance.irr_status]
    return [
        Paragraph(
            w.say(
                "Convenzione: {timing}, tasso reale {rate}, prezzi {year}. Flussi medi dell’alternativa proposta, sul capitale totale: {irr}.",
                "Convention: {timing}, real rate {rate}, prices of {year}. Mean flows of the proposed alternative, on total capital: {irr}.",
                timing=w.text(TIMING[finance.timing]),
                rate=percent(finance.discount_rate, w.language, 1),
                year=str(w.study.header.price_year),
                irr=irr,
            )
        ),
        *w.chart("cash"),
        Paragraph(
            w.say(
                "La cassa cumulata, con i contributi di base e gli anticipi pubblici, scende sotto zero con probabilità {p}; "
                "nel caso mediano i soci devono coprire {need}.",
                "Cumulated cash, with core funding and public advances, falls below zero with probability {p}; "
                "in the median case the partners must cover {need}.",
                p=w.chance(chosen.cash_negative),
                need=w.euro(chosen.cash_need.p50),
            )
        ),
        *w.chart("net_cost"),
        *w.chart("cost_drivers"),
        w.table(
            tables.combinations(w.study, w.result, w.names),
            (
                "alternative",
                "strategy",
                "capital",
                "fnpv_c",
                "net_cost",
                "cash_need",
                "benefit",
            ),
        ),
        w.table(
            tables.cash_flow(w.result),
            (
                "year",
                "investment",
                "running",
                "commercial",
                "competitive",
                "core",
                "grant",
                "cash",
            ),
        ),
    ]
