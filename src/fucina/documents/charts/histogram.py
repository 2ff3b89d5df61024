"""How often each value comes out, with the values that matter marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, lines, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, rules
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table, Value
from fucina.documents.text import Language, Text
from fucina.documents.theme import THEME_COLOURS

_ROW = 18
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
        written = [
            lines(
                f"{mark.label[language]}: {measure.written(mark.value, language)}", width, most=1
            )[0]
            for mark in shown
        ]
        placed = _placed([x.pixel(at) for at in places], written, -left, width - left)
        high = (max((row for _, row in placed), default=-1) + 1) * _ROW
        key = legend([Key(phrases.RUNS[language], shape="note")], width, left, high)
        bars = [
            box(
                low,
                end - min((end - low) * 0.1, (x.high - x.low) / x.plot),
                height - y.pixel(count),
                height,
                THEME_COLOURS["accent_soft"],
            )
            for low, end, count in zip(ends[:-1], ends[1:], counts, strict=True)
        ]
        heights = [height - y.pixel(tick) for tick in y.ticks]
        return canvas(
            width,
            height,
            [
                *boxes(bars, x.channel("x", title=measure.heading(language), grid=False)),
                *rules([box(0, x.plot, at, at, THEME_COLOURS["grid"]) for at in heights]),
                labels(
                    [
                        Label(-8, at, text, "right", THEME_COLOURS["muted"])
                        for at, text in zip(heights, y.tick_labels, strict=True)
                    ]
                ),
                *_marked(placed, places, written, x, height),
                *key.layers,
            ],
            left=left,
            right=28,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, edges, counts, shown, measure))


def _marked(
    placed: Sequence[tuple[float, int]],
    places: Sequence[float],
    written: Sequence[str],
    x: Scale,
    height: float,
) -> list[Spec]:
    stems, names = [], []
    for (start, row), place, text in zip(placed, places, written, strict=True):
        at = x.pixel(place)
        stems.append(box(at, at, -row * _ROW - 2, height, THEME_COLOURS["ink"]))
        names.append(Label(start, -row * _ROW - 10, text))
    return [*rules(stems, strokeWidth=1.5), labels(names)] if names else []


def _placed(
    stems: Sequence[float], written: Sequence[str], left: float, right: float
) -> list[tuple[float, int]]:
    """Where each text starts and the row it stands on, so that none meets a text or a stem."""
    widths = [text_width(text) for text in written]

    def starts(i: int) -> list[float]:
        wanted = (stems[i] - widths[i] / 2, stems[i] - 4, stems[i] - widths[i] + 4)
        return [min(max(at, left), right - widths[i]) for at in wanted]

    def clash(i: int, at: tuple[float, int], j: int, other: tuple[float, int]) -> bool:
        (a, row), (b, row_b) = at, other
        if row == row_b:
            return a < b + widths[j] + 10 and b < a + widths[i] + 10
        if row > row_b:
            return b - 3 < stems[i] < b + widths[j] + 3
        return a - 3 < stems[j] < a + widths[i] + 3

    def search(done: list[tuple[float, int]], most: int) -> list[tuple[float, int]] | None:
        i = len(done)
        if i == len(stems):
            return done
        for row in range(most):
            for start in starts(i):
                if not any(clash(i, (start, row), j, other) for j, other in enumerate(done)):
                    found = search([*done, (start, row)], most)
                    if found is not None:
                        return found
        return None

    for most in range(1, len(stems) + 1):
        found = search([], most)
        if found is not None:
            return found
    return [(starts(i)[0], i) for i in range(len(stems))]


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
