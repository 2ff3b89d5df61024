"""Whether a piece of JSON is what the maps draw: polygons of municipalities, in degrees."""

from typing import Any

KINDS = {"Polygon": 2, "MultiPolygon": 3}
"""How deep the lists of points lie: rings, or polygons of rings."""
LEAST_POINTS = 4


def are(content: Any) -> bool:
    try:
        return content["type"] == "FeatureCollection" and all(
            _is_municipality(feature["geometry"], feature["properties"])
            for feature in content["features"]
        )
    except (KeyError, TypeError, AttributeError):
        return False


def _is_municipality(geometry: Any, properties: Any) -> bool:
    depth = KINDS.get(geometry["type"], 0)
    return (
        depth > 0
        and {"istat_code", "name"} <= properties.keys()
        and _are_rings(geometry["coordinates"], depth)
    )


def _are_rings(coordinates: Any, depth: int) -> bool:
    if not isinstance(coordinates, list) or not coordinates:
        return False
    if depth > 1:
        return all(_are_rings(inner, depth - 1) for inner in coordinates)
    return len(coordinates) >= LEAST_POINTS and all(map(_is_point, coordinates))


def _is_point(point: Any) -> bool:
    """Longitude before latitude, as GeoJSON has it; a height may follow. NaN fails both comparisons."""
    return (
        isinstance(point, list)
        and len(point) in (2, 3)
        and all(type(x) in (int, float) for x in point)
        and -180 <= point[0] <= 180
        and -90 <= point[1] <= 90
    )
