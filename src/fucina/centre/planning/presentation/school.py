"""The Makers' School: cohorts, hours, who teaches, what a student's hour costs and who pays."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import of_subject, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import SchoolAccount, Spread
from fucina.study.schema import Degree


@dataclass(frozen=True)
class Course:
    id: str
    name: str
    description: str
    key_figures: list[dict[str, str]]
    teachers: Table
    cohorts: Table
    money: Table
    figures: Table
    sources: list[dict[str, str]]


@dataclass(frozen=True)
class School:
    courses: list[Course]
    students: str
    cost: str
    proposed: bool


def school(reader: Reader) -> School:
    accounts = reader.result.finance.schools
    degrees = {degree.service: degree for degree in reader.study.degrees}
    proposed = next(s for s in reader.study.strategies if s.id == reader.result.decision.strategy)
    return School(
        courses=[_course(reader, account, degrees[account.service]) for account in accounts],
        students=reader.number(sum(account.students.mean for account in accounts)),
        cost=_euro(reader, accounts[0].cost_per_hour.mean, 2) if accounts else "",
        proposed=any(account.service in proposed.services for account in accounts),
    )


def _course(reader: Reader, account: SchoolAccount, degree: Degree) -> Course:
    return Course(
        id=degree.id,
        name=reader.said(degree.name),
        description=reader.said(degree.description),
        key_figures=_key_figures(reader, account),
        teachers=_teachers(reader, account),
        cohorts=_cohorts(reader, account),
        money=_money(reader, account),
        figures=resting(
            reader,
            of_subject(reader, "degrees", degree.id),
            _("Figures of the course: %(name)s") % {"name": reader.said(degree.name)},
            own=True,
        ),
        sources=[
            {
                "title": reader.sources[s].title,
                "publisher": reader.sources[s].publisher,
                "url": reader.source_url(s),
            }
            for s in degree.sources
        ],
    )


def _key_figures(reader: Reader, account: SchoolAccount) -> list[dict[str, str]]:
    items: list[tuple[str, Spread, str]] = [
        (_("Students at a time"), account.students, ""),
        (_("Graduates a year"), account.graduates, ""),
        (_("Student-hours a year"), account.student_hours, ""),
        (_("Machine hours a year"), account.machine_hours, ""),
    ]
    found = [
        {
            "label": label,
            "value": reader.number(spread.mean),
            "url": "#how",
            "note": f"{reader.number(spread.p05)} – {reader.number(spread.p95)}",
        }
        for label, spread, _unit in items
    ]
    cost = account.cost_per_hour
    return [
        *found,
        {
            "label": _("Cost of a student-hour"),
            "value": _euro(reader, cost.mean, 2),
            "url": "#how",
            "note": f"{_euro(reader, cost.p05, 2)} – {_euro(reader, cost.p95, 2)}",
        },
    ]


def _teachers(reader: Reader, account: SchoolAccount) -> Table:
    names = {
        "work": _("People who work in firms"),
        "art": _("Artists and designers"),
        "academia": _("University lecturers"),
    }
    total = sum(account.hours_by_teacher.values()) or 1.0
    columns = [
        text_column(_("Who teaches")),
        number_column(_("Hours a year")),
        number_column(_("Share")),
    ]
    rows = [
        row(
            [
                names.get(kind, kind),
                cell(reader.number(hours), value=hours),
                cell(reader.percent(hours / total), value=hours / total),
            ]
        )
        for kind, hours in account.hours_by_teacher.items()
    ]
    return Table(_("Hours taught by whom"), columns, rows)


def _cohorts(reader: Reader, account: SchoolAccount) -> Table:
    years = max((len(cohort.mean) for cohort in account.cohorts), default=0)
    shown = min(years, 6)
    columns = [
        text_column(_("Year of the course")),
        *(number_column(_("Year %(year)s") % {"year": year}) for year in range(1, shown + 1)),
    ]
    rows: list[Row] = [
        row(
            [
                cohort.name,
                *(cell(reader.number(x), value=x) for x in cohort.mean[:shown]),
            ]
        )
        for cohort in account.cohorts
    ]
    return Table(_("Students of each year, from the school’s opening"), columns, rows)


def _money(reader: Reader, account: SchoolAccount) -> Table:
    columns = [
        text_column(_("A year at full operation")),
        number_column(_("Mean")),
        number_column(_("90% of the futures")),
    ]
    items = (
        (_("Costs"), account.cost),
        (_("Income: fees, seats sold to firms, grants"), account.income),
    )
    rows: list[Row] = [
        row(
            [
                name,
                cell(reader.millions(spread.mean, 2), value=spread.mean),
                f"{reader.millions(spread.p05, 2)} – {reader.millions(spread.p95, 2)}",
            ]
        )
        for name, spread in items
    ]
    gap = account.income.mean - account.cost.mean
    rows.append(
        row(
            [_("What the centre adds") if gap < 0 else _("What it leaves the centre"),
             cell(reader.millions(abs(gap), 2), value=abs(gap)), "–"],
            emphasis=True,
        )
    )  # fmt: skip
    return Table(_("What the school costs and brings"), columns, rows)


def _euro(reader: Reader, amount: float, digits: int) -> str:
    return reader.quantity(amount, reader.study.header.currency, digits)
