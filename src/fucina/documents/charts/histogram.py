"""How often each value comes out, with the values that matter marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, lines, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, rules
from fucina.documents.charts.scale import position, scale
from fucina.documents.tables import Column, Table, Value
from fucina.documents.text import Language, Text
from fucina.documents.theme import CATEGORIES, THEME_COLOURS

_ROW = 18
_HEADING = 22
_MOST_FLAGS = 6
_INKS = CATEGORIES[1:] * 4
Flag = tuple[float, int]
"""Where the words start, and the row they stand on above the plot."""
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
        stems = [x.pixel(at) for at in places]
        placed = _placed(stems, written, -left, width - left)
        keys: list[Key] = []
        if placed is None:
            keys = [Key(text, c, "line") for text, c in zip(written, _INKS, strict=False)]
            high = 0
            marked = rules(
                [box(at, at, 0, height, c) for at, c in zip(stems, _INKS, strict=False)],
                strokeWidth=2,
            )
        else:
            high = (max((row for _, row in placed), default=-1) + 1) * _ROW
            marked = _flags(placed, stems, written, height)
        key = legend(keys, width, left, high + _HEADING)
        heading = Label(
            -left, -high - _HEADING / 2, phrases.RUNS[language], colour=THEME_COLOURS["muted"]
        )
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
                *rules([box(0, x.plot, at, at, THEME_COLOURS["grid"]) for at in heights]),
                *boxes(
                    bars,
                    x.channel("x", title=measure.heading(language), grid=False, labelPadding=12),
                ),
                labels(
                    [
                        Label(-8, at, text, "right", THEME_COLOURS["muted"])
                        for at, text in zip(heights, y.tick_labels, strict=True)
                    ]
                ),
                *marked,
                labels([heading]),
                *key.layers,
            ],
            left=left,
            right=28,
            top=key.height,
            bottom=50,
        )

    return Chart(name, title, alt, build, _table(name, title, edges, counts, shown, measure))


def _flags(
    placed: Sequence[Flag], stems: Sequence[float], written: Sequence[str], height: float
) -> list[Spec]:
    """A stem from the foot of the plot to each mark's row, and the words beside its top."""
    ink = THEME_COLOURS["ink"]
    stood = [
        box(at, at, -row * _ROW - _ROW + 2, height, ink)
        for at, (_, row) in zip(stems, placed, strict=True)
    ]
    names = [
        Label(start, -row * _ROW - 9, text)
        for (start, row), text in zip(placed, written, strict=True)
    ]
    return [*rules(stood, strokeWidth=1.5), labels(names)] if names else []


def _placed(
    stems: Sequence[float], written: Sequence[str], left: float, right: float
) -> list[Flag] | None:
    """A flag on each stem, so that no words meet other words or a stem; none if there is no way."""
    widths = [text_width(text) for text in written]

    def clash(i: int, one: Flag, j: int, other: Flag) -> bool:
        (a, row_a), (b, row_b) = one, other
        if row_a == row_b and a < b + widths[j] + 10 and b < a + widths[i] + 10:
            return True
        return (row_b >= row_a and a - 2.5 < stems[j] < a + widths[i] + 2.5) or (
            row_a >= row_b and b - 2.5 < stems[i] < b + widths[j] + 2.5
        )

    def search(done: list[Flag], most: int) -> list[Flag] | None:
        i = len(done)
        if i == len(stems):
            return done
        for row in range(most):
            for start in (stems[i] + 4, stems[i] - widths[i] - 4):
                flag = (start, row)
                if left <= start <= right - widths[i] and not any(
                    clash(i, flag, j, other) for j, other in enumerate(done)
                ):
                    found = search([*done, flag], most)
                    if found is not None:
                        return found
        return None

    if len(stems) > _MOST_FLAGS:
        return None
    tries = (search([], most) for most in range(1, len(stems) + 1))
    return next((found for found in tries if found is not None), None) if stems else []


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
