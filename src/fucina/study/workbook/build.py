"""Builds the book: sheet after sheet, from what is asked to what is answered."""

import math
from typing import Any

from fucina.documents.text import Language, Text
from fucina.study.demand import PROXIES
from fucina.study.evaluation.combination import Combination, plan
from fucina.study.evaluation.tableau import TAIL
from fucina.study.result import Result
from fucina.study.sampling import Planned, Sample
from fucina.study.schedule import opening
from fucina.study.schema import Study
from fucina.study.workbook import (
    cash,
    funding,
    indicators,
    inputs,
    lines,
    partners,
    programme,
    readme,
    running,
    site,
    statements,
    timing,
)
from fucina.study.workbook.book import Book
from fucina.study.workbook.case import Case

SPARE = 4
"""Years beyond the last one that counts, for whoever moves the opening."""
INPUTS = Text("Ipotesi", "Inputs")
INPUTS_NOTE = Text(
    "Ogni dato su cui poggia la combinazione proposta. Le celle gialle sono le sole in cui scrivere.",
    "Every figure that the proposed combination rests on. The yellow cells are the only ones to write in.",
)


def workbook(study: Study, result: Result, language: Language, draw: int | None = None) -> Any:
    """The proposed combination of a result as an openpyxl workbook in which everything but the figures is a formula.

    With the plan's single values, or with the figures of the result's draw number ``draw`` (from 0). Raises
    ValueError for a draw that the result does not have, or a result of another study.
    """
    if draw is not None and not 0 <= draw < result.draws:
        raise ValueError(f"draw: from 0 to {result.draws - 1}, not {draw}")
    whole = plan(study, next(proxy for proxy in PROXIES if proxy == result.proxy))
    chosen = next((c for c in whole.combinations if c.id == result.decision.combination), None)
    if chosen is None:
        raise ValueError(f"combination: {result.decision.combination} is none of this study")
    sample = Planned(study) if draw is None else Sample(study, 1, result.seed, draw)
    book = Book(language, study.header.first_year, _width(study, chosen, sample))
    case = Case(
        study=study,
        sample=sample,
        demand=whole.demand,
        alternative=chosen.alternative,
        strategy=next(s for s in study.strategies if s.id == chosen.strategy),
        form=next(f for f in study.forms if f.id == chosen.form),
        book=book,
        inputs=inputs.Inputs(book, sample),
    )
    _write(case, result, draw)
    return book.file


def _write(case: Case, result: Result, draw: int | None) -> None:
    book = case.book
    front = book.sheet(readme.TITLE, readme.NOTE)
    asked = book.sheet(INPUTS, INPUTS_NOTE)
    place = site.write(book.sheet(site.TITLE, site.NOTE), case)
    time = timing.write(book.sheet(timing.TITLE, timing.NOTE, yearly=True), case)
    offer = programme.write(book.sheet(programme.TITLE, programme.NOTE), case)
    rows = lines.write(book.sheet(lines.TITLE, lines.NOTE, yearly=True), case, place, offer, time)
    paid = funding.write(
        book.sheet(funding.TITLE, funding.NOTE, yearly=True), case, place, offer, time
    )
    run = running.write(
        book.sheet(running.TITLE, running.NOTE, yearly=True), case, place, offer, time, rows
    )
    flow = cash.write(book.sheet(cash.TITLE, cash.NOTE, yearly=True), rows, paid, run)
    earned = statements.income(
        book.sheet(statements.INCOME, statements.INCOME_NOTE, yearly=True),
        case,
        offer,
        time,
        rows,
        paid,
        run,
    )
    check = statements.balance(
        book.sheet(statements.BALANCE, statements.BALANCE_NOTE, yearly=True),
        rows,
        paid,
        run,
        flow,
        earned,
    )
    parties = book.sheet(partners.TITLE, partners.NOTE)
    found = indicators.write(
        book.sheet(indicators.TITLE, indicators.NOTE, yearly=True),
        case,
        offer,
        time,
        rows,
        paid,
        run,
        flow,
    )
    partners.write(parties, case, time, paid, run, flow, found)
    case.inputs.write(asked)
    readme.write(front, case, result, draw, time, found, check)


def _width(study: Study, chosen: Combination, sample: Sample) -> int:
    """Years from the decision to the end of the period appraised, those in which balances are paid, and some more."""
    months = float(opening(study, chosen.alternative, chosen.form, sample)[0])
    return math.ceil(months / 12 + study.header.horizon_years) + TAIL + SPARE
