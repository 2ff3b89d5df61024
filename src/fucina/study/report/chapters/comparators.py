"""Centres that exist, as a reference class."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.writer import Writer

COLUMNS = (
    *("centre", "area", "staff", "members", "fee", "capital", "income"),
    *("industry_share", "core_share", "opening_months"),
)


def comparators(w: Writer) -> list[Block]:
    lessons = [
        w.say(
            "**{name}** ({place}). {told} Fonti: {sources}.",
            "**{name}** ({place}). {told} Sources: {sources}.",
            name=w.text(a.name),
            place=w.text(a.place),
            told=" ".join(w.text(text) for text in (a.description, a.governance, a.lesson)),
            sources=", ".join(a.sources),
        )
        for a in w.study.archetypes
    ]
    blocks: list[Block] = [
        Paragraph(
            w.say(
                "I centri che già esistono servono come classe di riferimento: lo sguardo esterno contro cui misurare le promesse. "
                "Gli importi sono nella moneta e ai prezzi dello studio; i valori nella moneta e nell’anno della fonte stanno nell’[allegato](#annex).",
                "Centres that exist serve as a reference class: the outside view against which promises are measured. "
                "Amounts are in the study’s currency and prices; values in the source’s currency and year are in the [annex](#annex).",
            )
        )
    ]
    if lessons:
        blocks.append(Bullets(lessons))
    return [
        *blocks,
        *w.table(tables.comparators(w.study), COLUMNS),
        *w.chart("comparators_area"),
        *w.chart("comparators_staff"),
        *w.chart("comparators_income"),
        w.heading("Quanto costano edifici così", "What such buildings cost"),
        *w.chart("references"),
        *w.table(
            tables.references(w.study),
            ("measure", "case", "told", "year", "scope", "kind"),
        ),
    ]
