"""The programme, and the reference class of what such buildings cost."""

from fucina.documents.charts import Chart, Interval, Stop, Task, gantt, interval_dots
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
        [
            Stop(names.of("gates", g.gate), g.month.p50, g.month.p95, g.opens)
            for g in result.decision.gates
        ],
        of=Text("Attività", "Activity"),
        measure=Column(
            "month", Text("mesi dalla decisione", "months from the decision"), "number", 0
        ),
    )


def openings(study: Study, result: Result) -> Chart:
    """The plan as written, the same with what happened elsewhere, and centres that exist."""
    found = result.programme
    inside = Text("il programma com’è scritto", "the programme as written")
    outside = Text("con i ritardi visti altrove", "with delays seen elsewhere")
    rows = [
        Interval(inside, None, found.planned_months, None),
        Interval(outside, found.opening.p05, found.opening.p50, found.opening.p95, highlight=True),
    ]
    for archetype in study.archetypes:
        figure = study.figure("archetypes", archetype.id, "opening_months")
        if figure is not None:
            rows.append(Interval(archetype.name, figure.low, figure.value, figure.high))
    return interval_dots(
        "openings",
        Text("Quanto manca all’apertura: due sguardi", "How long to the opening: two views"),
        Text(
            f"Punti: {found.planned_months:.0f} mesi nel programma, {found.opening.p50:.0f} con i ritardi visti altrove (P5–P95 nella barra).",
            f"Dots: {found.planned_months:.0f} months in the programme, {found.opening.p50:.0f} with delays seen elsewhere (bar: P5–P95).",
        ),
        rows,
        of=Text("Sguardo", "View"),
        measure=Column(
            "months", Text("mesi dalla decisione", "months from the decision"), "number", 0, "month"
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
