"""The report: every number in its text is generated from the study and its result."""

from collections.abc import Callable, Sequence

from fucina.documents.numbers import date
from fucina.documents.report import Block, Report, Section
from fucina.documents.text import Language, Text
from fucina.study.report.chapters import (
    comparators,
    decision,
    finance,
    governance,
    location,
    method,
    programme,
    register,
    risk,
    school,
    strategy,
    summary,
)
from fucina.study.report.writer import Writer
from fucina.study.result import Result
from fucina.study.schema import Study

Chapter = Callable[[Writer], Sequence[Block]]
CHAPTERS: tuple[tuple[str, Text, Chapter], ...] = (
    ("method", Text("Metodo", "Method"), method.method),
    (
        "comparators",
        Text("Confronti e classi di riferimento", "Comparators and reference classes"),
        comparators.comparators,
    ),
    ("location", Text("Sede e localizzazione", "Seat and location"), location.location),
    ("strategy", Text("Servizi e strategie", "Services and strategies"), strategy.strategy),
    ("governance", Text("Governo", "Governance"), governance.governance),
    ("school", Text("Scuola e corsi di studio", "School and degree courses"), school.school),
    ("finance", Text("Conti", "Accounts"), finance.finance),
    ("risk", Text("Rischi", "Risks"), risk.risk),
    (
        "decision",
        Text("La scelta e su che cosa poggia", "The choice and what it rests on"),
        decision.decision,
    ),
    ("programme", Text("Programma e varchi", "Programme and gates"), programme.programme),
    ("register", Text("Registro delle ipotesi", "Register of assumptions"), register.register),
    ("annex", Text("Allegato: dati e fonti", "Annex: figures and sources"), register.annex),
)
"""Each chapter's anchor, its title and what writes it, in the order of reading."""


def report(study: Study, result: Result, language: Language) -> Report:
    """The whole report in one language."""
    return _report(Writer(study, result, language))


def _report(w: Writer) -> Report:
    header, result = w.study.header, w.result
    meta = [
        (w.say("Data dello studio", "As of"), date(header.as_of, w.language)),
        (w.say("Prezzi", "Prices"), f"{header.currency} {header.price_year}"),
        (
            w.say("Campione", "Sample"),
            w.say(
                "{n} estrazioni, seme {s}",
                "{n} draws, seed {s}",
                n=w.integer(result.draws),
                s=str(result.seed),
            ),
        ),
        (
            w.say("Impronta dei dati", "Fingerprint of the data"),
            result.fingerprint[:12] or "–",
        ),
        ("Fucina", result.fucina),
    ]
    return Report(
        title=w.say(
            "Studio di fattibilità: {name}",
            "Feasibility study: {name}",
            name=w.text(header.name),
        ),
        subtitle=w.text(header.question),
        language=w.language,
        meta=meta,
        lead=summary.summary(w),
        sections=[
            Section(identity, w.text(title), chapter(w)) for identity, title, chapter in CHAPTERS
        ],
    )
