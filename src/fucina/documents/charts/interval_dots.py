"""A dot for each row, on the interval it may stray within."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.marks import box, boxes, discs, rules
from fucina.documents.charts.rows import wide_rows
from fucina.documents.charts.scale import position, scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS


@dataclass(frozen=True)
class Interval:
    label: Words
    low: float | None
    middle: float
    high: float | None
    highlight: bool = False


def interval_dots(
    name: str, title: Text, alt: Text, intervals: Sequence[Interval], *, of: Text, measure: Column
) -> Chart:
    """Rows in the order given; an interval without an end is a dot alone."""
    soft = any(interval.highlight for interval in intervals)
    strong = [i for i, interval in enumerate(intervals) if interval.highlight]

    def build(language: Language, width: int) -> Spec:
        place = wide_rows(
            [said(interval.label, language) for interval in intervals], width, 28, strong
        )
        written = [measure.written(interval.middle, language) for interval in intervals]
        spans = [_span(interval, measure) for interval in intervals]
        room = max(text_width(text) for text in written) + 14
        x = scale(
            measure,
            [end for span in spans for end in span],
            width - place.gutter - 12,
            language,
            zero=False,
            room=(10, room),
        )
        colours = [
            THEME_COLOURS["accent_soft" if soft and not interval.highlight else "accent"]
            for interval in intervals
        ]
        bars, dots, ends = [], [], []
        for (low, middle, high), y, colour, text in zip(
            spans, place.middles, colours, written, strict=True
        ):
            bars.append(box(x.pixel(low), x.pixel(high), y, y, colour))
            bars += [
                box(x.pixel(end), x.pixel(end), y - 4, y + 4, colour)
                for end in (low, high)
                if end != middle
            ]
            dots.append((x.pixel(middle), y, colour))
            ends.append(Label(x.pixel(high), y, text, dx=10))
        return canvas(
            width,
            place.height,
            [
                *boxes([], x.channel("x", title=measure.heading(language), grid=False)),
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *place.uprights([x.pixel(0)] if x.low < 0 < x.high else [], "rule"),
                *rules(bars, strokeWidth=2),
                *discs(dots, 100),
                labels(ends),
                place.name_layer(),
            ],
            left=place.gutter,
        )

    return Chart(name, title, alt, build, _table(name, title, intervals, of, measure))


def _span(interval: Interval, measure: Column) -> tuple[float, float, float]:
    middle = position(measure, interval.middle)
    low = middle if interval.low is None else position(measure, interval.low)
    high = middle if interval.high is None else position(measure, interval.high)
    return low, middle, high


def _table(
    name: str, title: Text, intervals: Sequence[Interval], of: Text, measure: Column
) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    return Table(
        name,
        title,
        [
            Column("label", of),
            column("low", phrases.LOW),
            measure,
            column("high", phrases.HIGH),
        ],
        [
            {
                "label": interval.label,
                "low": interval.low,
                measure.key: interval.middle,
                "high": interval.high,
            }
            for interval in intervals
        ],
    )
