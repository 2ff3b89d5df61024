"""Tables of what the study plans: strategies, service lines, machines, courses."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import Row, unit
from fucina.study.report.words import KIND
from fucina.study.result import Result
from fucina.study.sampling import Planned as SingleValues
from fucina.study.schema import Study
from fucina.study.strategy import areas, staff


def planned(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "strategy": names.of("strategies", p.strategy),
            "area": p.area,
            "staff": p.staff,
            "equipment": p.equipment.mean,
            "commercial": p.commercial.mean + p.membership.mean,
            "competitive": p.competitive.mean,
            "commercial_share": p.commercial_share,
            "competitive_share": p.competitive_share,
            "core_share": p.core_share,
        }
        for p in result.finance.planned
    ]
    columns = [
        Column("strategy", Text("Strategia", "Strategy")),
        Column("area", Text("Superficie", "Area"), "number", 0, "m2"),
        Column("staff", Text("Personale", "Staff"), "number", 0, "FTE"),
        Column("equipment", Text("Macchine", "Machines"), "millions", 1, "EUR"),
        Column(
            "commercial",
            Text("Ricavi commerciali e quote", "Commercial income and fees"),
            "millions",
            1,
            "EUR",
        ),
        Column(
            "competitive",
            Text("Contributi competitivi", "Competitive grants"),
            "millions",
            1,
            "EUR",
        ),
        Column("commercial_share", Text("quota commerciale", "commercial share"), "percent"),
        Column("competitive_share", Text("quota competitiva", "competitive share"), "percent"),
        Column("core_share", Text("quota di base", "core share"), "percent"),
    ]
    title = Text(
        "Le strategie a regime e la regola dei tre terzi",
        "The strategies at full operation and the rule of thirds",
    )
    return Table("planned", title, columns, rows)


def services(study: Study) -> Table:
    values = SingleValues(study)

    def figure(service: str, name: str) -> float | None:
        found = study.figure("services", service, name)
        return found.value if found else None

    rows: list[Row] = [
        {
            "service": s.name,
            "area": float(areas(study, s.id, values)[0]),
            "staff": float(staff(study, s.id, values)[0]),
            "volume": figure(s.id, "volume"),
            "unit": s.unit_name,
            "price": figure(s.id, "price"),
        }
        for s in study.services
    ]
    columns = [
        Column("service", Text("Linea di servizio", "Service line")),
        Column("area", Text("Superficie", "Area"), "number", 0, "m2"),
        Column("staff", Text("Personale", "Staff"), "number", 1, "FTE"),
        Column("volume", Text("Volume annuo", "Yearly volume"), "number"),
        Column("unit", Text("Unità", "Unit")),
        Column("price", Text("Prezzo unitario", "Unit price"), "number", 2),
    ]
    title = Text(
        "Linee di servizio previste, a regime e a scala 1",
        "Planned service lines, full operation at scale 1",
    )
    return Table("services", title, columns, rows)


def machines(study: Study) -> Table:
    rows: list[Row] = []
    for m in study.machines:
        price = study.need("machines", m.id, "price")
        rows.append(
            {
                "machine": m.name,
                "service": study.named("services")[m.service].name,
                "quantity": study.need("machines", m.id, "quantity").value,
                "price": price.value,
                "unit": unit(price.unit),
                "kind": KIND[price.kind],
            }
        )
    columns = [
        Column("machine", Text("Macchina", "Machine")),
        Column("service", Text("Linea di servizio", "Service line")),
        Column("quantity", Text("Numero", "Quantity"), "number"),
        Column("price", Text("Prezzo, ciascuna", "Price, each"), "number"),
        Column("unit", Text("Valuta", "Currency")),
        Column("kind", Text("Natura del prezzo", "Kind of price")),
    ]
    return Table("machines", Text("Macchine previste", "Planned machines"), columns, rows)


def courses(study: Study) -> Table:
    rows: list[Row] = [
        {
            "course": c.name,
            "hours": study.need("courses", c.id, "hours").value,
            "places": study.need("courses", c.id, "places").value,
            "editions": study.need("courses", c.id, "editions").value,
        }
        for c in study.courses
    ]
    columns = [
        Column("course", Text("Corso", "Course")),
        Column("hours", Text("Ore", "Hours"), "number"),
        Column("places", Text("Posti", "Places"), "number"),
        Column("editions", Text("Edizioni l’anno", "Editions a year"), "number"),
    ]
    return Table("courses", Text("Corsi previsti", "Planned courses"), columns, rows)
