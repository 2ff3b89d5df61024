"""Horizontal bars of equal length, divided into parts from dark to light."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes
from fucina.documents.charts.rows import wide_rows
from fucina.documents.charts.scale import scale
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import step_colour

_SHARE = Column("share", phrases.SHARE, "percent")
_THICK = 11


@dataclass(frozen=True)
class Stack:
    label: Words
    parts: Sequence[float]
    highlight: bool = False


def stacked_bars(
    name: str,
    title: Text,
    alt: Text,
    stacks: Sequence[Stack],
    *,
    parts: Sequence[Text],
    of: Text,
    measure: Column,
) -> Chart:
    """Bars in the order given; `parts` names the divisions, `measure` says how they are written."""
    colours = [step_colour(1 - i / max(len(parts) - 1, 1)) for i in range(len(parts))]

    strong = [i for i, stack in enumerate(stacks) if stack.highlight]

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(stack.label, language) for stack in stacks], width, strong=strong)
        x = scale(_SHARE, [0, 1], width - place.gutter - 24, language)
        cells, written = [], []
        for stack, y in zip(stacks, place.middles, strict=True):
            total, start = sum(stack.parts) or 1.0, 0.0
            for value, (fill, ink) in zip(stack.parts, colours, strict=True):
                end = start + value / total
                gap = min(0.75 / x.plot, (end - start) / 4)
                if value:
                    cells.append(box(start + gap, end - gap, y - _THICK, y + _THICK, fill))
                text = measure.written(value, language)
                if text_width(text) + 6 <= x.pixel(end - start):
                    middle = x.pixel((start + end) / 2)
                    written.append(Label(middle, y, text, "center", colour=ink))
                start = end
        key = legend(
            [Key(part[language], fill) for part, (fill, _) in zip(parts, colours, strict=True)],
            width,
            place.gutter,
        )
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *boxes(cells, x.channel("x", title=None, grid=False)),
                labels(written),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            right=24,
            top=key.height,
            bottom=26,
        )

    return Chart(name, title, alt, build, _table(name, title, stacks, parts, of, measure))


def _table(
    name: str,
    title: Text,
    stacks: Sequence[Stack],
    parts: Sequence[Text],
    of: Text,
    measure: Column,
) -> Table:
    keys = [f"{measure.key}_{i}" for i in range(1, len(parts) + 1)]
    return Table(
        name,
        title,
        [
            Column("label", of),
            *(
                Column(key, part, measure.kind, measure.digits, measure.unit)
                for key, part in zip(keys, parts, strict=True)
            ),
        ],
        [{"label": stack.label} | dict(zip(keys, stack.parts, strict=True)) for stack in stacks],
    )
