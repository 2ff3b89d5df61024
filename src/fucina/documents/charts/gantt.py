"""Tasks along the months, with how late each may end, and the gates between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents import phrases
from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.legend import Key, legend
from fucina.documents.charts.marks import box, boxes, diamonds, rules
from fucina.documents.charts.rows import Rows, wide_rows
from fucina.documents.charts.scale import Scale, position
from fucina.documents.numbers import number
from fucina.documents.tables import Column, Table, Value
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


@dataclass(frozen=True)
class Stop:
    """A gate on the way: when it is reached, how late it may be, and whether it opens as things stand."""

    label: Words
    at: float
    late: float
    opens: bool


def gantt(
    name: str,
    title: Text,
    alt: Text,
    tasks: Sequence[Task],
    stops: Sequence[Stop] = (),
    *,
    of: Text,
    measure: Column,
) -> Chart:
    """Tasks in the order given, gates under them; `measure` says how the months are written."""
    strong = [i for i, task in enumerate(tasks) if task.critical]

    def build(language: Language, width: int) -> Spec:
        names = [said(task.label, language) for task in tasks]
        names += [said(stop.label, language) for stop in stops]
        place = wide_rows(names, width, 24, strong)
        x = _months(tasks, measure, width - place.gutter - 20, language)
        key = legend(_keys(stops, language), width, place.gutter)
        return canvas(
            width,
            place.height,
            [
                *place.uprights([x.pixel(tick) for tick in x.ticks]),
                *boxes(
                    _bars(tasks, place, x, measure),
                    x.channel("x", title=measure.heading(language), grid=False),
                ),
                *rules(_late(tasks, stops, place, x, measure), strokeWidth=1.5),
                *_gates(stops, place, x, measure),
                place.name_layer(),
                *key.layers,
            ],
            left=place.gutter,
            right=20,
            top=key.height,
        )

    return Chart(name, title, alt, build, _table(name, title, tasks, stops, of, measure))


def _keys(stops: Sequence[Stop], language: Language) -> list[Key]:
    keys = [
        Key(phrases.CRITICAL[language], THEME_COLOURS["accent"]),
        Key(phrases.NOT_CRITICAL[language], THEME_COLOURS["accent_soft"]),
    ]
    for opens, words, colour in ((True, phrases.OPENS, "accent"), (False, phrases.SHUT, "bad")):
        if any(stop.opens == opens for stop in stops):
            keys.append(Key(words[language], THEME_COLOURS[colour], "diamond"))
    return [*keys, Key(phrases.LATE_WHISKER[language], THEME_COLOURS["ink"], "line")]


def _bars(tasks: Sequence[Task], place: Rows, x: Scale, measure: Column) -> list[Spec]:
    drawn = []
    for task, y in zip(tasks, place.middles, strict=False):
        start, finish = position(measure, task.start), position(measure, task.finish)
        shown = max(finish, start + 3 * (x.high - x.low) / x.plot)
        colour = THEME_COLOURS["accent" if task.critical else "accent_soft"]
        drawn.append(box(start, shown, y - _THICK, y + _THICK, colour))
    return drawn


def _late(
    tasks: Sequence[Task], stops: Sequence[Stop], place: Rows, x: Scale, measure: Column
) -> list[Spec]:
    """A thin line from each end to how late it may be."""
    ink = THEME_COLOURS["ink"]
    spans = [(task.finish, task.late) for task in tasks] + [(stop.at, stop.late) for stop in stops]
    drawn = []
    for (first, last), y in zip(spans, place.middles, strict=True):
        start, end = x.pixel(position(measure, first)), x.pixel(position(measure, last))
        if end > start:
            drawn += [box(start, end, y, y, ink), box(end, end, y - 4, y + 4, ink)]
    return drawn


def _gates(stops: Sequence[Stop], place: Rows, x: Scale, measure: Column) -> list[Spec]:
    rows = place.middles[len(place.middles) - len(stops) :]
    return diamonds(
        [
            (x.pixel(position(measure, s.at)), y, THEME_COLOURS["accent" if s.opens else "bad"])
            for s, y in zip(stops, rows, strict=True)
        ]
    )


def _months(tasks: Sequence[Task], measure: Column, plot: float, language: Language) -> Scale:
    low = min(0.0, *(position(measure, task.start) for task in tasks))
    high = max(position(measure, max(task.late, task.finish)) for task in tasks) or 1.0
    step = next((s for s in _STEPS if (high - low) / s * 34 <= plot), _STEPS[-1])
    ticks = [
        float(i * step) for i in range(int(low // step), int(high // step) + 1) if i * step >= low
    ]
    return Scale(low, high, plot, tuple(ticks), tuple(number(tick, language) for tick in ticks))


def _table(
    name: str,
    title: Text,
    tasks: Sequence[Task],
    stops: Sequence[Stop],
    of: Text,
    measure: Column,
) -> Table:
    def column(key: str, label: Text) -> Column:
        return Column(key, label, measure.kind, measure.digits, measure.unit)

    rows: list[dict[str, Value]] = [
        {
            "label": task.label,
            "start": task.start,
            "finish": task.finish,
            "late": task.late,
            "critical": phrases.YES if task.critical else phrases.NO,
        }
        for task in tasks
    ]
    rows += [{"label": s.label, "start": s.at, "finish": s.at, "late": s.late} for s in stops]
    columns = [
        Column("label", of),
        column("start", phrases.START),
        column("finish", phrases.END),
        column("late", phrases.LATE_END),
        Column("critical", phrases.CRITICAL),
    ]
    return Table(name, title, columns, rows)
