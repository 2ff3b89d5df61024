"""Columns over years or months, what comes in above the line and what goes out below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.canvas import canvas, layer, pixels
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.scale import Scale, position, scale, year_ticks
from fucina.documents.tables import Column, Table, Value
from fucina.documents.text import Language, Text
from fucina.documents.theme import SEQUENCE, SEQUENCE_BAD, THEME_COLOURS

_HEADING = 24
_RIGHT = 12
_INK = THEME_COLOURS["ink"]


@dataclass(frozen=True)
class Part:
    """A quantity at every step: a part of the columns, or the line over them."""

    key: str
    label: Text
    values: Sequence[float]


def stacked_columns(
    name: str,
    title: Text,
    alt: Text,
    steps: Sequence[int],
    parts: Sequence[Part],
    *,
    of: Text,
    measure: Column,
    line: Part | None = None,
) -> Chart:
    """`of` names the steps, `measure` the values; a part that is nothing at every step is left out."""
    shown = [part for part in parts if any(part.values)]
    colours = _colours(shown)

    def build(language: Language, width: int) -> Spec:
        height = min(max(width * 0.42, 210), 300)
        y = scale(measure, _ends(shown, line, measure), height, language, tick_room=40)
        left = max(text_width(text) for text in y.tick_labels) + 12
        each = (width - left - _RIGHT) / max(len(steps), 1)
        keys = [Key(p.label[language], c) for p, c in zip(shown, colours, strict=True)]
        keys += [Key(line.label[language], _INK, "line")] if line else []
        key = legend(keys, width, left, _HEADING)
        heading = Label(
            -left, -_HEADING / 2 - 3, measure.heading(language), colour=THEME_COLOURS["muted"]
        )
        drawn = [
            *_grid(y, each * len(steps)),
            *boxes(_columns(shown, colours, y, each, measure)),
            *rules([box(0, each * len(steps), y.plot - y.pixel(0), y.plot - y.pixel(0), _INK)]),
            *(_line(line, y, each, measure) if line else []),
            labels([heading, *_steps(steps, each, height, of[language])]),
            *key.layers,
        ]
        return canvas(width, height, drawn, left=left, right=_RIGHT, top=key.height, bottom=46)

    return Chart(name, title, alt, build, _table(name, title, steps, shown, line, of, measure))


def _colours(parts: Sequence[Part]) -> list[str]:
    """What comes in from dark to light in one hue, what goes out in another."""
    into = [part for part in parts if sum(part.values) >= 0]
    found = {}
    for group, hue in ((into, SEQUENCE), ([p for p in parts if p not in into], SEQUENCE_BAD)):
        for i, part in enumerate(group):
            found[part.key] = hue[5 - round(4 * i / max(len(group) - 1, 1))]
    return [found[part.key] for part in parts]


def _ends(parts: Sequence[Part], line: Part | None, measure: Column) -> list[float]:
    columns = list(zip(*(part.values for part in parts), strict=True))
    ends = [sum(v for v in column if v > 0) for column in columns]
    ends += [sum(v for v in column if v < 0) for column in columns]
    return [position(measure, end) for end in [*ends, *(line.values if line else []), 0.0]]


def _columns(
    parts: Sequence[Part], colours: Sequence[str], y: Scale, each: float, measure: Column
) -> list[Spec]:
    gap = min(each * 0.14, 3.0)
    drawn = []
    for i, column in enumerate(zip(*(part.values for part in parts), strict=True)):
        up, down = 0.0, 0.0
        for value, colour in zip(column, colours, strict=True):
            at = position(measure, value)
            if not at:
                continue
            low, high = (up, up + at) if at > 0 else (down + at, down)
            up, down = (high, down) if at > 0 else (up, low)
            ends = (y.plot - y.pixel(high), y.plot - y.pixel(low))
            drawn.append(box(i * each + gap, (i + 1) * each - gap, *ends, colour))
    return drawn


def _line(line: Part, y: Scale, each: float, measure: Column) -> list[Spec]:
    points = [
        ((i + 0.5) * each, y.plot - y.pixel(position(measure, value)))
        for i, value in enumerate(line.values)
    ]
    path = layer(
        {"type": "line", "strokeWidth": 2, "color": _INK},
        [{"x": x, "y": at} for x, at in points],
        x=pixels("x"),
        y=pixels("y"),
    )
    return [path, *(discs([(x, at, _INK) for x, at in points], 22) if each > 9 else [])]


def _grid(y: Scale, plot: float) -> list[Spec]:
    heights = [y.plot - y.pixel(tick) for tick in y.ticks]
    written = [
        Label(-8, at, text, "right", THEME_COLOURS["muted"])
        for at, text in zip(heights, y.tick_labels, strict=True)
    ]
    lines = [box(0, plot, at, at, THEME_COLOURS["grid"]) for at in heights]
    return [*rules(lines), labels(written)]


def _steps(steps: Sequence[int], each: float, height: float, of: str) -> list[Label]:
    """As many of the steps as there is room for, under their columns, and what they are."""
    muted = THEME_COLOURS["muted"]
    shown = year_ticks(min(steps), max(steps), max(int(each * len(steps) / 60), 1))
    shown = shown if len(steps) * 34 > each * len(steps) else list(steps)
    place = {step: i for i, step in enumerate(steps)}
    under = [
        Label((place[step] + 0.5) * each, height + 12, _signed(step), "center", muted)
        for step in shown
        if step in place
    ]
    return [*under, Label(each * len(steps), height + 34, of, "right", muted)]


def _signed(step: int) -> str:
    return str(step).replace("-", "−")


def _table(
    name: str,
    title: Text,
    steps: Sequence[int],
    parts: Sequence[Part],
    line: Part | None,
    of: Text,
    measure: Column,
) -> Table:
    told = [*parts, *([line] if line else [])]
    years = all(step >= 1000 for step in steps)
    rows: list[dict[str, Value]] = [
        {"step": str(step) if years else step} | {part.key: part.values[i] for part in told}
        for i, step in enumerate(steps)
    ]
    columns = [
        Column(part.key, part.label, measure.kind, measure.digits, measure.unit) for part in told
    ]
    return Table(name, title, [Column("step", of, "text" if years else "number"), *columns], rows)
