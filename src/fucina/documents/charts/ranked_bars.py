"""Horizontal bars, the longest first, with their standard errors."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, rules
from fucina.documents.charts.rows import Rows, wide_rows
from fucina.documents.charts.scale import Scale, position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS

_MANY = 14
"""More bars than these stand closer together."""


@dataclass(frozen=True)
class Bar:
    label: Words
    value: float
    error: float | None = None
    highlight: bool = False


def ranked_bars(
    name: str, title: Text, alt: Text, bars: Sequence[Bar], *, of: Text, measure: Column
) -> Chart:
    """`of` heads the labels; `measure` says what the values are and how they are written."""
    ranked = sorted(bars, key=lambda bar: -bar.value)
    with_error = any(bar.error is not None for bar in ranked)
    strong = [i for i, bar in enumerate(ranked) if bar.highlight]

    least = 30 if len(ranked) <= _MANY else 24

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(bar.label, language) for bar in ranked], width, least, strong)
        written = [measure.written(bar.value, language) for bar in ranked]
        x = _scale(ranked, written, measure, width - place.gutter - 12, language)
        key = legend(
            [Key(phrases.ERROR_BAR[language], shape="note")] if with_error else [],
            width,
            place.gutter,
        )
        axis = x.channel("x", title=measure.heading(language), grid=False)
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *boxes(_bars(ranked, place, measure, soft=bool(strong)), axis),
                *rules(_errors(ranked, place, x, measure), strokeWidth=1.5),
                labels(_values(ranked, written, place, x, measure)),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, ranked, of, measure, with_error))


def _scale(
    bars: Sequence[Bar], written: Sequence[str], measure: Column, plot: float, language: Language
) -> Scale:
    """Room for every bar, its error and the value written beside it."""
    room = max(text_width(text) for text in written) + 10
    ends = [end for bar in bars for end in _span(bar, measure)]
    negative = any(bar.value < 0 for bar in bars)
    return scale(measure, ends, plot, language, room=(room if negative else 0, room))


def _bars(bars: Sequence[Bar], place: Rows, measure: Column, *, soft: bool) -> list[Spec]:
    return [
        box(0, position(measure, bar.value), y - 9, y + 9, _colour(bar, soft=soft))
        for bar, y in zip(bars, place.middles, strict=True)
    ]


def _errors(bars: Sequence[Bar], place: Rows, x: Scale, measure: Column) -> list[Spec]:
    ink = THEME_COLOURS["ink"]
    spans = [(_span(bar, measure), y) for bar, y in zip(bars, place.middles, strict=True)]
    return [box(x.pixel(low), x.pixel(high), y, y, ink) for (low, high), y in spans if low < high]


def _values(
    bars: Sequence[Bar], written: Sequence[str], place: Rows, x: Scale, measure: Column
) -> list[Label]:
    """Each value on the far side of its bar."""
    found = []
    for bar, text, y in zip(bars, written, place.middles, strict=True):
        low, high = _span(bar, measure)
        right = Label(x.pixel(high), y, text, dx=6)
        found.append(right if bar.value >= 0 else Label(x.pixel(low), y, text, "right", dx=-6))
    return found


def _span(bar: Bar, measure: Column) -> tuple[float, float]:
    at, error = position(measure, bar.value), position(measure, bar.error or 0.0)
    return at - error, at + error


def _colour(bar: Bar, *, soft: bool) -> str:
    tone = "bad" if bar.value < 0 else "accent"
    return THEME_COLOURS[f"{tone}_soft" if soft and not bar.highlight else tone]


def _table(
    name: str, title: Text, bars: Sequence[Bar], of: Text, measure: Column, with_error: bool
) -> Table:
    error = Column("error", phrases.STANDARD_ERROR, measure.kind, measure.digits, measure.unit)
    return Table(
        name,
        title,
        [Column("label", of), measure, *([error] if with_error else [])],
        [{"label": bar.label, measure.key: bar.value, "error": bar.error} for bar in bars],
    )
