"""The programme, and the reference class of what such buildings cost."""

from fucina.documents.charts import Chart, Interval, Task, gantt, interval_dots
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.result import Result
from fucina.study.schema import Study

LIKELY = 0.5
"""An activity on the critical path in at least this share of the draws is drawn as critical."""


def programme(result: Result, names: Names) -> Chart:
    found = result.programme
    tasks = [
        Task(
            names.of("activities", a.activity),
            a.start.p50,
            a.finish.p50,
            a.finish.p95,
            critical=a.critical.value >= LIKELY,
        )
        for a in found.activities
    ]
    return gantt(
        "programme",
        Text(
            "Il programma, dalla decisione all’apertura",
            "The programme, from the decision to the opening",
        ),
        Text(
            f"Diagramma di Gantt in mesi: apertura al mese {found.opening.p50:.0f} nel caso mediano, {found.opening.p95:.0f} al P95.",
            f"Gantt chart in months: opening in month {found.opening.p50:.0f} in the median case, {found.opening.p95:.0f} at P95.",
        ),
        tasks,
        of=Text("Attività", "Activity"),
        measure=Column(
            "month", Text("mesi dalla decisione", "months from the decision"), "number", 0
        ),
    )


def references(study: Study) -> Chart:
    """Cost per square metre of comparable buildings, in the source's currency, beside the study's own range."""
    own = study.need("parameters", "capex")
    cases = [
        r for r in study.references if r.measure == "capex_per_m2" and r.unit.startswith("EUR")
    ]
    rows = [
        Interval(Text("Questo studio", "This study"), own.low, own.value, own.high, highlight=True)
    ]
    rows += [Interval(r.case, None, r.value, None) for r in sorted(cases, key=lambda r: r.value)]
    return interval_dots(
        "references",
        Text("Costo per m²: lo studio e i casi simili", "Cost per m²: the study and similar cases"),
        Text(
            f"Punti: {len(cases)} casi in euro a prezzi dell’epoca, accanto all’intervallo usato dallo studio.",
            f"Dots: {len(cases)} cases in euro at prices of their time, beside the range used by the study.",
        ),
        rows,
        of=Text("Caso", "Case"),
        measure=Column("cost", Text("costo", "cost"), "number", 0, "EUR/m2"),
    )
