"""The maps, and what each seat reaches and holds."""

from fucina.documents.charts import (
    Chart,
    MapPoint,
    MapSeat,
    Pair,
    Stack,
    dumbbell,
    map_chart,
    stacked_bars,
)
from fucina.documents.numbers import percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.demand import place
from fucina.study.report.names import Names
from fucina.study.report.tables import network as network_table
from fucina.study.report.tables import seats as seats_table
from fucina.study.result import Result
from fucina.study.schema import Study

MARGIN = 0.6
"""Space left around the seats, as a share of their extent."""
PLACES = 8
"""Names of municipalities written on the map: the most populous in view."""


def study_map(study: Study, result: Result, names: Names) -> Chart:
    """Where the candidate seats stand among the demand they are to reach."""
    chance = {r.id: r.probability.value for r in result.decision.seats}
    order = sorted(study.candidates, key=lambda s: -chance.get(s.id, 0.0))
    marks = [
        MapSeat(
            i,
            seat.name,
            seat.lat,
            seat.lon,
            highlight=seat.id == result.decision.seat,
            note=Text(
                percent(chance.get(seat.id, 0.0), "it"), percent(chance.get(seat.id, 0.0), "en")
            ),
        )
        for i, seat in enumerate(order, start=1)
    ]
    excluded = [s for s in study.seats if s.status == "excluded"]
    marks += [
        MapSeat(
            len(order) + i,
            seat.name,
            seat.lat,
            seat.lon,
            faded=True,
            note=Text("esclusa", "excluded"),
        )
        for i, seat in enumerate(excluded, start=1)
    ]
    bounds = view(study)
    best = names.seat(result.decision.seat)
    return map_chart(
        "map",
        Text(
            "Le sedi candidate e la domanda da raggiungere",
            "The candidate seats and the demand to reach",
        ),
        Text(
            f"Mappa di {study.header.place.it}: {len(order)} sedi candidate numerate per probabilità di essere "
            f"la migliore, la prima è {best.it}; i cerchi chiari sono la domanda.",
            f"Map of {study.header.place.en}: {len(order)} candidate seats numbered by probability of being best, "
            f"the first is {best.en}; pale circles are demand.",
        ),
        study.boundaries,
        marks,
        _points(study),
        bounds=bounds,
        labels=_labels(study, bounds),
        table=seats_table(study, result, names),
    )


def network_map(study: Study, result: Result, names: Names) -> Chart | None:
    """The best alternative of more than one seat: its hub, its satellites and what each holds."""
    known = {a.id: a for a in result.alternatives}
    found = [known[r.id] for r in result.decision.alternatives if len(known[r.id].seats) > 1]
    if not found:
        return None
    best = found[0]
    chance = {r.id: r.probability for r in result.decision.alternatives}[best.id]
    share = dict(zip(best.seats, best.shares, strict=True))
    seats = {s.id: s for s in study.seats}
    marks = [
        MapSeat(
            i,
            names.seat(s),
            seats[s].lat,
            seats[s].lon,
            highlight=i == 1 or best.kind == "diffuse",
            note=Text(
                f"{percent(share[s], 'it')} delle attività",
                f"{percent(share[s], 'en')} of the activity",
            ),
        )
        for i, s in enumerate(best.seats, start=1)
    ]
    bounds = view(study)
    told = [percent(chance.value, language) for language in ("it", "en")]
    return map_chart(
        "network_map",
        Text(
            f"L’alternativa con più sedi: {best.name.it}",
            f"The alternative of several seats: {best.name.en}",
        ),
        Text(
            f"Mappa con {len(best.seats)} sedi e la parte di attività di ciascuna; l’alternativa è prima con probabilità {told[0]}.",
            f"Map of {len(best.seats)} seats and each one’s part of the activity; the alternative is first with probability {told[1]}.",
        ),
        study.boundaries,
        marks,
        _points(study),
        bounds=bounds,
        labels=_labels(study, bounds),
        table=network_table(result, names),
    )


def catchments(result: Result, names: Names) -> Chart:
    """How much of the demand is near each seat."""
    order = sorted(result.seats, key=lambda s: -s.within_30)
    first = names.seat(order[0].id)
    near = [percent(order[0].within_30, language) for language in ("it", "en")]
    return stacked_bars(
        "catchments",
        Text("Quanta domanda è vicina a ogni sede", "How much demand is near each seat"),
        Text(
            f"Barre al 100%: {first.it} raggiunge il {near[0]} della domanda entro 30 minuti.",
            f"100% bars: {first.en} reaches {near[1]} of the demand within 30 minutes.",
        ),
        [
            Stack(
                names.seat(s.id),
                [
                    s.within_20,
                    max(s.within_30 - s.within_20, 0.0),
                    max(s.within_45 - s.within_30, 0.0),
                    max(1 - s.within_45, 0.0),
                ],
                highlight=s.id == result.decision.seat,
            )
            for s in order
        ],
        parts=[
            Text("entro 20 minuti", "within 20 minutes"),
            Text("20–30", "20–30"),
            Text("30–45", "30–45"),
            Text("oltre 45", "over 45"),
        ],
        of=Text("Sede", "Seat"),
        measure=Column("share", Text("quota della domanda", "share of the demand"), "percent", 0),
    )


def capacity(result: Result, names: Names) -> Chart:
    """The floor that the proposed strategy needs against what each seat has."""
    small = [s for s in result.seats if s.capacity < s.required_area]
    return dumbbell(
        "capacity",
        Text("Il programma ci sta?", "Does the programme fit?"),
        Text(
            f"Coppie di punti: il programma non sta in {len(small)} sedi su {len(result.seats)}.",
            f"Pairs of dots: the programme does not fit in {len(small)} seats of {len(result.seats)}.",
        ),
        [
            Pair(
                names.seat(s.id),
                s.required_area,
                s.capacity,
                highlight=s.id == result.decision.seat,
            )
            for s in sorted(result.seats, key=lambda s: -s.capacity)
        ],
        of=Text("Sede", "Seat"),
        measure=Column("area", Text("superficie", "floor area"), "number", 0, "m2"),
        first=Text("serve", "needed"),
        second=Text("c’è", "there"),
    )


def _points(study: Study) -> list[MapPoint]:
    demand = place(study)
    return [
        MapPoint(float(lat), float(lon), float(weight))
        for (lat, lon), weight in zip(demand.places, demand.weights, strict=True)
    ]


def view(study: Study) -> tuple[float, float, float, float]:
    """The part of the map that holds every seat: south, west, north, east."""
    lats, lons = [s.lat for s in study.seats], [s.lon for s in study.seats]
    height, width = max(max(lats) - min(lats), 0.02), max(max(lons) - min(lons), 0.03)
    return (
        min(lats) - MARGIN * height,
        min(lons) - MARGIN * width,
        max(lats) + MARGIN * height,
        max(lons) + MARGIN * width,
    )


def _labels(
    study: Study, bounds: tuple[float, float, float, float]
) -> list[tuple[str, float, float]]:
    south, west, north, east = bounds
    seen = [m for m in study.municipalities if south < m.lat < north and west < m.lon < east]
    largest = sorted(seen, key=lambda m: -m.population)[:PLACES]
    return [(m.name, m.lat, m.lon) for m in largest]
