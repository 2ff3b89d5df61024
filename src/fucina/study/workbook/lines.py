"""Lines: every line of the yearly cash flow, first at full operation, then year by year."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.schema import Service
from fucina.study.strategy import COHORT_RAMP, LINE_KINDS, LineKind
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet, Years
from fucina.study.workbook.case import MODEL, Case
from fucina.study.workbook.formula import ONE, ZERO, least, minus, over, plus, times
from fucina.study.workbook.programme import Programme, School
from fucina.study.workbook.site import Site
from fucina.study.workbook.timing import Timing

TITLE = Text("Linee", "Lines")
NOTE = Text(
    "Ogni linea: quanto si chiede dove sta la sede media, per quanto attrae questa, mai oltre quanto si può dare.",
    "Each line: what is asked where the mean seat stands, times this one’s pull, never beyond what can be given.",
)
KIND: dict[LineKind, Text] = {
    "commercial": Text("Ricavi commerciali", "Commercial income"),
    "membership": Text("Quote associative", "Membership fees"),
    "competitive": Text("Contributi competitivi", "Competitive grants"),
    "running": Text("Personale e costi d’esercizio", "Staff and running costs"),
    "renewal": Text("Rinnovo delle macchine", "Machine renewal"),
    "benefit": Text("Benefici per imprese e società", "Benefits to firms and society"),
}
HEAD = (
    Text("Linea", "Line"),
    Text("Specie", "Kind"),
    Text("Richiesto", "Wanted"),
    Text("Attrazione", "Pull"),
    Text("Tetto", "Ceiling"),
    Text("Sedi o adesioni", "Seats or members"),
    Text("A regime", "At full operation"),
)
SHAPES = (style.PLAIN, style.PLAIN, style.MONEY, style.FACTOR, style.MONEY, style.FACTOR, style.MONEY)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A line as formulas; without a ceiling nothing holds it back. ``start`` and ``ramp`` in years from the opening."""

    label: str
    kind: LineKind
    wanted: str
    ceiling: str | None
    pulled: bool
    start: str
    ramp: str


@dataclass(frozen=True)
class Lines:
    """The sum of the lines of each kind year by year; ``renewal`` is a year's at full operation."""

    of_kind: dict[LineKind, Years]
    renewal: str

    @property
    def income(self) -> tuple[Years, Years]:
        return self.of_kind["commercial"], self.of_kind["membership"]


def write(sheet: Sheet, case: Case, site: Site, offer: Programme, timing: Timing) -> Lines:
    found = _lines(case, offer)
    members = case.inputs.of("forms", case.form.id, "membership", ONE)
    factor: dict[LineKind, str] = {"running": site.spread, "membership": members}
    sheet.heading(Text("A regime", "At full operation"))
    sheet.head(*HEAD)
    full = [_full(sheet, line, site.pull, factor.get(line.kind, ONE)) for line in found]
    sheet.heading(Text("Anno per anno", "Year by year"))
    of_kind = {}
    for kind in LINE_KINDS:
        rows = []
        for line, amount in zip(found, full, strict=True):
            if line.kind == kind:
                level = timing.profile(line.start, line.ramp)
                rows.append(_yearly(sheet, line, amount, level))
        of_kind[kind] = _total(sheet, kind, rows)
    renewals = [a for a, line in zip(full, found, strict=True) if line.kind == "renewal"]
    return Lines(of_kind, plus(*renewals))


def _full(sheet: Sheet, line: Line, pull: str, factor: str) -> str:
    row, own = sheet.next, f"{sheet.quoted}!"
    amount = f"{own}C{row}" if not line.pulled else times(f"{own}C{row}", f"{own}D{row}")
    if line.ceiling is not None:
        amount = least(amount, f"{own}E{row}")
    sheet.row(
        [
            line.label,
            KIND[line.kind][sheet.book.language],
            Formula(line.wanted),
            Formula(pull) if line.pulled else None,
            Formula(line.ceiling) if line.ceiling else None,
            Formula(factor) if factor != ONE else None,
            Formula(times(amount, f"{own}F{row}" if factor != ONE else ONE)),
        ],
        SHAPES,
    )
    return sheet.ref("G", row)


def _yearly(sheet: Sheet, line: Line, amount: str, level: Years) -> Years:
    beside = f"{sheet.quoted}!$C{sheet.next}"
    return sheet.years(
        Text(line.label, line.label),
        lambda t: times(beside, level[t]),
        note=KIND[line.kind][sheet.book.language],
        amount=amount,
    )


def _total(sheet: Sheet, kind: LineKind, rows: list[Years]) -> Years:
    def of(t: int) -> str:
        if not rows:
            return ZERO
        return f"SUM({rows[0][t]}:{rows[-1][t].split('!')[1]})"

    return sheet.years(KIND[kind], of, total=True)


def _lines(case: Case, offer: Programme) -> list[Line]:
    """The lines of all services, and the membership; one that can never be anything but nothing is left out."""
    services = [s for s in case.study.services if s.id in offer.offered]
    found = [line for service in services for line in _of_service(case, service, offer)]
    if services:
        found.append(_membership(case))
    return [line for line in found if line.wanted != ZERO]


def _of_service(case: Case, service: Service, offer: Programme) -> list[Line]:
    start, ramp = _start(case, service.id), _ramp(case, service.id)
    label = case.called("services", service.id)
    own = offer.offered[service.id]
    renewal = Line(label, "renewal", own.renewal, None, False, start, ramp)
    school = offer.schools.get(service.id)
    if school is not None:
        return [*_taught(case, service, school), renewal]
    whole = over(own.payroll, case.inputs.of("parameters", "personnel-share"))
    running = Line(label, "running", whole, None, False, start, ramp)
    return [*_sold(case, service, offer), running, renewal]


def _sold(case: Case, service: Service, offer: Programme) -> list[Line]:
    """No more than the volume at the use that is drawn, no more than is asked for."""
    inputs, name = case.inputs, service.id
    start, ramp, label = _start(case, name), _ramp(case, name), case.called("services", name)
    own = offer.offered[name]
    units = times(own.able, offer.use)
    found = []
    kinds: tuple[tuple[LineKind, str], ...] = (("commercial", "price"), ("benefit", "benefit"))
    for kind, attribute in kinds:
        each = inputs.money("services", name, attribute, ZERO)
        if kind == "benefit" and each != ZERO:
            each = times(each, inputs.parameter("benefit-realised"))
        if own.asked is None:
            found.append(Line(label, kind, times(each, units), None, True, start, ramp))
        else:
            found.append(
                Line(label, kind, times(each, own.asked), times(each, units), True, start, ramp)
            )
    won = own.able if own.asked is None else least(own.able, own.asked)
    grant = inputs.money("services", name, "grant", ZERO)
    found.append(Line(label, "competitive", times(grant, won), None, False, start, ramp))
    return found


def _taught(case: Case, service: Service, school: School) -> list[Line]:
    """A line for each course year, which begins with its cohort, and one for what all years share."""
    degree = next(d for d in case.study.degrees if d.service == service.id)
    worth = case.inputs.money("degrees", degree.id, "graduate_benefit", ZERO)
    if worth != ZERO:
        worth = times(worth, case.inputs.parameter("benefit-realised"))
    begins, label = _start(case, service.id), case.called("services", service.id)
    ramp = case.inputs.given(
        "model.cohort-ramp",
        Text("Anni perché un nuovo anno di corso sia avviato", "Years until a new course year is in full swing"),
        COHORT_RAMP,
        "year",
        MODEL,
    )  # fmt: skip
    found: list[Line] = []
    for year in school.years:
        start = plus(begins, str(year.number - 1))
        amounts: tuple[tuple[LineKind, str], ...] = (
            ("commercial", year.fees),
            ("competitive", year.grant),
            ("running", year.cost),
            ("benefit", times(year.graduates, worth)),
        )
        name = f"{label} · {year.number}"
        found += [Line(name, kind, amount, None, False, start, ramp) for kind, amount in amounts]
    found.append(Line(label, "commercial", school.firms, None, False, begins, ramp))
    found.append(Line(label, "running", school.shared, None, False, begins, ramp))
    return found


def _membership(case: Case) -> Line:
    inputs, name = case.inputs, case.strategy.id
    kept = times(
        inputs.of("strategies", name, "members"),
        inputs.money("strategies", name, "fee"),
        minus(ONE, inputs.of("parameters", "member-churn")),
    )
    label = KIND["membership"][case.book.language]
    ramp = inputs.of("strategies", name, "ramp_years")
    return Line(label, "membership", kept, None, False, ZERO, ramp)


def _start(case: Case, service: str) -> str:
    months = case.inputs.of("services", service, "start_months", ZERO)
    return months if months == ZERO else f"{months}/12"


def _ramp(case: Case, service: str) -> str:
    own = case.inputs.of("strategies", case.strategy.id, "ramp_years")
    return case.inputs.of("services", service, "ramp_years", own)
