"""The example's made-up territory, moved to where the candidate seats are."""

from collections.abc import Callable, Iterable
from typing import Any

from fucina.study.template.draft import Draft
from fucina.study.template.plan import Plan

Move = Callable[[float, float], tuple[float, float]]
DIGITS = 5


def move(draft: Draft, plan: Plan) -> None:
    """Municipalities, zones, boundaries and landmarks keep their shape around the seats' mean. Travel times
    of the example's seats mean nothing here: they are left out, and estimated from the straight line."""
    shift = _shift(draft, plan)
    for place in (*draft.nouns["municipalities"], *draft.nouns["zones"], *draft.header["landmark"]):
        lat, lon = shift(float(place["lat"]), float(place["lon"]))
        place |= {"lat": lat, "lon": lon}
    for feature in draft.boundaries["features"]:
        feature["geometry"]["coordinates"] = _moved(feature["geometry"]["coordinates"], shift)
    draft.nouns["travel_times"] = []
    draft.nouns["datasets"] = [
        d for d in draft.nouns["datasets"] if d["file"] != "travel_times.csv"
    ]


def _shift(draft: Draft, plan: Plan) -> Move:
    points = [(float(m["lat"]), float(m["lon"])) for m in draft.nouns["municipalities"]]
    north = _mean(p.lat for p in plan.places) - _mean(lat for lat, _ in points)
    east = _mean(p.lon for p in plan.places) - _mean(lon for _, lon in points)

    def shift(lat: float, lon: float) -> tuple[float, float]:
        return (
            round(min(90.0, max(-90.0, lat + north)), DIGITS),
            round(min(180.0, max(-180.0, lon + east)), DIGITS),
        )

    return shift


def _mean(values: Iterable[float]) -> float:
    found = [*values]
    return sum(found) / len(found)


def _moved(coordinates: Any, shift: Move) -> Any:
    """GeoJSON has the longitude first, however deep the rings lie."""
    if isinstance(coordinates[0], list):
        return [_moved(inner, shift) for inner in coordinates]
    lat, lon = shift(coordinates[1], coordinates[0])
    return [lon, lat]
