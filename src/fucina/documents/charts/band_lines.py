"""Lines over years or other whole steps, each with the band it may stray within."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import NARROW, canvas, layer, paint, pixels
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import LINE, Label, labels, lines, spread, stacked, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.scale import Scale, position, scale, year_ticks
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import CATEGORIES, THEME_COLOURS

_RIGHT = 20
_HEADING = 24


@dataclass(frozen=True)
class Band:
    """A median with its 5th and 95th percentiles, at the same steps."""

    label: Words
    x: Sequence[int]
    middle: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


def band_lines(
    name: str, title: Text, alt: Text, bands: Sequence[Band], *, of: Text, measure: Column
) -> Chart:
    """`of` names the steps along the x axis; `measure` says what the values are."""
    colours = [CATEGORIES[i % len(CATEGORIES)] for i in range(len(bands))]
    steps = [step for band in bands for step in band.x]

    def build(language: Language, width: int) -> Spec:
        names = [said(band.label, language) for band in bands]
        direct = len(bands) > 1 and width >= NARROW
        broken = [lines(text, width * 0.2) for text in names]
        right = max(text_width(t) for b in broken for t in b) + 22 if direct else _RIGHT
        height = min(max(width * 0.45, 220), 320)
        y = scale(measure, _ends(bands, measure), height, language, tick_room=40)
        left = max(text_width(text) for text in y.tick_labels) + 12
        x = _steps(int(min(steps)), int(max(steps)), width - left - right)
        keyed = zip(names, colours, strict=True) if len(bands) > 1 and not direct else ()
        key = legend(
            [
                *(Key(text, colour, "line") for text, colour in keyed),
                Key(phrases.BAND[language], shape="note"),
            ],
            width,
            left,
            _HEADING,
        )
        heading = Label(
            -left, -_HEADING / 2 - 3, measure.heading(language), colour=THEME_COLOURS["muted"]
        )
        named = _ends_named(bands, broken, colours, y, measure, x.plot) if direct else []
        opacity = 0.2 if len(bands) < 3 else 0.12
        return canvas(
            width,
            height,
            [
                *boxes([], x.channel("x", title=of[language], grid=False, labelPadding=12)),
                *_grid(y, x.plot),
                *(
                    _band(band, x, y, measure, c, opacity)
                    for band, c in zip(bands, colours, strict=True)
                ),
                *rules(
                    [box(0, x.plot, height - y.pixel(0), height - y.pixel(0), THEME_COLOURS["ink"])]
                ),
                *(_line(band, x, y, measure, c) for band, c in zip(bands, colours, strict=True)),
                *named,
                labels([heading]),
                *key.layers,
            ],
            left=left,
            right=right,
            top=key.height,
            bottom=50,
        )

    return Chart(name, title, alt, build, _table(name, title, bands, of, measure))


def _ends(bands: Sequence[Band], measure: Column) -> list[float]:
    return [
        position(measure, value)
        for band in bands
        for series in (band.low, band.middle, band.high)
        for value in series
    ]


def _steps(low: int, high: int, plot: float) -> Scale:
    ticks = year_ticks(low, high, int(plot / 60))
    first, last = (low, high) if low < high else (low - 1, high + 1)
    return Scale(first, last, plot, tuple(map(float, ticks)), tuple(map(str, ticks)))


def _grid(y: Scale, plot: float) -> list[Spec]:
    heights = [y.plot - y.pixel(tick) for tick in y.ticks]
    return [
        *rules([box(0, plot, at, at, THEME_COLOURS["grid"]) for at in heights]),
        labels(
            [
                Label(-8, at, text, "right", THEME_COLOURS["muted"])
                for at, text in zip(heights, y.tick_labels, strict=True)
            ]
        ),
    ]


def _band(band: Band, x: Scale, y: Scale, measure: Column, colour: str, opacity: float) -> Spec:
    return layer(
        {"type": "area", "color": colour, "opacity": opacity},
        [
            {
                "x": x.pixel(step),
                "y": y.plot - y.pixel(position(measure, low)),
                "y2": y.plot - y.pixel(position(measure, high)),
            }
            for step, low, high in zip(band.x, band.low, band.high, strict=True)
        ],
        x=pixels("x"),
        y=pixels("y"),
        y2={"field": "y2"},
    )


def _line(band: Band, x: Scale, y: Scale, measure: Column, colour: str) -> Spec:
    return layer(
        {"type": "line", "strokeWidth": 2.5},
        [
            {
                "x": x.pixel(step),
                "y": y.plot - y.pixel(position(measure, value)),
                "colour": colour,
            }
            for step, value in zip(band.x, band.middle, strict=True)
        ],
        x=pixels("x"),
        y=pixels("y"),
        color=paint(),
    )


def _ends_named(
    bands: Sequence[Band],
    broken: Sequence[tuple[str, ...]],
    colours: Sequence[str],
    y: Scale,
    measure: Column,
    plot: float,
) -> list[Spec]:
    """Each line's name beside its end, with a dot of its colour."""
    wanted = [y.plot - y.pixel(position(measure, band.middle[-1])) for band in bands]
    sizes = [len(name) * LINE + 6 for name in broken]
    places = spread(wanted, sizes, 0, y.plot)
    return [
        *discs([(plot + 8, at, colour) for at, colour in zip(places, colours, strict=True)], 60),
        labels(
            [
                line
                for at, name in zip(places, broken, strict=True)
                for line in stacked(Label(plot + 16, at, ""), name)
            ]
        ),
    ]


def _table(name: str, title: Text, bands: Sequence[Band], of: Text, measure: Column) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    years = all(step >= 1000 for band in bands for step in band.x)
    return Table(
        name,
        title,
        [
            *([Column("series", phrases.SERIES)] if len(bands) > 1 else []),
            Column("x", of, "text" if years else "number"),
            column("median", phrases.MEDIAN),
            column("p05", phrases.P05),
            column("p95", phrases.P95),
        ],
        [
            {
                "series": band.label,
                "x": str(step) if years else step,
                "median": middle,
                "p05": low,
                "p95": high,
            }
            for band in bands
            for step, middle, low, high in zip(
                band.x, band.middle, band.low, band.high, strict=True
            )
        ],
    )
