"""Two values for each row, joined: what is put in and what is decided, what is needed and what is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.rows import Rows, wide_rows
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS

_FIRST, _SECOND = THEME_COLOURS["accent"], THEME_COLOURS["bad"]


@dataclass(frozen=True)
class Pair:
    label: Words
    first: float
    second: float
    highlight: bool = False


def dumbbell(
    name: str,
    title: Text,
    alt: Text,
    pairs: Sequence[Pair],
    *,
    of: Text,
    measure: Column,
    first: Text,
    second: Text,
) -> Chart:
    """Rows in the order given; `first` and `second` say what the two values are."""
    strong = [i for i, pair in enumerate(pairs) if pair.highlight]

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(pair.label, language) for pair in pairs], width, 28, strong)
        written = [
            (measure.written(p.first, language), measure.written(p.second, language)) for p in pairs
        ]
        room = max((text_width(text) for both in written for text in both), default=0) + 14
        ends = [position(measure, v) for pair in pairs for v in (pair.first, pair.second)]
        x = scale(measure, ends, width - place.gutter - 12, language, room=(room, room))
        key = legend(
            [
                Key(first[language], _FIRST, "circle"),
                Key(second[language], _SECOND, "circle"),
            ],
            width,
            place.gutter,
        )
        return canvas(
            width,
            place.height,
            [
                *boxes([], x.channel("x", title=measure.heading(language), grid=False)),
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *_pairs(pairs, written, place, x, measure),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, pairs, of, measure, first, second))


def _pairs(
    pairs: Sequence[Pair],
    written: Sequence[tuple[str, str]],
    place: Rows,
    x: Scale,
    measure: Column,
) -> list[Spec]:
    """The joints, the dots over them, and each value on its outer side."""
    joints, dots, told = [], [], []
    for pair, texts, y in zip(pairs, written, place.middles, strict=True):
        ends = [
            (x.pixel(position(measure, value)), text, colour)
            for value, text, colour in zip(
                (pair.first, pair.second), texts, (_FIRST, _SECOND), strict=True
            )
        ]
        (low, left, _), (high, right, _) = sorted(ends, key=lambda end: end[0])
        joints.append(box(low, high, y, y, THEME_COLOURS["rule"]))
        dots += [(at, y, colour) for at, _, colour in ends]
        told += [Label(low, y, left, "right", dx=-9), Label(high, y, right, dx=9)]
    return [*rules(joints, strokeWidth=2), *discs(dots, 110), labels(told)]


def _table(
    name: str,
    title: Text,
    pairs: Sequence[Pair],
    of: Text,
    measure: Column,
    first: Text,
    second: Text,
) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    return Table(
        name,
        title,
        [Column("label", of), column("first", first), column("second", second)],
        [{"label": p.label, "first": p.first, "second": p.second} for p in pairs],
    )
