"""The map: municipalities, demand, seats."""

from fucina.documents.charts import Chart, MapPoint, MapSeat, map_chart
from fucina.documents.numbers import percent
from fucina.documents.text import Text
from fucina.study.demand import place
from fucina.study.report.names import Names
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
    demand = place(study)
    bounds = view(study)
    points = [
        MapPoint(float(lat), float(lon), float(weight))
        for (lat, lon), weight in zip(demand.places, demand.weights, strict=True)
    ]
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
        points,
        bounds=bounds,
        labels=_labels(study, bounds),
        table=seats_table(study, result, names),
    )


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
