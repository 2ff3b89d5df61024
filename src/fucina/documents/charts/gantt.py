"""Tasks along the months, with how late each may end."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, rules
from fucina.documents.charts.rows import wide_rows
from fucina.documents.charts.scale import Scale, position
from fucina.documents.numbers import number
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text, Words, said
from fucina.documents.theme import THEME_COLOURS

_THICK = 7
_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
"""Months between two ticks."""


@dataclass(frozen=True)
class Task:
    """In months from the start of the programme; `late` is the 95th percentile of the finish."""

    label: Words
    start: float
    finish: float
    late: float
    critical: bool = False


def gantt(
    name: str, title: Text, alt: Text, tasks: Sequence[Task], *, of: Text, measure: Column
) -> Chart:
    """Tasks in the order given; `measure` says how the months are written."""

    strong = [i for i, task in enumerate(tasks) if task.critical]

    def build(language: Language, width: int) -> Spec:
        place = wide_rows([said(task.label, language) for task in tasks], width, 24, strong)
        x = _months(tasks, measure, width - place.gutter - 20, language)
        bars, late = [], []
        for task, y in zip(tasks, place.middles, strict=True):
            start, finish, last = (
                position(measure, at) for at in (task.start, task.finish, task.late)
            )
            shown = max(finish, start + 3 * (x.high - x.low) / x.plot)
            colour = THEME_COLOURS["accent" if task.critical else "accent_soft"]
            bars.append(box(start, shown, y - _THICK, y + _THICK, colour))
            if last > finish:
                ink = THEME_COLOURS["ink"]
                end = x.pixel(last)
                late += [box(x.pixel(finish), end, y, y, ink), box(end, end, y - 4, y + 4, ink)]
        key = legend(
            [
                Key(phrases.CRITICAL[language], THEME_COLOURS["accent"]),
                Key(phrases.NOT_CRITICAL[language], THEME_COLOURS["accent_soft"]),
                Key(phrases.LATE_WHISKER[language], THEME_COLOURS["ink"], "line"),
            ],
            width,
            place.gutter,
        )
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *boxes(bars, x.channel("x", title=measure.heading(language), grid=False)),
                *rules(late, strokeWidth=1.5),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            right=20,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, tasks, of, measure))


def _months(tasks: Sequence[Task], measure: Column, plot: float, language: Language) -> Scale:
    low = min(0.0, *(position(measure, task.start) for task in tasks))
    high = max(position(measure, max(task.late, task.finish)) for task in tasks) or 1.0
    step = next((s for s in _STEPS if (high - low) / s * 34 <= plot), _STEPS[-1])
    ticks = [
        float(i * step) for i in range(int(low // step), int(high // step) + 1) if i * step >= low
    ]
    return Scale(low, high, plot, tuple(ticks), tuple(number(tick, language) for tick in ticks))


def _table(name: str, title: Text, tasks: Sequence[Task], of: Text, measure: Column) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    return Table(
        name,
        title,
        [
            Column("label", of),
            column("start", phrases.START),
            column("finish", phrases.END),
            column("late", phrases.LATE_END),
            Column("critical", phrases.CRITICAL),
        ],
        [
            {
                "label": task.label,
                "start": task.start,
                "finish": task.finish,
                "late": task.late,
                "critical": phrases.YES if task.critical else phrases.NO,
            }
            for task in tasks
        ],
    )
