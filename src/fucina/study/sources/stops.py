"""Public-transport stops and the zones derived from them. Degrees are WGS 84, lengths are kilometres.

The zones split a large municipality into square cells that hold at least one stop. The number of
stops stands for the zone's share of the municipality's demand: it is a proxy, of low confidence,
until local units or residents by census section are imported.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fucina.study.schema.dataset import Zone
from fucina.study.sources.fault import refuse

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, the one of the study's great-circle distances."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to board at. ``lat`` and ``lon`` are degrees, WGS 84."""

    id: str
    name: str
    lat: float
    lon: float


def zones_from_stops(
    stops: Iterable[Stop],
    boundary: Mapping[str, Any],
    istat_code: str,
    cell_km: float = 1.0,
    prefix: str = "zone",
) -> list[Zone]:
    """The cells of ``cell_km`` kilometres that hold stops inside ``boundary``, from south-west on.

    ``boundary`` is a GeoJSON Polygon or MultiPolygon in WGS 84. The grid starts at the south-west
    corner of its bounding box. A zone's position is the mean of its stops; its name is that of the
    stop nearest to the mean that has one (at equal distance, of the lesser id). The order of the
    stops has no effect. There are at most 999 zones, so that ids keep three digits.
    """
    if not (math.isfinite(cell_km) and cell_km > 0):
        refuse("cell", "--cell", value=str(cell_km))
    rings = _rings(boundary)
    corners = np.concatenate(rings)
    west, south = corners.min(axis=0)
    middle = math.radians(float(corners[:, 1].min() + corners[:, 1].max()) / 2)

    ordered = sorted(stops, key=lambda stop: stop.id)
    points = np.array([(stop.lon, stop.lat) for stop in ordered], dtype=np.float64).reshape(-1, 2)
    within = np.flatnonzero(inside(points, rings))
    if not within.size:
        return []
    scale = EARTH_RADIUS_KM * np.array([math.cos(middle), 1.0])
    plane = np.radians(points[within] - np.array([west, south])) * scale
    cells = np.floor(plane / cell_km).astype(np.int64)

    keys, members = np.unique(cells[:, ::-1], axis=0, return_inverse=True)
    if len(keys) > 999:
        refuse("too_many_zones", "--cell", value=f"{cell_km:g}", allowed="≤ 999", n=len(keys))
    zones: list[Zone] = []
    for number in range(len(keys)):
        chosen = np.flatnonzero(members.ravel() == number)
        mean = plane[chosen].mean(axis=0)
        # The ids are sorted and the sort is stable: of equals the lesser id comes first.
        near = np.argsort(((plane[chosen] - mean) ** 2).sum(axis=1), kind="stable")
        names = (clean_name(ordered[within[place]].name) for place in chosen[near])
        identity = f"{prefix}-{number + 1:03d}"
        lon, lat = points[within[chosen]].mean(axis=0)
        zones.append(
            Zone(
                id=identity,
                istat_code=istat_code,
                name=next(filter(None, names), identity),
                lat=round(float(lat), 5),
                lon=round(float(lon), 5),
                stops=len(chosen),
            )
        )
    return zones


def inside(points: NDArray[np.float64], rings: Sequence[NDArray[np.float64]]) -> NDArray[np.bool_]:
    """Which points (longitude, latitude) lie within the rings, by the even-odd rule.

    A ray towards growing longitude crosses the border an odd number of times; holes count like any
    ring. An edge holds its lower end and not its upper one, so a vertex is never crossed twice.
    """
    result = np.zeros(len(points), dtype=np.bool_)
    x, y = points[:, 0], points[:, 1]
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            rows = np.flatnonzero((y0 <= y) != (y1 <= y))
            crossing = x0 + (y[rows] - y0) * (x1 - x0) / (y1 - y0) if rows.size else x[rows]
            result[rows[crossing > x[rows]]] ^= True
    return result


def _rings(boundary: Mapping[str, Any]) -> list[NDArray[np.float64]]:
    kind = boundary.get("type")
    coordinates = boundary.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not coordinates:
        refuse("boundary", "boundaries.geojson", value=str(kind))
    polygons = [coordinates] if kind == "Polygon" else coordinates
    try:
        rings = [_ring(ring) for polygon in polygons for ring in polygon]
    except (TypeError, ValueError, IndexError):
        refuse("boundary", "boundaries.geojson", value=f"{kind}.coordinates")
    return rings


def _ring(positions: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """A ring as an array of longitudes and latitudes, closed; a third coordinate is left out."""
    ring = np.asarray(positions, dtype=np.float64)[:, :2]
    if len(ring) < 3 or ring.shape[1] != 2 or not np.isfinite(ring).all():
        raise ValueError("a ring needs three finite positions")
    return ring if np.array_equal(ring[0], ring[-1]) else np.vstack([ring, ring[:1]])


def clean_name(name: str) -> str:
    """A stop's name fit for a zone: “Fermata 10 - ALA DI STURA NORD” gives “Ala di Stura Nord”.

    The stop's number, house numbers and the mark of a terminus (“CAP”) are left out; a name without
    letters gives an empty one.
    """
    bare = re.sub(r"^Fermata\s+\S+\s+-\s+", "", name.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"\s+(N\.\s*\d+\w*|C\.\s*\d+\w*|CAP)(?=\W*$)", "", bare, flags=re.IGNORECASE)
    words = re.sub(r"\s+", " ", bare).lower()
    capital = re.sub(r"(^|[\s'’./(-])(\w)", lambda found: found[1] + found[2].upper(), words)
    capital = re.sub(r"(?<=\s)(Di|Da|Del|Della|Delle|Dei|Al|Alla|E)(?=\s)", _lower, capital)
    capital = re.sub(r"(^|\s)([XVI]{2,})(?=\s|$)", _upper, capital, flags=re.IGNORECASE)
    return capital if re.search(r"[^\W\d_]", capital) else ""


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()
