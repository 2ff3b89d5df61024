"""Tables of time: the programme, promises and facts, reference classes."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import SE, Row, told, unit
from fucina.study.report.words import KIND, MEASURE
from fucina.study.result import Result
from fucina.study.schema import Study


def programme(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "activity": names.of("activities", a.activity),
            "start": a.start.p50,
            "finish": a.finish.p50,
            "finish_p95": a.finish.p95,
            "critical": a.critical.value,
            "se": a.critical.se,
        }
        for a in result.programme.activities
    ]
    columns = [
        Column("activity", Text("Attività", "Activity")),
        Column("start", Text("Inizio P50", "Start P50"), "number", 0, "month"),
        Column("finish", Text("Fine P50", "Finish P50"), "number", 0, "month"),
        Column("finish_p95", Text("Fine P95", "Finish P95"), "number", 0, "month"),
        Column("critical", Text("sul percorso critico", "on the critical path"), "percent"),
        Column("se", SE, "percent", 1),
    ]
    title = Text(
        "Programma dell’alternativa proposta, mesi dalla decisione",
        "Programme of the proposed alternative, months from the decision",
    )
    return Table("programme", title, columns, rows)


def milestones(study: Study) -> Table:
    kinds = {"promise": Text("promessa", "promise"), "fact": Text("fatto", "fact")}
    rows: list[Row] = [
        {"date": m.date, "kind": kinds[m.kind], "event": m.event} for m in study.milestones
    ]
    columns = [
        Column("date", Text("Data", "Date"), "date"),
        Column("kind", Text("Natura", "Kind")),
        Column("event", Text("Evento", "Event")),
    ]
    return Table("milestones", Text("Promesse e fatti", "Promises and facts"), columns, rows)


def references(study: Study) -> Table:
    rows: list[Row] = [
        {
            "measure": MEASURE[r.measure],
            "case": r.case,
            "told": told(r.value, r.unit),
            "value": r.value,
            "unit": unit(r.unit),
            "year": str(r.year),
            "scope": r.scope,
            "kind": KIND[r.kind],
        }
        for r in study.references
    ]
    columns = [
        Column("measure", Text("Misura", "Measure")),
        Column("case", Text("Caso", "Case")),
        Column("value", Text("Valore", "Value"), "number", 1),
        Column("unit", Text("Unità", "Unit")),
        Column("year", Text("Anno", "Year")),
        Column("scope", Text("Che cosa comprende", "Scope")),
        Column("kind", Text("Natura", "Kind")),
    ]
    return Table("references", Text("Classi di riferimento", "Reference classes"), columns, rows)
