"""Horizontal bars, the longest first, with their standard errors."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas, layer, paint, pixels
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.rows import wide_rows
from fucina.documents.charts.scale import position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS


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

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(bar.label, language) for bar in ranked], width, strong=strong)
        written = [measure.written(bar.value, language) for bar in ranked]
        spans = [_span(bar, measure) for bar in ranked]
        room = max(text_width(text) for text in written) + 10
        negative = any(bar.value < 0 for bar in ranked)
        x = scale(
            measure,
            [end for span in spans for end in span],
            width - place.gutter - 12,
            language,
            room=(room if negative else 0, room),
        )
        values = [
            {
                "x": 0,
                "x2": position(measure, bar.value),
                "y": y - 9,
                "y2": y + 9,
                "middle": y,
                "low": low,
                "high": high,
                "colour": _colour(bar, soft=bool(strong)),
            }
            for bar, y, (low, high) in zip(ranked, place.middles, spans, strict=True)
        ]
        ends = [
            Label(high, y, text, dx=6) if bar.value >= 0 else Label(low, y, text, "right", dx=-6)
            for bar, y, text, (low, high) in zip(ranked, place.middles, written, spans, strict=True)
        ]
        key = legend(
            [Key(phrases.ERROR_BAR[language], shape="note")] if with_error else [],
            width,
            place.gutter,
        )
        error = [_errors(values)] if with_error else []
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                layer(
                    {"type": "rect"},
                    values,
                    x=x.channel("x", title=measure.heading(language), grid=False),
                    x2={"field": "x2"},
                    y=pixels("y"),
                    y2={"field": "y2"},
                    color=paint(),
                ),
                *error,
                labels(ends, {"field": "x", "type": "quantitative"}),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, ranked, of, measure, with_error))


def _errors(values: Sequence[Spec]) -> Spec:
    return layer(
        {"type": "rule", "strokeWidth": 1.5, "color": THEME_COLOURS["ink"]},
        values,
        x={"field": "low", "type": "quantitative"},
        x2={"field": "high"},
        y=pixels("middle"),
    )


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
