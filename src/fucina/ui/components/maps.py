"""Maps: what stands there without JavaScript says the same in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext

from fucina.ui.components.rendering import Item, block

register = template.Library()

ROOM = 0.02
"""Degrees left around the outermost points, some two kilometres; a single point gets as much."""


@register.simple_block_tag(name="map")
def map_figure(content: str, data: Item, id: str, caption: str) -> str:  # noqa: A002
    """The map island; the content is what stands there without JavaScript and on paper.

    Data: bounds, and any of layers, zones, seats, labels, points (see ``points_map``), text.
    """
    text = map_words() | dict(data.get("text", {}))
    return block("map", content, data={**data, "text": text}, data_id=f"{id}-data", caption=caption)


@register.inclusion_tag("ui/points_map.html")
def points_map(
    points: Sequence[Mapping[str, Any]],
    id: str,  # noqa: A002
    caption: str,
    kinds: Mapping[str, str] | None = None,
    land: str = "",
    labels: Sequence[Item] = (),
) -> Item:
    """Places as markers on a map, and as a list without JavaScript and on paper.

    Points: lat, lon, label, and optionally url, note, kind. ``kinds`` names each kind, the first being the most
    important; ``land`` is the address of a GeoJSON of boundaries; labels are names of towns: name, lat, lon, size.
    Where ``points`` is empty nothing is drawn.
    """
    named = dict(kinds or {})
    data = {
        "bounds": bounds(points),
        "layers": {"municipalities": land} if land else {},
        "labels": list(labels),
        "points": [_point(point, named) for point in points],
        "kinds": [{"kind": n, "label": label} for n, label in enumerate(named.values(), 1)],
    }
    return {"points": data["points"], "data": data, "id": id, "caption": caption}


def bounds(points: Sequence[Mapping[str, Any]]) -> list[list[float]]:
    """The box around the points, with some room."""
    if not points:
        return []
    lats = [float(point["lat"]) for point in points]
    lons = [float(point["lon"]) for point in points]
    return [[min(lats) - ROOM, min(lons) - ROOM], [max(lats) + ROOM, max(lons) + ROOM]]


def _point(point: Mapping[str, Any], kinds: Mapping[str, str]) -> dict[str, Any]:
    names = list(kinds)
    kind = point.get("kind", "")
    return {
        "lat": float(point["lat"]),
        "lon": float(point["lon"]),
        "label": str(point["label"]),
        "url": str(point.get("url", "")),
        "note": str(point.get("note", "")),
        "kind": names.index(kind) + 1 if kind in names else 0,
        "kind_label": str(kinds.get(kind, "")),
    }


def map_words() -> dict[str, str]:
    """The words the island needs; a page's own take precedence."""
    return {
        "zoom_in": gettext("Zoom in"),
        "zoom_out": gettext("Zoom out"),
        "close": gettext("Close"),
        "open": gettext("See this seat"),
        "open_point": gettext("Open"),
        "recommended": gettext("Recommended seat"),
        "probability": gettext("First in {share} of the futures drawn"),
        "attribution": gettext("Boundaries: ISTAT, openpolis (CC BY)"),
    }
