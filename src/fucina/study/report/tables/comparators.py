"""Centres that exist, in the study's currency and prices."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.tables.columns import Row
from fucina.study.sampling import Planned as SingleValues
from fucina.study.schema import Study


def comparators(study: Study) -> Table:
    values = SingleValues(study)

    def value(identity: str, attribute: str) -> float | None:
        if study.figure("archetypes", identity, attribute) is None:
            return None
        return float(values.money("archetypes", identity, attribute)[0])

    attributes = (
        *("area", "staff", "members", "fee", "capital"),
        *("income", "industry_share", "core_share", "opening_months"),
    )
    rows: list[Row] = []
    for a in study.archetypes:
        row: Row = {"centre": a.name, "place": a.place, "sources": ", ".join(a.sources)}
        row |= {name: value(a.id, name) for name in attributes}
        rows.append(row)
    columns = [
        Column("centre", Text("Centro", "Centre")),
        Column("place", Text("Dove", "Where")),
        Column("area", Text("Superficie", "Area"), "number", 0, "m2"),
        Column("staff", Text("Personale", "Staff"), "number", 0, "FTE"),
        Column("members", Text("Soci", "Members"), "number"),
        Column("fee", Text("Quota annua", "Yearly fee"), "money", 0, "EUR"),
        Column("capital", Text("Investimento", "Investment"), "millions", 1, "EUR"),
        Column("income", Text("Entrate annue", "Yearly income"), "millions", 1, "EUR"),
        Column("industry_share", Text("dall’industria", "from industry"), "percent"),
        Column("core_share", Text("di base", "core"), "percent"),
        Column("opening_months", Text("Apertura", "Opening"), "number", 0, "month"),
        Column("sources", Text("Fonti", "Sources")),
    ]
    title = Text("Centri di confronto", "Comparator centres")
    return Table("comparators", title, columns, rows)
