"""Numbered sites on a map of the municipalities, over where the demand lives."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fucina.documents.charts.canvas import NARROW, canvas, layer, paint, pixels
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.geography import Frame, Point, apart, shapes
from fucina.documents.charts.labels import LINE, Label, labels, lines, text_width
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.scale import nice_step
from fucina.documents.numbers import NBSP, number
from fucina.documents.tables import Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS

_RADIUS = 9.5
_SMALL = 11
_MARGIN = 2.0
_COVER = 0.06
_LIST = 24.0
"""From the left of a numbered disc in the list to its name."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MapSeat:
    number: int
    name: Words
    lat: float
    lon: float
    highlight: bool = False
    faded: bool = False
    note: Words = ""


@dataclass(frozen=True)
class MapPoint:
    """Where some of the demand lives; the disc's area goes with the weight."""

    lat: float
    lon: float
    weight: float


def map_chart(
    name: str,
    title: Text,
    alt: Text,
    boundaries: Mapping[str, Any],
    seats: Sequence[MapSeat],
    points: Sequence[MapPoint],
    *,
    bounds: tuple[float, float, float, float],
    labels: Sequence[tuple[str, float, float]] = (),
    table: Table,
) -> Chart:
    """`boundaries` is GeoJSON; `bounds` are south, west, north, east; `labels` name places."""

    def build(language: Language, width: int) -> Spec:
        narrow = width < NARROW
        frame = Frame(*bounds, width=width - 2 * _MARGIN if narrow else round(width * 0.64))
        listed = _List(seats, language, frame.width if narrow else width - frame.width - 24)
        seat_places = _seat_places(seats, frame)
        drawn = [
            *_ground(boundaries, frame),
            *_demand(points, frame),
            *_seats(seats, seat_places, frame),
            *_words(labels, [at for at in seat_places if at], frame, language),
        ]
        if narrow:
            height = frame.height + 14 + listed.height
            drawn += listed.layers(0, frame.height + 14)
        else:
            height = max(frame.height, listed.height)
            drawn += listed.layers(frame.width + 20, 0)
        margins = {"left": _MARGIN, "right": _MARGIN, "top": _MARGIN, "bottom": _MARGIN}
        return canvas(width, height, drawn, **margins)

    return Chart(name, title, alt, build, table)


def _ground(boundaries: Mapping[str, Any], frame: Frame) -> list[Spec]:
    features = [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": rings}}
        for rings in shapes(boundaries, frame)
    ]
    shape: Spec = {
        "data": {"values": features},
        "projection": {"type": "identity", "scale": 1, "translate": [0, 0]},
        "mark": {
            "type": "geoshape",
            "fill": THEME_COLOURS["neutral"],
            "stroke": THEME_COLOURS["rule"],
            "strokeWidth": 0.6,
            "strokeJoin": "round",
        },
    }
    edge = THEME_COLOURS["rule"]
    w, h = frame.width, frame.height
    sides = [
        box(0, w, 0, 0, edge),
        box(0, w, h, h, edge),
        box(0, 0, 0, h, edge),
        box(w, w, 0, h, edge),
    ]
    return [*([shape] if features else []), *rules(sides, strokeWidth=0.8)]


def _demand(points: Sequence[MapPoint], frame: Frame) -> list[Spec]:
    shown = [p for p in points if p.weight > 0 and frame.holds(p.lat, p.lon)]
    if not shown:
        return []
    total, most = sum(p.weight for p in shown), max(p.weight for p in shown)
    # The discs cover a share of the map together, and none is too big.
    unit = min(
        _COVER * frame.width * frame.height / total, math.pi * (frame.width / 26) ** 2 / most
    )
    values = []
    for p in sorted(shown, key=lambda p: -p.weight):
        x, y = frame.pixel(p.lat, p.lon)
        values.append({"x": x, "y": y, "size": unit * p.weight * 4 / math.pi})
    return [
        layer(
            {"type": "circle", "color": THEME_COLOURS["accent_soft"], "opacity": 0.55},
            values,
            x=pixels("x"),
            y=pixels("y"),
            size={"field": "size", "type": "quantitative", "scale": None},
        )
    ]


def _seat_places(seats: Sequence[MapSeat], frame: Frame) -> list[Point | None]:
    """Where each seat's disc stands; none for a seat beyond the bounds."""
    inside = [i for i, seat in enumerate(seats) if frame.holds(seat.lat, seat.lon)]
    edge = _RADIUS + 2
    moved = apart(
        [frame.pixel(seats[i].lat, seats[i].lon) for i in inside],
        2 * _RADIUS + 2,
        (edge, edge),
        (frame.width - edge, frame.height - edge),
    )
    places: list[Point | None] = [None] * len(seats)
    for i, at in zip(inside, moved, strict=True):
        places[i] = at
    return places


def _seats(seats: Sequence[MapSeat], places: Sequence[Point | None], frame: Frame) -> list[Spec]:
    leaders, feet = [], []
    shown = [(seat, at) for seat, at in zip(seats, places, strict=True) if at]
    for seat, (x, y) in shown:
        true_x, true_y = frame.pixel(seat.lat, seat.lon)
        if math.hypot(x - true_x, y - true_y) > 3:
            leaders.append(box(x, true_x, y, true_y, THEME_COLOURS["ink"]))
            feet.append((true_x, true_y, THEME_COLOURS["ink"]))
    order = sorted(shown, key=lambda pair: (pair[0].highlight, not pair[0].faded))
    return [*rules(leaders), *discs(feet, 14), *_numbered(order)]


def _numbered(seats: Sequence[tuple[MapSeat, Point]]) -> list[Spec]:
    """Discs with their numbers: the chosen one filled, those ruled out grey."""
    values, written = [], []
    for seat, (x, y) in seats:
        fill, edge, ink = (
            ("accent", "accent", "paper")
            if seat.highlight
            else ("grid", "rule", "muted")
            if seat.faded
            else ("paper", "accent", "ink")
        )
        values.append({"x": x, "y": y, "fill": THEME_COLOURS[fill], "colour": THEME_COLOURS[edge]})
        written.append(Label(x, y, str(seat.number), "center", THEME_COLOURS[ink], _SMALL, "bold"))
    if not values:
        return []
    disc: Spec = {
        "type": "point",
        "shape": "circle",
        "size": 4 * (_RADIUS - 0.75) ** 2,
        "strokeWidth": 1.5,
        "opacity": 1,
    }
    return [
        layer(disc, values, x=pixels("x"), y=pixels("y"), fill=paint("fill"), stroke=paint()),
        labels(written),
    ]


def _words(
    places: Sequence[tuple[str, float, float]],
    discs_at: Sequence[Point],
    frame: Frame,
    language: Language,
) -> list[Spec]:
    """The scale bar, and the names of places where there is room for them."""
    taken: list[Box] = [(x - _RADIUS, x + _RADIUS, y - _RADIUS, y + _RADIUS) for x, y in discs_at]
    bar, bar_box = _scale_bar(taken, frame, language)
    taken.append(bar_box)
    written = []
    for text, lat, lon in places:
        if not frame.holds(lat, lon):
            continue
        x, y = frame.pixel(lat, lon)
        half = text_width(text, _SMALL) / 2
        for dx, dy in (
            (0, 0),
            (0, -16),
            (0, 16),
            (half + 12, 0),
            (-half - 12, 0),
            (0, -28),
            (0, 28),
        ):
            spot = (x + dx - half, x + dx + half, y + dy - 7, y + dy + 7)
            inside = (
                spot[0] > 3 and spot[1] < frame.width - 3 and spot[2] > 0 and spot[3] < frame.height
            )
            if inside and not any(_meet(spot, other) for other in taken):
                taken.append(spot)
                written.append(Label(x + dx, y + dy, text, "center", size=_SMALL))
                break
    return [*bar, *([_halo(written), labels(written)] if written else [])]


def _halo(written: Sequence[Label]) -> Spec:
    """The words' outlines, so that what lies under them does not disturb."""
    paper = THEME_COLOURS["paper"]
    return labels(
        [replace(label, colour=paper) for label in written],
        stroke=paper,
        strokeWidth=3,
        strokeJoin="round",
        opacity=0.8,
    )


def _scale_bar(taken: Sequence[Box], frame: Frame, language: Language) -> tuple[list[Spec], Box]:
    """In the first corner that no site is in."""
    km = nice_step(frame.width / frame.km / 8)
    long = km * frame.km
    text = f"{number(km, language, 0 if km >= 1 else 1)}{NBSP}km"
    wide = long + text_width(text) + 18
    corners = [
        (x, x + wide, y, y + 22)
        for y in (frame.height - 28, 6)
        for x in (6, frame.width - wide - 6)
    ]
    spot = next((c for c in corners if not any(_meet(c, other) for other in taken)), corners[0])
    x, middle, ink = spot[0] + 6, (spot[2] + spot[3]) / 2, THEME_COLOURS["ink"]
    bar = rules(
        [
            box(x, x + long, middle, middle, ink),
            box(x, x, middle - 4, middle + 4, ink),
            box(x + long, x + long, middle - 4, middle + 4, ink),
        ],
        strokeWidth=1.5,
    )
    ground = boxes([box(spot[0], spot[1], spot[2], spot[3], THEME_COLOURS["paper"])], opacity=0.8)
    return [*ground, *bar, labels([Label(x + long + 6, middle, text)])], spot


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[1] + 2 and b[0] < a[1] + 2 and a[2] < b[3] + 1 and b[2] < a[3] + 1


class _List:
    """The sites' names by number, beside the map or under it."""

    def __init__(self, seats: Sequence[MapSeat], language: Language, width: float) -> None:
        room = width - _LIST
        self._rows = [
            (
                seat,
                lines(said(seat.name, language), room, bold=seat.highlight),
                self._noted(seat, language, room),
            )
            for seat in seats
        ]
        self._tall = [max((len(a) + len(b)) * LINE + 6, 24.0) for _, a, b in self._rows]
        self.height = sum(self._tall)

    @staticmethod
    def _noted(seat: MapSeat, language: Language, room: float) -> tuple[str, ...]:
        note = said(seat.note, language)
        return lines(note, room) if note else ()

    def layers(self, left: float, top: float) -> list[Spec]:
        keys: list[tuple[MapSeat, Point]] = []
        written: list[Label] = []
        for (seat, name, note), tall in zip(self._rows, self._tall, strict=True):
            first = top + (tall - (len(name) + len(note) - 1) * LINE) / 2
            keys.append((seat, (left + _RADIUS, first)))
            colour = THEME_COLOURS["muted" if seat.faded else "ink"]
            for i, text in enumerate([*name, *note]):
                is_name = i < len(name)
                written.append(
                    Label(
                        left + _LIST,
                        first + i * LINE,
                        text,
                        colour=colour if is_name else THEME_COLOURS["muted"],
                        weight="bold" if seat.highlight and is_name else "normal",
                    )
                )
            top += tall
        return [*_numbered(keys), labels(written)] if keys else []
