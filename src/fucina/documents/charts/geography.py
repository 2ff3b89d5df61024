"""From longitudes and latitudes to pixels: projection, clipping, and keeping discs apart."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

_EARTH_KM = 6371.0088
_FINE = 0.6
"""Detail under this many pixels is left out."""


@dataclass(frozen=True)
class Frame:
    """A Mercator map of the bounds, `width` pixels wide."""

    south: float
    west: float
    north: float
    east: float
    width: float

    @property
    def height(self) -> float:
        return self.pixel(self.south, self.east)[1]

    @property
    def km(self) -> float:
        """Pixels in a kilometre, halfway up."""
        middle = math.radians((self.south + self.north) / 2)
        return self._scale / (_EARTH_KM * math.cos(middle))

    @property
    def _scale(self) -> float:
        return self.width / math.radians(self.east - self.west)

    def pixel(self, lat: float, lon: float) -> Point:
        x = math.radians(lon - self.west) * self._scale
        return x, (_mercator(self.north) - _mercator(lat)) * self._scale

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


def _mercator(lat: float) -> float:
    return math.asinh(math.tan(math.radians(lat)))


def shapes(boundaries: Mapping[str, Any], frame: Frame) -> list[list[Ring]]:
    """The polygons in pixels, clipped to the frame; those outside it are left out."""
    found = []
    for polygon in _polygons(boundaries):
        rings = [
            _thinned(_clipped([frame.pixel(at[1], at[0]) for at in ring], frame))
            for ring in polygon
        ]
        kept = [ring for ring in rings if len(ring) > 3]
        if kept and len(rings[0]) > 3:
            found.append(kept)
    return found


def _polygons(boundaries: Mapping[str, Any]) -> Iterator[Sequence[Sequence[Sequence[float]]]]:
    for feature in boundaries["features"]:
        geometry = feature["geometry"] or {"type": ""}
        if geometry["type"] == "Polygon":
            yield geometry["coordinates"]
        elif geometry["type"] == "MultiPolygon":
            yield from geometry["coordinates"]


def _clipped(ring: Ring, frame: Frame) -> Ring:
    """Sutherland and Hodgman: the ring cut by each side of the frame in turn."""
    for axis, limit, sign in (
        (0, 0.0, 1),
        (0, frame.width, -1),
        (1, 0.0, 1),
        (1, frame.height, -1),
    ):
        cut: Ring = []
        for a, b in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside_a, inside_b = ((p[axis] - limit) * sign >= 0 for p in (a, b))
            if inside_a != inside_b:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                cut.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if inside_b:
                cut.append(b)
        ring = cut
    return ring


def _thinned(ring: Ring) -> Ring:
    """To a tenth of a pixel, without points that repeat the one before; closed."""
    kept: Ring = []
    for x, y in ring:
        if not kept or math.dist(kept[-1], (x, y)) >= _FINE:
            kept.append((round(x, 1), round(y, 1)))
    return [*kept, kept[0]] if kept and kept[0] != kept[-1] else kept


def apart(points: Sequence[Point], gap: float, low: Point, high: Point) -> list[Point]:
    """The points pushed until any two are `gap` apart, as near to their places as that allows."""
    placed = [
        (x + 0.01 * math.cos(2.4 * i), y + 0.01 * math.sin(2.4 * i))
        for i, (x, y) in enumerate(points)
    ]
    for _ in range(400):
        moved = False
        for i in range(len(placed)):
            for j in range(i):
                (ax, ay), (bx, by) = placed[i], placed[j]
                far = math.hypot(ax - bx, ay - by)
                if far < gap - 0.01:
                    moved = True
                    push = (gap - far) / 2 / max(far, 1e-9)
                    dx, dy = (ax - bx) * push, (ay - by) * push
                    placed[i] = _within((ax + dx, ay + dy), low, high)
                    placed[j] = _within((bx - dx, by - dy), low, high)
        if not moved:
            break
    return placed


def _within(point: Point, low: Point, high: Point) -> Point:
    return min(max(point[0], low[0]), high[0]), min(max(point[1], low[1]), high[1])
