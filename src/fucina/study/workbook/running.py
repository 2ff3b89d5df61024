"""Running: what a year of operation costs, and the stable money that pays part of it."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.workbook.book import Sheet, Years
from fucina.study.workbook.case import Case
from fucina.study.workbook.formula import ONE, ZERO, plus, times
from fucina.study.workbook.funding import Given, asked, obtained, payment
from fucina.study.workbook.lines import Lines
from fucina.study.workbook.programme import Programme
from fucina.study.workbook.site import Site
from fucina.study.workbook.timing import Timing

TITLE = Text("Esercizio", "Running")
NOTE = Text(
    "Costi d’esercizio di ogni anno e contributi di base: maturati con i costi, incassati nei tempi di ciascuna fonte.",
    "Each year’s running costs and core funding: earned with the costs, received as each source pays.",
)


@dataclass(frozen=True)
class Running:
    """``due`` is core funding as it is earned, ``paid`` as it comes, also by source (``sources``)."""

    rent: Years
    bodies: Years
    total: Years
    due: Years
    paid: Years
    sources: tuple[tuple[Given, Years], ...]


def write(
    sheet: Sheet, case: Case, site: Site, offer: Programme, timing: Timing, lines: Lines
) -> Running:
    people = lines.of_kind["running"]
    present = timing.present
    duties = case.inputs.money("forms", case.form.id, "running_cost", ZERO)
    lined = sheet.years(
        Text("Personale e costi delle linee", "Staff and costs of the lines"), lambda t: people[t]
    )
    rent = sheet.years(Text("Canoni", "Rent"), lambda t: times(offer.area, site.rent, present[t]))
    bodies = sheet.years(
        Text("Organi e adempimenti", "Bodies and duties"), lambda t: times(duties, present[t])
    )
    total = sheet.years(
        Text("Costi d’esercizio", "Running costs"),
        lambda t: plus(lined[t], rent[t], bodies[t]),
        total=True,
    )
    sheet.heading(Text("Contributi di base", "Core funding"))
    records = [source for source in case.study.funding if source.kind == "core"]
    given = [Given(record, ONE, payment(case, record)) for record in records]
    due = [_due(sheet, case, source, total) for source in given]
    due_total = _sum(sheet, Text("Contributi di base maturati", "Core funding earned"), due)
    paid = [_paid(sheet, source, row) for source, row in zip(given, due, strict=True)]
    paid_total = _sum(sheet, Text("Contributi di base incassati", "Core funding received"), paid)
    return Running(rent, bodies, total, due_total, paid_total, tuple(zip(given, paid, strict=True)))


def _due(sheet: Sheet, case: Case, source: Given, total: Years) -> Years:
    record = source.record
    return sheet.years(
        record.name,
        lambda t: times(obtained(case, record), asked(case, record, total[t])),
        note=Text("maturato", "earned")[case.book.language],
    )


def _paid(sheet: Sheet, source: Given, due: Years) -> Years:
    note = Text("incassato", "received")[sheet.book.language]
    return sheet.years(source.record.name, lambda t: source.paid(due, t), note=note)


def _sum(sheet: Sheet, label: Text, rows: list[Years]) -> Years:
    return sheet.years(label, lambda t: plus(*(row[t] for row in rows)), total=True)
