"""Where values fall and how the axis is written, in the reader's language."""

import datetime as dt
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.chart import Spec
from fucina.documents.numbers import number, percent
from fucina.documents.tables import Column, Value
from fucina.documents.text import Language, Text

Measured = float | dt.date
"""A value on a chart's axis."""


def position(measure: Column, value: Value) -> float:
    """The value on the axis: millions for amounts in millions, days for dates."""
    if isinstance(value, dt.date):
        return float(value.toordinal())
    if value is None or isinstance(value, str | Text):
        raise TypeError(f"{measure.key}: {value!r} has no place on an axis")
    return float(value) / 1e6 if measure.kind == "millions" else float(value)


@dataclass(frozen=True)
class Scale:
    """A stretch of an axis that is `plot` pixels long, with its ticks."""

    low: float
    high: float
    plot: float
    ticks: tuple[float, ...]
    tick_labels: tuple[str, ...]

    def pixel(self, x: float) -> float:
        return (x - self.low) / (self.high - self.low) * self.plot

    def channel(self, field: str, **axis: object) -> Spec:
        return {
            "field": field,
            "type": "quantitative",
            "scale": {"domain": [self.low, self.high], "nice": False, "zero": False},
            "axis": {"values": list(self.ticks), "labelExpr": self._label_expr(), **axis},
        }

    def _label_expr(self) -> str:
        return f"{json.dumps(self.tick_labels)}[indexof({json.dumps(self.ticks)}, datum.value)]"


def scale(
    measure: Column,
    values: Sequence[float],
    plot: float,
    language: Language,
    *,
    zero: bool = True,
    room: tuple[float, float] = (0, 0),
    tick_room: float = 70,
) -> Scale:
    """A scale over the values, leaving `room` pixels free before and after them."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = low - 0.5 * (low != 0 or not zero), high + 0.5 if low else 1.0
    per_pixel = (high - low) / max(plot - sum(room), 1)
    low, high = low - room[0] * per_pixel, high + room[1] * per_pixel
    count = max(int(plot / tick_room), 2)
    if measure.kind == "date":
        ticks, written = _date_ticks(low, high, count)
    else:
        step = nice_step((high - low) / count)
        ticks = [i * step for i in range(math.ceil(low / step), math.floor(high / step) + 1)]
        written = [tick_label(measure, tick, step, language) for tick in ticks]
    return Scale(low, high, plot, tuple(ticks), tuple(written))


def nice_step(rough: float) -> float:
    """The next of 1, 2, 2.5, 5 × a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)


def tick_label(measure: Column, tick: float, step: float, language: Language) -> str:
    share = measure.kind == "percent"
    unit_step = step * 100 if share else step
    digits = next((d for d in range(6) if math.isclose(unit_step, round(unit_step, d))), 6)
    return percent(tick, language, digits) if share else number(tick, language, digits)


def _date_ticks(low: float, high: float, count: int) -> tuple[list[float], list[str]]:
    first = dt.date.fromordinal(math.floor(low)).year + 1
    years = range(first, dt.date.fromordinal(math.floor(high)).year + 1)
    every = max(math.ceil(len(years) / count), 1)
    kept = [year for year in years if year % every == 0]
    return [float(dt.date(year, 1, 1).toordinal()) for year in kept], [str(y) for y in kept]


def year_ticks(low: float, high: float, count: int) -> list[int]:
    """Whole years, no more than `count` or so of them."""
    every = max(math.ceil(nice_step(max(high - low, 1) / max(count, 1))), 1)
    return [y for y in range(math.ceil(low), math.floor(high) + 1) if y % every == 0]
