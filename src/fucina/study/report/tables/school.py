"""Tables of the degree courses."""

import numpy as np

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import PLURALS, Names
from fucina.study.report.tables.columns import Row, spread, told_figure, unit
from fucina.study.report.words import KIND, TEACHER
from fucina.study.result import Result, SchoolAccount, Spread
from fucina.study.sampling import Planned as SingleValues
from fucina.study.schema import Study
from fucina.study.school import school as taught

SCHOOL = Column("school", Text("Scuola", "School"))


def school(result: Result, names: Names) -> Table:
    """The schools at full operation: people, hours and money a year, over the draws."""
    rows = [
        {"school": names.of("services", s.service), **row}
        for s in result.finance.schools
        for row in _rows(s)
    ]
    columns = [
        SCHOOL,
        Column("item", Text("Voce", "Item")),
        Column("unit", Text("Unità", "Unit")),
        Column("mean", Text("Media", "Mean"), "number", 1),
        Column("p05", Text("P5", "P5"), "number", 1),
        Column("p95", Text("P95", "P95"), "number", 1),
    ]
    return Table(
        "school", Text("La scuola a regime", "The school at full operation"), columns, rows
    )


def _rows(found: SchoolAccount) -> list[Row]:
    told: list[tuple[Text, str, Spread]] = [
        (Text("studenti", "students"), "person", found.students),
        (Text("diplomati l’anno", "graduates a year"), "person/year", found.graduates),
        (
            Text(
                "ore-studente: lezioni, laboratori, tirocini",
                "student-hours: class, laboratory, internship",
            ),
            "h/year",
            found.student_hours,
        ),
        (Text("ore macchina", "machine hours"), "h/year", found.machine_hours),
        (Text("costi", "costs"), "EUR/year", found.cost),
        (Text("entrate", "income"), "EUR/year", found.income),
        (
            Text(
                "costo di un’ora-studente, macchine comprese",
                "cost of a student-hour, machines included",
            ),
            "EUR/h",
            found.cost_per_hour,
        ),
    ]
    rows: list[Row] = [
        {"item": name, "unit": unit(measure), **spread(values)} for name, measure, values in told
    ]
    rows += [
        {
            "item": Text(f"ore di docenza {kind.it}", f"teaching hours {kind.en}"),
            "unit": unit("h/year"),
            "mean": found.hours_by_teacher[key],
        }
        for key, kind in TEACHER.items()
    ]
    return rows


def school_accounts(study: Study) -> Table:
    """What a year of full operation costs and brings, item by item, at the single values and scale 1."""
    values = SingleValues(study)
    rows: list[Row] = []
    for degree in study.degrees:
        found = taught(study, degree, np.ones(1), values)

        def of(attribute: str, identity: str = degree.id) -> float:
            return float(values.money("degrees", identity, attribute, default=0.0)[0])

        students = float(found.students[0])
        paid_for_outcome = of("grant_student") * of("outcome_share") * of("outcome")
        items = {
            Text("docenza", "teaching"): -sum(float(y.teaching[0]) for y in found.years),
            Text("tirocini in impresa", "internships in firms"): -sum(
                float(y.internship[0]) for y in found.years
            ),
            Text("seminari e residenze d’artista", "artists’ seminars and residencies"): -float(
                found.arts[0]
            ),
            Text("direzione, segreteria, tutor", "direction, secretariat, tutors"): -float(
                found.overhead[0]
            ),
            Text("contributi degli studenti", "students’ fees"): sum(
                float(y.fees[0]) for y in found.years
            ),
            Text("posti venduti alle imprese", "seats sold to firms"): float(found.firm_income[0]),
            Text("contributo pubblico per ore erogate", "public grant for hours given"): of("hours")
            * of("grant_hour")
            * len(found.years),
            Text(
                "contributo per studente, parte certa", "grant for each student, sure part"
            ): students * of("grant_student") * (1 - of("outcome_share")),
            Text(
                "contributo per studente, parte a esito", "grant for each student, by outcome"
            ): students * paid_for_outcome,
        }
        rows += [{"school": degree.name, "item": k, "amount": v} for k, v in items.items()]
        rows.append(
            {
                "school": degree.name,
                "item": Text("saldo", "balance"),
                "amount": float((found.income - found.cost)[0]),
            }
        )
    columns = [
        SCHOOL,
        Column("item", Text("Voce", "Item")),
        Column("amount", Text("All’anno", "A year"), "money", 0, "EUR"),
    ]
    title = Text(
        "Il conto della scuola, voce per voce (valori centrali, scala 1)",
        "The school’s account, item by item (single values, scale 1)",
    )
    return Table("school_accounts", title, columns, rows)


def school_plan(study: Study) -> Table:
    """Every figure of the courses, as the study states it."""
    words = {a.name: a.text for a in PLURALS["degrees"].attributes}
    rows: list[Row] = []
    for key, figure in study.figures.items():
        plural, subject, attribute = key.split(".")
        if plural == "degrees":
            rows.append(
                {
                    "school": study.named("degrees")[subject].name,
                    "item": words[attribute],
                    "told": told_figure(figure),
                    "low": figure.low,
                    "value": figure.value,
                    "high": figure.high,
                    "unit": unit(figure.unit),
                    "kind": KIND[figure.kind],
                    "source": figure.source,
                }
            )
    columns = [
        SCHOOL,
        Column("item", Text("Dato", "Figure")),
        Column("low", Text("Min", "Low"), "number", 2),
        Column("value", Text("Valore", "Value"), "number", 2),
        Column("high", Text("Max", "High"), "number", 2),
        Column("unit", Text("Unità", "Unit")),
        Column("kind", Text("Natura", "Kind")),
        Column("source", Text("Fonte", "Source")),
    ]
    return Table(
        "school_plan", Text("Il disegno della scuola", "The design of the school"), columns, rows
    )
