"""The most that each cost can bring: a line of numbered points, and one pointed out beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.canvas import canvas, layer, pixels
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words
from fucina.documents.theme import THEME_COLOURS

_HEADING = 24
_LINE, _OWN = THEME_COLOURS["accent"], THEME_COLOURS["bad"]
_NUMBER = Text("N.", "No.")
_HOLDS = Text("Che cosa comprende", "What it holds")


@dataclass(frozen=True)
class FrontierPoint:
    """What it costs, what it brings and what it holds."""

    cost: float
    worth: float
    holds: Words


def frontier(
    name: str,
    title: Text,
    alt: Text,
    points: Sequence[FrontierPoint],
    *,
    cost: Column,
    worth: Column,
    line: Text,
    own: tuple[Text, FrontierPoint] | None = None,
) -> Chart:
    """Points in the order of their cost; `own` is what is proposed, and what it is called."""

    def build(language: Language, width: int) -> Spec:
        height = min(max(width * 0.42, 230), 300)
        told = [*points, *([own[1]] if own else [])]
        y = scale(worth, [position(worth, p.worth) for p in told], height, language, tick_room=40)
        left = max(text_width(text) for text in y.tick_labels) + 12
        plot = width - left - 24
        x = scale(cost, [position(cost, p.cost) for p in told], plot, language, room=(0, 12))
        places = [(x.pixel(position(cost, p.cost)), _up(y, worth, p)) for p in points]
        keys = [Key(line[language], _LINE, "circle")]
        keys += [Key(own[0][language], _OWN, "circle")] if own else []
        key = legend(keys, width, left, _HEADING)
        mine = [(x.pixel(position(cost, own[1].cost)), _up(y, worth, own[1]))] if own else []
        heading = Label(
            -left, -_HEADING / 2 - 3, worth.heading(language), colour=THEME_COLOURS["muted"]
        )
        return canvas(
            width,
            height,
            [
                *boxes([], x.channel("x", title=cost.heading(language), grid=False)),
                *_grid(x, y),
                _path(places),
                *discs([(*at, _LINE) for at in places], 70),
                *discs([(*at, _OWN) for at in mine], 150),
                labels([heading, *_numbers(places, mine, plot)]),
                *key.layers,
            ],
            left=left,
            right=24,
            top=key.height,
            bottom=48,
        )

    return Chart(name, title, alt, build, _table(name, title, points, cost, worth))


def _up(y: Scale, worth: Column, point: FrontierPoint) -> float:
    return y.plot - y.pixel(position(worth, point.worth))


def _path(places: Sequence[tuple[float, float]]) -> Spec:
    return layer(
        {"type": "line", "strokeWidth": 2, "color": _LINE},
        [{"x": x, "y": y} for x, y in places],
        x=pixels("x"),
        y=pixels("y"),
    )


def _numbers(
    places: Sequence[tuple[float, float]], taken: Sequence[tuple[float, float]], plot: float
) -> list[Label]:
    """The points' numbers, where they meet neither one another nor another point."""
    written: list[tuple[float, float]] = []
    found = []
    for i, (x, y) in enumerate(places, 1):
        for spot in ((x - 4, y - 15), (x + 14, y + 12), (x - 16, y - 2)):
            free = all(
                abs(spot[0] - other[0]) > 18 or abs(spot[1] - other[1]) > 13
                for other in [*written, *taken, *(p for p in places if p != (x, y))]
            )
            if free and 0 <= spot[0] <= plot + 14:
                written.append(spot)
                found.append(Label(*spot, str(i), "center"))
                break
    return found


def _grid(x: Scale, y: Scale) -> list[Spec]:
    grid, muted = THEME_COLOURS["grid"], THEME_COLOURS["muted"]
    heights = [y.plot - y.pixel(tick) for tick in y.ticks]
    lines = [box(0, x.plot, at, at, grid) for at in heights]
    lines += [box(x.pixel(tick), x.pixel(tick), 0, y.plot, grid) for tick in x.ticks]
    written = [
        Label(-8, at, text, "right", muted) for at, text in zip(heights, y.tick_labels, strict=True)
    ]
    return [*rules(lines), labels(written)]


def _table(
    name: str, title: Text, points: Sequence[FrontierPoint], cost: Column, worth: Column
) -> Table:
    columns = [Column("number", _NUMBER, "number"), cost, worth, Column("holds", _HOLDS)]
    return Table(
        name,
        title,
        columns,
        [
            {"number": i, cost.key: p.cost, worth.key: p.worth, "holds": p.holds}
            for i, p in enumerate(points, 1)
        ],
    )
