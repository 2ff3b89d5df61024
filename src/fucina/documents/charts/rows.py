"""Charts made of rows: a name in the gutter, marks beside it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from fucina.documents.charts.canvas import NARROW
from fucina.documents.charts.chart import Spec
from fucina.documents.charts.labels import LINE, Label, labels, lines, stacked, text_width
from fucina.documents.charts.marks import box, rules
from fucina.documents.theme import THEME_COLOURS

_GAP = 10
_OVER = 22
_REACH = 13


@dataclass(frozen=True)
class Rows:
    """Where each row stands, in pixels, and the gutter its name needs."""

    names: tuple[tuple[str, ...], ...]
    middles: tuple[float, ...]
    gutter: float
    height: float
    strong: Collection[int]
    above: bool = False
    """Names stand over their rows and not beside them, where a phone has no room for a gutter."""

    def name_layer(self) -> Spec:
        return labels(
            [
                line
                for i, (name, y) in enumerate(zip(self.names, self.middles, strict=True))
                for line in stacked(self._name(y, len(name), strong=i in self.strong), name)
            ]
        )

    def uprights(self, at: Sequence[float], colour: str = "grid", width: float = 1) -> list[Spec]:
        """Lines down the plot that pass no name."""
        spans = (
            [(y - _REACH, y + _REACH) for y in self.middles] if self.above else [(0, self.height)]
        )
        return rules(
            [box(x, x, top, end, THEME_COLOURS[colour]) for x in at for top, end in spans],
            strokeWidth=width,
        )

    def _name(self, y: float, count: int, *, strong: bool) -> Label:
        weight: Literal["normal", "bold"] = "bold" if strong else "normal"
        if self.above:
            return Label(-self.gutter, y - _OVER - (count - 1) * LINE / 2, "", weight=weight)
        return Label(-_GAP, y, "", "right", weight=weight)


def rows(
    names: Sequence[str],
    width: int,
    least: float = 30,
    share: float = 0.34,
    strong: Collection[int] = (),
) -> Rows:
    """Rows at least `least` pixels high; names take at most `share` of the width."""
    broken = tuple(lines(name, width * share, bold=i in strong) for i, name in enumerate(names))
    heights = [max(least, len(name) * LINE + 8) for name in broken]
    middles = tuple(sum(heights[:i]) + height / 2 for i, height in enumerate(heights))
    widest = max(
        text_width(line, bold=i in strong) for i, name in enumerate(broken) for line in name
    )
    return Rows(broken, middles, widest + _GAP + 2, sum(heights), strong)


def wide_rows(
    names: Sequence[str], width: int, least: float = 30, strong: Collection[int] = ()
) -> Rows:
    """Rows whose names go above them on a phone, for charts that need the whole width."""
    if width >= NARROW:
        return rows(names, width, least, strong=strong)
    broken = tuple(lines(name, width - 12, bold=i in strong) for i, name in enumerate(names))
    heights = [len(name) * LINE + 2 * _REACH + 6 for name in broken]
    middles = tuple(sum(heights[: i + 1]) - _REACH for i in range(len(heights)))
    return Rows(broken, middles, 12, sum(heights), strong, above=True)
