"""Charts made of rows: a name in the gutter, marks beside it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from fucina.documents.charts.canvas import NARROW
from fucina.documents.charts.chart import Spec
from fucina.documents.charts.labels import LINE, Label, labels, lines, stacked, text_width

_GAP = 10
_OVER = 17


@dataclass(frozen=True)
class Rows:
    """Where each row stands, in pixels, and the gutter its name needs."""

    names: tuple[tuple[str, ...], ...]
    middles: tuple[float, ...]
    gutter: float
    height: float
    above: bool = False
    """Names stand over their rows and not beside them, where a phone has no room for a gutter."""

    def name_layer(self, strong: Collection[int] = ()) -> Spec:
        return labels(
            [
                line
                for i, (name, y) in enumerate(zip(self.names, self.middles, strict=True))
                for line in stacked(self._name(y, len(name), strong=i in strong), name)
            ]
        )

    def _name(self, y: float, count: int, *, strong: bool) -> Label:
        weight: Literal["normal", "bold"] = "bold" if strong else "normal"
        if self.above:
            return Label(-self.gutter, y - _OVER - (count - 1) * LINE / 2, "", weight=weight)
        return Label(-_GAP, y, "", "right", weight=weight)


def rows(names: Sequence[str], width: int, least: float = 30, share: float = 0.34) -> Rows:
    """Rows at least `least` pixels high; names take at most `share` of the width."""
    broken = tuple(lines(name, width * share) for name in names)
    heights = [max(least, len(name) * LINE + 8) for name in broken]
    middles = tuple(sum(heights[:i]) + height / 2 for i, height in enumerate(heights))
    widest = max(text_width(line) for name in broken for line in name)
    return Rows(broken, middles, widest + _GAP + 2, sum(heights))


def wide_rows(names: Sequence[str], width: int, least: float = 30) -> Rows:
    """Rows whose names go above them on a phone, for charts that need the whole width."""
    if width >= NARROW:
        return rows(names, width, least)
    broken = tuple(lines(name, width - 12) for name in names)
    heights = [len(name) * LINE + 30 for name in broken]
    middles = tuple(sum(heights[: i + 1]) - 13 for i in range(len(heights)))
    return Rows(broken, middles, 12, sum(heights), above=True)
