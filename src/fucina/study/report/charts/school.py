"""The degree courses: cohorts, and who teaches them."""

from fucina.documents.charts import Chart, Part, Stack, stacked_bars, stacked_columns
from fucina.documents.numbers import number
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.words import TEACHER
from fucina.study.result import Result


def cohorts(result: Result) -> Chart | None:
    """Students by year of the course, as cohorts follow one another; the first school that there is."""
    if not result.finance.schools:
        return None
    school = result.finance.schools[0]
    full = school.students.mean
    return stacked_columns(
        "cohorts",
        Text("Le coorti, anno dopo anno", "The cohorts, year after year"),
        Text(
            f"Colonne: studenti per anno di corso; a regime {number(full, 'it')} in {len(school.cohorts)} coorti.",
            f"Columns: students by year of the course; {number(full, 'en')} in {len(school.cohorts)} cohorts at full operation.",
        ),
        list(range(1, len(school.cohorts[0].mean) + 1)),
        [
            Part(f"year_{row.name}", Text(f"{row.name}º anno", f"year {row.name}"), row.mean)
            for row in school.cohorts
        ],
        of=Text("anni dall’avvio della scuola", "years from the start of the school"),
        measure=Column("students", Text("studenti (media)", "students (mean)"), "number", 0),
    )


def teachers(result: Result, names: Names) -> Chart | None:
    """Hours of teaching by where the teachers come from."""
    schools = result.finance.schools
    if not schools:
        return None
    kinds = list(TEACHER)
    return stacked_bars(
        "teachers",
        Text("Chi insegna: ore l’anno", "Who teaches: hours a year"),
        Text(
            "Barra al 100%: ore tenute da chi viene dal lavoro, dall’università e dall’arte.",
            "100% bar: hours taught by people from work, from academia and from art.",
        ),
        [
            Stack(names.of("services", s.service), [s.hours_by_teacher[k] for k in kinds])
            for s in schools
        ],
        parts=[TEACHER[k] for k in kinds],
        of=Text("Scuola", "School"),
        measure=Column("hours", Text("ore", "hours"), "number", 0, "h"),
    )
