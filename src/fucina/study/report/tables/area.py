"""The area programme, and each seat against it."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.evaluation.combination import need
from fucina.study.report.names import Names
from fucina.study.report.portfolio import strategy_of
from fucina.study.report.tables.columns import ALTERNATIVE, Row, alternative_names
from fucina.study.report.words import SPACE, WORKS
from fucina.study.result import Result
from fucina.study.schema import Study


def area_programme(study: Study, names: Names) -> Table:
    """Every space at scale 1; empty where the study gives the services' floor as a whole."""
    rows: list[Row] = [
        {
            "space": s.name,
            "service": names.of("services", s.service),
            "kind": SPACE[s.kind],
            "area": study.need("spaces", s.id, "area").value,
        }
        for s in study.spaces
    ]
    columns = [
        Column("space", Text("Funzione", "Function")),
        Column("service", Text("Linea di servizio", "Service line")),
        Column("kind", Text("Tipo di spazio", "Kind of space")),
        Column("area", Text("Superficie", "Area"), "number", 0, "m2"),
    ]
    title = Text(
        "Programma delle superfici, per funzione (scala 1)",
        "Area programme, by function (scale 1)",
    )
    return Table("area_programme", title, columns, rows)


def seat_fit(study: Study, result: Result, names: Names) -> Table:
    """What the proposed strategy needs against what each seat has, at the single values."""
    wanted = need(study, strategy_of(study, result))
    found = {s.id: s for s in result.seats}
    rows: list[Row] = []
    for seat in study.candidates:
        halls = study.figure("seats", seat.id, "hall_capacity")
        rows.append(
            {
                "seat": names.seat(seat.id),
                "owner": seat.owner,
                "works": WORKS[seat.works],
                "capacity": found[seat.id].capacity,
                "area": wanted.area,
                "halls": halls.value if halls else found[seat.id].capacity,
                "halls_needed": wanted.halls,
                "holds": found[seat.id].holds_probability.value,
                "hub": Text("sì", "yes") if found[seat.id].holds_hub else Text("no", "no"),
            }
        )
    columns = [
        Column("seat", Text("Sede", "Seat")),
        Column("owner", Text("Proprietà", "Owner")),
        Column("works", Text("Lavori", "Works")),
        Column("capacity", Text("Capienza", "Capacity"), "number", 0, "m2"),
        Column("area", Text("Serve", "Needed"), "number", 0, "m2"),
        Column("halls", Text("Per macchine pesanti", "For heavy machines"), "number", 0, "m2"),
        Column("halls_needed", Text("Serve", "Needed"), "number", 0, "m2"),
        Column("holds", Text("Ci sta, con probabilità", "Fits, with probability"), "percent"),
        Column("hub", Text("Basta da sola", "Enough alone")),
    ]
    title = Text("Ogni sede davanti al programma", "Each seat against the programme")
    return Table("seat_fit", title, columns, rows)


def network(result: Result, names: Names) -> Table:
    """Every seat of every alternative that has several, and its part of the activity."""
    alternative = alternative_names(result)
    rows: list[Row] = [
        {"alternative": alternative[a.id], "seat": names.seat(seat), "share": share}
        for a in result.alternatives
        if len(a.seats) > 1
        for seat, share in zip(a.seats, a.shares, strict=True)
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        Column("seat", Text("Sede", "Seat")),
        Column("share", Text("parte delle attività", "part of the activity"), "percent"),
    ]
    return Table("network", Text("Sedi e satelliti", "Hubs and satellites"), columns, rows)
