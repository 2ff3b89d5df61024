"""Keys above the plot, set like words: they flow and break into lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fucina.documents.charts.chart import Spec
from fucina.documents.charts.labels import Label, labels, lines, text_width
from fucina.documents.charts.marks import box, boxes, diamonds, discs
from fucina.documents.theme import THEME_COLOURS

ROW = 20
_SWATCH = 18


@dataclass(frozen=True)
class Key:
    """A mark and what it stands for; a note is a key without a mark."""

    text: str
    colour: str = ""
    shape: Literal["square", "line", "circle", "diamond", "note"] = "square"


@dataclass(frozen=True)
class Legend:
    layers: list[Spec]
    height: float


def legend(keys: Sequence[Key], width: float, left: float = 0, gap: float = 0) -> Legend:
    """The keys above a plot whose left margin is `left`; `height` is the top margin they need.

    `gap` leaves room for other words between the keys and the plot.
    """
    placed: list[tuple[Key, float, int]] = []
    x, row = 0.0, 0
    for key in keys:
        swatch = 0 if key.shape == "note" else _SWATCH
        for i, text in enumerate(lines(key.text, width - swatch)):
            needed = swatch + text_width(text)
            if x and (i or x + needed > width):
                x, row = 0.0, row + 1
            mark = key.shape if not i else "note"
            placed.append((Key(text, key.colour, mark), x + swatch * bool(i), row))
            x += needed + 16
    height = gap + ((row + 1) * ROW + 6 if keys else 4)
    return Legend(_layers(placed, left, height), height)


def _layers(placed: Sequence[tuple[Key, float, int]], left: float, height: float) -> list[Spec]:
    written, squares, dots, gates = [], [], [], []
    for key, x, row in placed:
        at, y = x - left, row * ROW + ROW / 2 - height
        note = key.shape == "note"
        colour = THEME_COLOURS["ink" if key.colour else "muted"]
        written.append(Label(at if note else at + _SWATCH, y, key.text, colour=colour))
        if key.shape == "circle":
            dots.append((at + 6, y, key.colour))
        elif key.shape == "diamond":
            gates.append((at + 6, y, key.colour))
        elif not note:
            half = 5.5 if key.shape == "square" else 1.25
            squares.append(box(at, at + 12, y - half, y + half, key.colour))
    return [
        *([labels(written)] if written else []),
        *boxes(squares),
        *discs(dots),
        *diamonds(gates),
    ]
