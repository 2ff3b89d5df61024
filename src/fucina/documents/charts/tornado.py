"""How far each input alone moves the result, the most powerful first."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes
from fucina.documents.charts.rows import Rows, wide_rows
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS

_LOW, _HIGH = THEME_COLOURS["bad"], THEME_COLOURS["accent"]
_THICK = 9


@dataclass(frozen=True)
class Swing:
    """The result with the input at its low value, and at its high value."""

    label: Words
    low: float
    high: float


def tornado(
    name: str,
    title: Text,
    alt: Text,
    swings: Sequence[Swing],
    base: float,
    *,
    of: Text,
    measure: Column,
    low_label: Text,
    high_label: Text,
) -> Chart:
    """`of` heads the inputs; `measure` says what the result is; the labels name the two colours."""
    ranked = sorted(swings, key=lambda s: -(max(s.low, s.high, base) - min(s.low, s.high, base)))
    centre = position(measure, base)

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(swing.label, language) for swing in ranked], width, 28)
        ends = [_ends(swing, base, measure, language) for swing in ranked]
        x = _scale(ranked, ends, centre, measure, width - place.gutter - 12, language)
        key = legend(
            [
                Key(low_label[language], _LOW),
                Key(high_label[language], _HIGH),
                Key(
                    f"{phrases.BASE[language]}: {measure.written(base, language)}",
                    THEME_COLOURS["ink"],
                    "line",
                ),
            ],
            width,
            place.gutter,
        )
        axis = x.channel("x", title=measure.heading(language), grid=False)
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *boxes(_bars(ranked, place, centre, measure), axis),
                *place.uprights([x.pixel(centre)], "ink", 1.5),
                labels(_values(ranked, ends, place, x, centre, measure)),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            top=key.height,
        )

    return Chart(
        name,
        title,
        alt,
        build,
        _table(name, title, ranked, base, of, measure, low_label, high_label),
    )


def _scale(
    swings: Sequence[Swing],
    ends: Sequence[tuple[str, str]],
    centre: float,
    measure: Column,
    plot: float,
    language: Language,
) -> Scale:
    """Room for every bar and for the words on both its sides."""
    before = max((text_width(left) + 8 for left, _ in ends if left), default=8)
    after = max((text_width(right) + 8 for _, right in ends if right), default=8)
    values = [position(measure, end) for swing in swings for end in (swing.low, swing.high)]
    return scale(measure, [*values, centre], plot, language, zero=False, room=(before, after))


def _bars(swings: Sequence[Swing], place: Rows, centre: float, measure: Column) -> list[Spec]:
    """Two bars from the base; the shorter is thinner where both go the same way."""
    drawn = []
    for swing, y in zip(swings, place.middles, strict=True):
        sides = [(position(measure, swing.low), _LOW), (position(measure, swing.high), _HIGH)]
        sides.sort(key=lambda side: -abs(side[0] - centre))
        same_side = (sides[0][0] - centre) * (sides[1][0] - centre) > 0
        for i, (end, colour) in enumerate(sides):
            half = _THICK / 2 if same_side and i else _THICK
            low, high = min(end, centre), max(end, centre)
            if low < high:
                drawn.append(box(low, high, y - half, y + half, colour))
    return drawn


def _values(
    swings: Sequence[Swing],
    ends: Sequence[tuple[str, str]],
    place: Rows,
    x: Scale,
    centre: float,
    measure: Column,
) -> list[Label]:
    written = []
    for swing, y, (left, right) in zip(swings, place.middles, ends, strict=True):
        reach = [centre, position(measure, swing.low), position(measure, swing.high)]
        written.append(Label(x.pixel(min(reach)), y, left, "right", dx=-5))
        written.append(Label(x.pixel(max(reach)), y, right, dx=5))
    return [label for label in written if label.text]


def _ends(swing: Swing, base: float, measure: Column, language: Language) -> tuple[str, str]:
    """What is written left and right of a bar: the results below and above the base."""

    def written(values: list[float]) -> str:
        return " · ".join(measure.written(value, language) for value in sorted(values))

    ends = [swing.low, swing.high]
    return written([v for v in ends if v < base]), written([v for v in ends if v > base])


def _table(
    name: str,
    title: Text,
    swings: Sequence[Swing],
    base: float,
    of: Text,
    measure: Column,
    low_label: Text,
    high_label: Text,
) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    return Table(
        name,
        title,
        [
            Column("label", of),
            column("low", low_label),
            column("base", phrases.BASE),
            column("high", high_label),
        ],
        [
            {"label": swing.label, "low": swing.low, "base": base, "high": swing.high}
            for swing in swings
        ],
    )
