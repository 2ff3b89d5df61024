"""How often each value comes out, with the values that matter marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.flags import flags
from fucina.documents.charts.labels import Label, labels, lines, text_width
from fucina.documents.charts.legend import legend
from fucina.documents.charts.marks import box, boxes, rules
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table, Value
from fucina.documents.text import Language, Text
from fucina.documents.theme import THEME_COLOURS

_HEADING = 22
_COUNT = Column("count", phrases.RUNS, "number")
_ITEM = Text(it="Voce", en="Item")
_CLASS = Text(it="Classe", en="Class")


@dataclass(frozen=True)
class Mark:
    """A value pointed out on the chart."""

    label: Text
    value: float


def histogram(
    name: str,
    title: Text,
    alt: Text,
    edges: Sequence[float],
    counts: Sequence[float],
    marks: Sequence[Mark],
    *,
    measure: Column,
) -> Chart:
    """`edges` has one more value than `counts`; `measure` says what the values are."""
    ends = [position(measure, edge) for edge in edges]
    shown = sorted(marks, key=lambda mark: mark.value)
    places = [position(measure, mark.value) for mark in shown]

    def build(language: Language, width: int) -> Spec:
        height = min(max(width * 0.4, 200), 280)
        y = scale(_COUNT, list(counts), height, language, tick_room=48)
        left = max(text_width(text) for text in y.tick_labels) + 12
        x = scale(measure, [*ends, *places], width - left - 28, language, zero=False, room=(4, 4))
        stems = [x.pixel(at) for at in places]
        marked = flags(
            stems, _written(shown, measure, language, width), -left, width - left, height
        )
        key = legend(marked.keys, width, left, marked.height + _HEADING)
        axis = x.channel("x", title=measure.heading(language), grid=False, labelPadding=12)
        heading = Label(
            -left,
            -marked.height - _HEADING / 2,
            phrases.RUNS[language],
            colour=THEME_COLOURS["muted"],
        )
        return canvas(
            width,
            height,
            [
                *_grid(y, x.plot),
                *boxes(_bars(ends, counts, x, y), axis),
                *marked.layers,
                labels([heading]),
                *key.layers,
            ],
            left=left,
            right=28,
            top=key.height,
            bottom=50,
        )

    return Chart(name, title, alt, build, _table(name, title, edges, counts, shown, measure))


def _written(marks: Sequence[Mark], measure: Column, language: Language, width: int) -> list[str]:
    """Each mark on one line."""
    return [
        lines(f"{m.label[language]}: {measure.written(m.value, language)}", width, most=1)[0]
        for m in marks
    ]


def _bars(ends: Sequence[float], counts: Sequence[float], x: Scale, y: Scale) -> list[Spec]:
    colour = THEME_COLOURS["accent_soft"]
    return [
        box(
            low,
            end - min((end - low) * 0.1, (x.high - x.low) / x.plot),
            y.plot - y.pixel(count),
            y.plot,
            colour,
        )
        for low, end, count in zip(ends[:-1], ends[1:], counts, strict=True)
    ]


def _grid(y: Scale, plot: float) -> list[Spec]:
    heights = [y.plot - y.pixel(tick) for tick in y.ticks]
    written = [
        Label(-8, at, text, "right", THEME_COLOURS["muted"])
        for at, text in zip(heights, y.tick_labels, strict=True)
    ]
    return [
        *rules([box(0, plot, at, at, THEME_COLOURS["grid"]) for at in heights]),
        labels(written),
    ]


def _table(
    name: str,
    title: Text,
    edges: Sequence[float],
    counts: Sequence[float],
    marks: Sequence[Mark],
    measure: Column,
) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    bins: list[dict[str, Value]] = [
        {"item": _CLASS, "from": low, "to": high, "count": count}
        for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True)
    ]
    pointed: list[dict[str, Value]] = [
        {"item": mark.label, "from": mark.value, "to": mark.value, "count": None} for mark in marks
    ]
    return Table(
        name,
        title,
        [Column("item", _ITEM), column("from", phrases.FROM), column("to", phrases.UP_TO), _COUNT],
        [*bins, *pointed],
    )
