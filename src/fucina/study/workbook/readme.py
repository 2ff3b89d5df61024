"""Read me: what the book is, how to use it, and whether it holds."""

from fucina.documents.numbers import number
from fucina.documents.text import Text
from fucina.study.result import Result
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet
from fucina.study.workbook.case import Case
from fucina.study.workbook.indicators import LABELS, Indicators
from fucina.study.workbook.timing import Timing

TITLE = Text("Leggimi", "Read me")
NOTE = Text(
    "La combinazione proposta come foglio di calcolo: dai dati agli indicatori, solo formule.",
    "The proposed combination as a spreadsheet: from figures to indicators, formulas only.",
)
PLAN = Text("I valori unici del piano, non una media.", "The plan’s single values, not a mean.")
DRAW = Text("L’estrazione {draw} di {draws}, seme {seed}.", "Draw {draw} of {draws}, seed {seed}.")
HOW = (
    Text(
        "Si scrive soltanto nelle celle gialle del foglio «Ipotesi»: tutto il resto si ricalcola.",
        "Write in the yellow cells of the sheet “Inputs” only: everything else follows.",
    ),
    Text(
        "Gli importi sono in {currency} ai prezzi del {year}; gli anni si contano dalla decisione.",
        "Amounts are in {currency} at {year} prices; years count from the decision.",
    ),
    Text(
        "Cambiando la sede o le linee di servizio cambia il modello: serve un nuovo calcolo con Fucina.",
        "Another site or other service lines make another model: run the study again.",
    ),
    Text(
        "Se le celle sembrano vuote, il programma non ha ancora calcolato: abilitare le modifiche o premere F9.",
        "If cells look empty, the program has not calculated yet: enable editing, or press F9.",
    ),
)
SHORT = Text("basta", "enough")
TOO_SHORT = Text(
    "gli anni del foglio non bastano: rifare il calcolo", "the sheet has too few years: run again"
)
BALANCED = Text("quadra", "balanced")
UNBALANCED = Text("non quadra", "does not balance")


def write(
    sheet: Sheet,
    case: Case,
    result: Result,
    draw: int | None,
    timing: Timing,
    found: Indicators,
    check: str,
) -> None:
    language, study = case.book.language, case.study
    sheet.widths(64, 30, 22)
    sheet.heading(Text("Che cosa contiene", "What it holds"))
    words = PLAN if draw is None else DRAW
    facts = [
        (Text("Studio", "Study"), study.header.name[language]),
        (Text("Sede", "Seat"), " + ".join(case.called("seats", s) for s in case.alternative.seats)),
        (Text("Strategia", "Strategy"), case.strategy.name[language]),
        (Text("Forma giuridica", "Legal form"), case.form.name[language]),
        (
            Text("Valori", "Values"),
            words[language].format(
                draw=draw, draws=number(result.draws, language), seed=result.seed
            ),
        ),
        (Text("Impronta dello studio", "The study’s fingerprint"), result.fingerprint[:16] or "–"),
        (Text("Programma", "Program"), f"Fucina {result.fucina}"),
    ]
    for label, value in facts:
        sheet.row([label[language], value], [style.PLAIN, style.PLAIN])
    sheet.heading(Text("Come si usa", "How to use it"))
    for line in HOW:
        sheet.say(
            line[language].format(currency=study.header.currency, year=study.header.price_year),
            height=28,
        )
    sheet.heading(Text("Indicatori", "Indicators"))
    for key, label in LABELS.items():
        shape = style.FACTOR if key in ("served", "ratio", "gap") else style.MONEY
        sheet.row([label[language], None, Formula(found.names[key])], [style.PLAIN, style.PLAIN, shape])  # fmt: skip
    sheet.heading(Text("Controlli", "Checks"))
    years = f'IF(ROUNDUP({timing.closing},0)+2<={case.book.width},"{SHORT[language]}","{TOO_SHORT[language]}")'
    balance = f'IF({check}<0.01,"{BALANCED[language]}","{UNBALANCED[language]}")'
    for text, formula in (
        (Text("Gli anni del foglio", "The sheet’s years"), years),
        (Text("Lo stato patrimoniale", "The balance sheet"), balance),
    ):
        sheet.row([text[language], None, Formula(formula)], [style.PLAIN] * 3)
