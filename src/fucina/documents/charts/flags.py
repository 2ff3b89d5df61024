"""Values pointed out on a plot: a stem each, and words that stand in nobody’s way."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.chart import Spec
from fucina.documents.charts.labels import Label, labels, text_width
from fucina.documents.charts.legend import Key
from fucina.documents.charts.marks import box, rules
from fucina.documents.theme import CATEGORIES, THEME_COLOURS

_ROW = 18
_MOST_FLAGS = 6
_INKS = CATEGORIES[1:] * 4
Flag = tuple[float, int]
"""Where the words start, and the row they stand on above the plot."""


@dataclass(frozen=True)
class Flags:
    """What marks the values; `keys` name them where no words fit beside the stems."""

    layers: list[Spec]
    keys: list[Key]
    height: float


def flags(
    stems: Sequence[float], written: Sequence[str], left: float, right: float, height: float
) -> Flags:
    """Stems (pixels) with their words between `left` and `right`, over a plot of this height."""
    placed = _placed(stems, written, left, right)
    if placed is None:
        keys = [Key(text, ink, "line") for text, ink in zip(written, _INKS, strict=False)]
        stood = [box(at, at, 0, height, ink) for at, ink in zip(stems, _INKS, strict=False)]
        return Flags(rules(stood, strokeWidth=2), keys, 0)
    rows = max((row for _, row in placed), default=-1) + 1
    return Flags(_flags(placed, stems, written, height), [], rows * _ROW)


def _flags(
    placed: Sequence[Flag], stems: Sequence[float], written: Sequence[str], height: float
) -> list[Spec]:
    """A stem from the foot of the plot to each mark's row, and the words beside its top."""
    ink = THEME_COLOURS["ink"]
    stood = [
        box(at, at, -row * _ROW - _ROW + 2, height, ink)
        for at, (_, row) in zip(stems, placed, strict=True)
    ]
    names = [
        Label(start, -row * _ROW - 9, text)
        for (start, row), text in zip(placed, written, strict=True)
    ]
    return [*rules(stood, strokeWidth=1.5), labels(names)] if names else []


def _placed(
    stems: Sequence[float], written: Sequence[str], left: float, right: float
) -> list[Flag] | None:
    """A flag on each stem, so that no words meet other words or a stem; none if there is no way."""
    widths = [text_width(text) for text in written]

    def clash(i: int, one: Flag, j: int, other: Flag) -> bool:
        (a, row_a), (b, row_b) = one, other
        if row_a == row_b and a < b + widths[j] + 10 and b < a + widths[i] + 10:
            return True
        return (row_b >= row_a and a - 2.5 < stems[j] < a + widths[i] + 2.5) or (
            row_a >= row_b and b - 2.5 < stems[i] < b + widths[j] + 2.5
        )

    def search(done: list[Flag], most: int) -> list[Flag] | None:
        i = len(done)
        if i == len(stems):
            return done
        for row in range(most):
            for start in (stems[i] + 4, stems[i] - widths[i] - 4):
                flag = (start, row)
                if left <= start <= right - widths[i] and not any(
                    clash(i, flag, j, other) for j, other in enumerate(done)
                ):
                    found = search([*done, flag], most)
                    if found is not None:
                        return found
        return None

    if len(stems) > _MOST_FLAGS:
        return None
    tries = (search([], most) for most in range(1, len(stems) + 1))
    return next((found for found in tries if found is not None), None) if stems else []
