"""Words on a chart: how wide they are, where they break, and how they keep out of each other's way."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from fucina.documents.charts.canvas import TEXT_SIZE, layer, paint, pixels
from fucina.documents.charts.chart import Spec
from fucina.documents.theme import THEME_COLOURS

LINE = 14
_EM = {
    **dict.fromkeys("mwMW%@€—", 0.98),
    **dict.fromkeys("−+=<>", 0.84),
    **dict.fromkeys("iljftrI.,:;'’|!()[]-·  ", 0.4),
}
_BOLD = 1.12
_SPACE = re.compile(r"[ \t\r\n]+")
"""Where a line may end; a no-break space is not among them."""


@dataclass(frozen=True)
class Label:
    """Text at a point, in pixels from the plot's upper left corner."""

    x: float
    y: float
    text: str
    align: Literal["left", "center", "right"] = "left"
    colour: str = THEME_COLOURS["ink"]
    size: int = TEXT_SIZE
    weight: Literal["normal", "bold"] = "normal"
    dx: float = 0
    angle: int = 0


def text_width(text: str, size: int = TEXT_SIZE, *, bold: bool = False) -> float:
    """A generous estimate that holds for any of the theme's fonts."""
    em = sum(_EM.get(c, 0.7 if c.isupper() else 0.63) for c in text)
    return em * size * (_BOLD if bold else 1)


def lines(
    text: str, room: float, size: int = TEXT_SIZE, most: int = 4, *, bold: bool = False
) -> tuple[str, ...]:
    """The text broken so that it fits the room in pixels."""
    broken: list[str] = []
    for word in filter(None, _SPACE.split(text)):
        joined = f"{broken[-1]} {word}" if broken else word
        if broken and text_width(joined, size, bold=bold) <= room:
            broken[-1] = joined
        else:
            broken += _pieces(word, room, size, bold=bold)
    if len(broken) > most:
        last = f"{broken[most - 1]} {broken[most]}"
        while last and text_width(f"{last}…", size, bold=bold) > room:
            last = last[:-1]
        broken = [*broken[: most - 1], f"{last.rstrip()}…"]
    return tuple(broken) or ("",)


def _pieces(word: str, room: float, size: int, *, bold: bool) -> list[str]:
    """A word cut where it is longer than a line."""
    pieces = [""]
    for c in word:
        if pieces[-1] and text_width(pieces[-1] + c, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += c
    return pieces


def stacked(label: Label, broken: Sequence[str], line: float = LINE) -> list[Label]:
    """One label per line, centred on the label's height."""
    top = label.y - (len(broken) - 1) * line / 2
    return [
        Label(**{**asdict(label), "y": top + i * line, "text": text})
        for i, text in enumerate(broken)
    ]


def labels(items: Sequence[Label], **mark: object) -> Spec:
    """The layer that writes them."""
    return layer(
        {
            "type": "text",
            "baseline": "middle",
            **{name: {"expr": f"datum.{name}"} for name in ("align", "dx", "angle")},
            "fontSize": {"expr": "datum.size"},
            "fontWeight": {"expr": "datum.weight"},
            **mark,
        },
        [asdict(item) for item in items],
        x=pixels("x"),
        y=pixels("y"),
        text={"field": "text"},
        color=paint(),
    )


def spread(
    middles: Sequence[float], sizes: Sequence[float], top: float, bottom: float
) -> list[float]:
    """The middles moved as little as needed for boxes of these sizes not to overlap."""
    order = sorted(range(len(middles)), key=lambda i: middles[i])
    starts = [sum(sizes[j] for j in order[:k]) for k in range(len(order))]
    # What is left of each place when the boxes before it are taken away must not decrease.
    groups: list[tuple[float, int]] = []
    for i, start in zip(order, starts, strict=True):
        free, count = middles[i] - sizes[i] / 2 - start, 1
        while groups and groups[-1][0] > free:
            before, many = groups.pop()
            free = (before * many + free * count) / (many + count)
            count += many
        groups.append((free, count))
    most = max(bottom - sum(sizes), top)
    frees = [min(max(free, top), most) for free, count in groups for _ in range(count)]
    placed = list(middles)
    for i, start, free in zip(order, starts, frees, strict=True):
        placed[i] = free + start + sizes[i] / 2
    return placed
