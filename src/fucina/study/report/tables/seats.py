"""Tables of the seats and of the location alternatives."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import ALTERNATIVE, SE, Row, joined
from fucina.study.report.words import LOCATION_KIND, PROOF
from fucina.study.result import Estimated, Result
from fucina.study.schema import Study


def seats(study: Study, result: Result, names: Names) -> Table:
    chance = {r.id: r.probability for r in result.decision.seats}
    never = Estimated(value=0, se=0)
    rows: list[Row] = [
        {
            "seat": names.seat(s.id),
            "probability": chance.get(s.id, never).value,
            "se": chance.get(s.id, never).se,
            "within_20": s.within_20,
            "within_30": s.within_30,
            "within_45": s.within_45,
            "mean_minutes": s.mean_minutes,
            "stops": s.stops,
            "university_km": s.university_km,
            "capacity": s.capacity,
            "required": s.required_area,
            "holds": s.holds_probability.value,
        }
        for s in sorted(result.seats, key=lambda s: -chance.get(s.id, never).value)
    ]
    columns = [
        Column("seat", Text("Sede", "Seat")),
        Column("probability", Text("Prima", "First"), "percent", 1),
        Column("se", SE, "percent", 1),
        Column("within_20", Text("Entro 20 min", "Within 20 min"), "percent"),
        Column("within_30", Text("Entro 30 min", "Within 30 min"), "percent"),
        Column("within_45", Text("Entro 45 min", "Within 45 min"), "percent"),
        Column("mean_minutes", Text("Tempo medio", "Mean time"), "number", 0, "min"),
        Column("stops", Text("Fermate vicine", "Stops nearby"), "number"),
        Column("university_km", Text("Dal Politecnico", "From the Politecnico"), "number", 1, "km"),
        Column("capacity", Text("Capienza", "Capacity"), "number", 0, "m2"),
        Column("required", Text("Fabbisogno", "Need"), "number", 0, "m2"),
        Column("holds", Text("Contiene tutto", "Holds it all"), "percent"),
    ]
    title = Text(
        "Sedi candidate: bacino, trasporti, capienza",
        "Candidate seats: catchment, transport, capacity",
    )
    return Table("seats", title, columns, rows)


def alternatives(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "alternative": a.name,
            "kind": LOCATION_KIND[a.kind],
            "seats": joined([names.seat(s) for s in a.seats]),
            "too_small": joined([names.seat(s) for s in a.too_small]),
            "value": a.proof.value if a.proof else None,
            "bound": a.proof.bound if a.proof else None,
            "status": PROOF[a.proof.status] if a.proof else None,
        }
        for a in result.alternatives
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        Column("kind", Text("Ipotesi", "Hypothesis")),
        Column("seats", Text("Sedi", "Seats")),
        Column("too_small", Text("Non contengono la loro parte", "Cannot hold their share")),
        Column("value", Text("Tempo totale pesato", "Weighted total time"), "number", 0, "min"),
        Column("bound", Text("Limite inferiore", "Lower bound"), "number", 0, "min"),
        Column("status", Text("Prova", "Proof")),
    ]
    return Table(
        "alternatives",
        Text("Alternative di localizzazione", "Location alternatives"),
        columns,
        rows,
    )
