"""The report: every number in its text is generated from the study and its result."""

from fucina.documents.numbers import date
from fucina.documents.report import Report, Section
from fucina.documents.text import Language
from fucina.study.report.chapters import location, method, money, programme, register, summary
from fucina.study.report.writer import Writer
from fucina.study.result import Result
from fucina.study.schema import Study


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
            Section("method", w.say("Metodo", "Method"), method.method(w)),
            Section(
                "comparators",
                w.say("Confronti e classi di riferimento", "Comparators and reference classes"),
                method.comparators(w),
            ),
            Section(
                "location",
                w.say("Sede e localizzazione", "Seat and location"),
                location.location(w),
            ),
            Section(
                "decision",
                w.say("La scelta e su che cosa poggia", "The choice and what it rests on"),
                location.decision(w),
            ),
            Section(
                "strategy",
                w.say("Servizi e strategie", "Services and strategies"),
                money.strategy(w),
            ),
            Section("finance", w.say("Conti", "Accounts"), money.finance(w)),
            Section("programme", w.say("Programma", "Programme"), programme.programme(w)),
            Section("governance", w.say("Governo", "Governance"), programme.governance(w)),
            Section("risk", w.say("Rischi", "Risks"), programme.risk(w)),
            Section(
                "register",
                w.say("Registro dei dati e fonti", "Register of figures and sources"),
                register.register(w),
            ),
        ],
    )
