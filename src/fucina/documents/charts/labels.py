"""Words on a chart: how wide they are, where they break, and how they keep out of each other's way."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from textwrap import wrap
from typing import Literal

from fucina.documents.charts.canvas import TEXT_SIZE, layer, paint, pixels
from fucina.documents.charts.chart import Spec
from fucina.documents.theme import THEME_COLOURS

LINE = 14
_WIDE = frozenset("mwMW%@€—")
_SLIM = frozenset("iljftrI.,:;'’|!() ·")


@dataclass(frozen=True)
class Label:
    """Text at a point; `x` in pixels, or in data units when the label rides on a scale."""

    x: float
    y: float
    text: str
    align: Literal["left", "center", "right"] = "left"
    colour: str = THEME_COLOURS["ink"]
    size: int = TEXT_SIZE
    weight: Literal["normal", "bold"] = "normal"
    dx: float = 0
    angle: int = 0


def text_width(text: str, size: int = TEXT_SIZE) -> float:
    """A generous estimate that holds for any of the theme's fonts."""
    em = sum(0.9 if c in _WIDE else 0.38 if c in _SLIM else 0.66 for c in text)
    return em * size


def lines(text: str, room: float, size: int = TEXT_SIZE, most: int = 4) -> tuple[str, ...]:
    """The text broken so that it fits the room in pixels."""
    chars = max(int(room / (0.6 * size)), 6)
    broken = wrap(text, chars, break_long_words=True, max_lines=most, placeholder="…")
    return tuple(broken) or ("",)


def stacked(label: Label, broken: Sequence[str], line: float = LINE) -> list[Label]:
    """One label per line, centred on the label's height."""
    top = label.y - (len(broken) - 1) * line / 2
    return [
        Label(**{**asdict(label), "y": top + i * line, "text": text})
        for i, text in enumerate(broken)
    ]


def labels(items: Sequence[Label], x: Spec | None = None) -> Spec:
    """The layer that writes them; `x` gives the scale for labels that ride on one."""
    mark: Spec = {
        "type": "text",
        "baseline": "middle",
        **{name: {"expr": f"datum.{name}"} for name in ("align", "dx", "angle")},
        "fontSize": {"expr": "datum.size"},
        "fontWeight": {"expr": "datum.weight"},
    }
    return layer(
        mark,
        [asdict(item) for item in items],
        x=x or pixels("x"),
        y=pixels("y"),
        text={"field": "text"},
        color=paint(),
    )


def spread(heights: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """The heights moved as little as needed to stand at least `gap` apart, in the same order."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    placed = list(heights)
    floor = top
    for i in order:
        placed[i] = max(placed[i], floor)
        floor = placed[i] + gap
    ceiling = bottom
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - gap
    return placed
