import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from fucina.documents import phrases
from fucina.documents.charts import (
    Band,
    Bar,
    Cell,
    Chart,
    FrontierPoint,
    Interval,
    MapPoint,
    MapSeat,
    Mark,
    Pair,
    Part,
    Stack,
    Stop,
    Swing,
    Task,
    band_lines,
    dumbbell,
    frontier,
    gantt,
    heat_table,
    histogram,
    interval_dots,
    map_chart,
    ranked_bars,
    stacked_bars,
    stacked_columns,
    tornado,
)
from fucina.documents.charts.geography import Frame, apart, shapes
from fucina.documents.charts.labels import lines, spread, text_width
from fucina.documents.svg import svg
from fucina.documents.tables import Column, Table, shown
from fucina.documents.text import LANGUAGES, Language, Text
from fucina.documents.theme import THEME_COLOURS

HOSTILE = '<script>alert(1)</script>" onload="x & \x00]]>'
TITLE = Text(it="Titolo", en="Title")
ALT = Text(it="Mirafiori precede le altre sedi.", en="Mirafiori leads the other sites.")
SITE = Text(it="Sede", en="Site")
YEAR = Text(it="Anno", en="Year")
NPV = Column("npv", Text(it="Valore attuale netto", en="Net present value"), "millions", 1)
SHARE = Column("share", Text(it="Quota", en="Share"), "percent")
MONTHS = Column("months", Text(it="Mesi dall’avvio", en="Months from the start"), "number", 1)
LONG = Text(
    it="Corso Marche, ex stabilimento aeronautico Alenia, lotto nord",
    en="Corso Marche, former Alenia aircraft works, northern plot",
)
NAMES = ["Mirafiori", LONG, HOSTILE, "Grugliasco"]
BOUNDS = (44.95, 7.50, 45.20, 7.85)
GROUND = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": HOSTILE},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[7.4, 45.0], [7.7, 45.0], [7.7, 45.1], [7.4, 45.1], [7.4, 45.0]]],
            },
        },
        {
            "type": "Feature",
            "properties": {},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[[9.0, 45.0], [9.1, 45.0], [9.1, 45.1], [9.0, 45.0]]]],
            },
        },
    ],
}


def charts() -> Iterator[Chart]:
    years = list(range(2026, 2036))
    yield ranked_bars(
        "ranked",
        TITLE,
        ALT,
        [
            Bar(name, value, error, highlight=value > 18e6)
            for name, value, error in zip(
                NAMES, (18.4e6, 12.9e6, -3.1e6, 0.0), (2e6, 1e6, 1e6, None), strict=True
            )
        ],
        of=SITE,
        measure=NPV,
    )
    yield stacked_bars(
        "stacked",
        TITLE,
        ALT,
        [Stack(name, (0.61, 0.22, 0.12, 0.05), highlight=name == LONG) for name in NAMES],
        parts=[Text(it=f"Posto {i}", en=f"Rank {i}") for i in range(1, 5)],
        of=SITE,
        measure=SHARE,
    )
    for name, labels in (("band", NAMES[:1]), ("bands", NAMES)):
        yield band_lines(
            name,
            TITLE,
            ALT,
            [
                Band(
                    label,
                    years,
                    [i * 1e6 - 4e6 - k * 1e5 for i in range(10)],
                    [i * 5e5 - 5e6 for i in range(10)],
                    [i * 2e6 - 3e6 for i in range(10)],
                )
                for k, label in enumerate(labels)
            ],
            of=YEAR,
            measure=NPV,
        )
    yield histogram(
        "histogram",
        TITLE,
        ALT,
        [-20e6 + i * 5e6 for i in range(11)],
        [3, 40, 90, 160, 230, 210, 140, 80, 30, 17],
        [
            Mark(Text(it="Mediana", en="Median"), 3.2e6),
            Mark(Text(it="Media", en="Mean"), 3.9e6),
            Mark(Text(it=HOSTILE, en=HOSTILE), 0.0),
        ],
        measure=NPV,
    )
    yield interval_dots(
        "intervals",
        TITLE,
        ALT,
        [
            Interval(NAMES[0], 1.1e6, 7.3e6, 9.2e6, highlight=True),
            Interval(NAMES[1], -4.4e6, 2.5e6, 3.6e6),
            Interval(NAMES[2], None, 1.7e6, None),
        ],
        of=SITE,
        measure=NPV,
    )
    yield tornado(
        "tornado",
        TITLE,
        ALT,
        [
            Swing(NAMES[0], 14.1e6, 15.8e6),
            Swing(NAMES[1], 28.3e6, 4.2e6),
            Swing(NAMES[2], 16.4e6, 18.7e6),
        ],
        15.2e6,
        of=SITE,
        measure=NPV,
        low_label=Text(it="Con il valore minimo", en="At the low value"),
        high_label=Text(it="Con il valore massimo", en="At the high value"),
    )
    yield gantt(
        "gantt",
        TITLE,
        ALT,
        [
            Task(NAMES[0], 0, 4.5, 6.1, critical=True),
            Task(NAMES[1], 4.5, 40.2, 55.3, critical=True),
            Task(NAMES[2], 6, 6, 6),
        ],
        [Stop(NAMES[2], 40.2, 55.3, opens=False), Stop(NAMES[1], 0, 0, opens=True)],
        of=SITE,
        measure=MONTHS,
    )
    yield dumbbell(
        "dumbbell",
        TITLE,
        ALT,
        [Pair(name, 0.1 * i, 0.45, highlight=i == 1) for i, name in enumerate(NAMES)],
        of=SITE,
        measure=SHARE,
        first=LONG,
        second=Text(it=HOSTILE, en=HOSTILE),
    )
    yield stacked_columns(
        "columns",
        TITLE,
        ALT,
        list(range(-24, 36)),
        [
            Part("a", LONG, [1e5 * i for i in range(60)]),
            Part("b", Text(it=HOSTILE, en=HOSTILE), [2e6] * 60),
            Part("c", SITE, [-3e6] * 60),
            Part("never", YEAR, [0.0] * 60),
        ],
        of=LONG,
        measure=NPV,
        line=Part("sum", TITLE, [1e5 * i - 1e6 for i in range(60)]),
    )
    yield frontier(
        "frontier",
        TITLE,
        ALT,
        [FrontierPoint(1e6 * k, 4e6 * k**0.5, HOSTILE) for k in range(40)],
        cost=Column("cost", SITE, "millions", 1),
        worth=NPV,
        line=LONG,
        own=(Text(it=HOSTILE, en=HOSTILE), FrontierPoint(2.5e6, 1e6, LONG)),
    )
    yield heat_table(
        "heat",
        TITLE,
        ALT,
        NAMES,
        [SITE, LONG, HOSTILE, "4", "5"],
        [
            [Cell(f"{i}{j}", (i + j) / 8, "R7" if i == j else "") for j in range(5)]
            for i in range(4)
        ],
        of=SITE,
        bad=True,
    )
    yield heat_table(
        "heat-of-words",
        TITLE,
        ALT,
        NAMES[:2],
        ["Governo", "Finanziamenti pubblici"],
        [[Cell(LONG, 0.2), Cell(HOSTILE, 0.9)], [Cell("", 0.37), Cell("Sì", 1.0)]],
        of=SITE,
    )
    seats = [
        MapSeat(i + 1, name, 45.03 + i * 1e-5, 7.61, highlight=not i, faded=i == 2, note=LONG)
        for i, name in enumerate(NAMES)
    ]
    yield map_chart(
        "map",
        TITLE,
        ALT,
        GROUND,
        seats,
        [MapPoint(45.05, 7.65, 900), MapPoint(45.06, 7.62, 0), MapPoint(40, 7, 5)],
        bounds=BOUNDS,
        labels=[("Torino", 45.07, 7.6869), (HOSTILE, 45.1, 7.6), ("Milano", 45.46, 9.19)],
        table=Table(
            "seats",
            TITLE,
            [Column("name", SITE), Column("lat", SITE, "number", 5)],
            [{"name": seat.name, "lat": seat.lat} for seat in seats],
        ),
    )


CHARTS = list(charts())
by_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
by_size = pytest.mark.parametrize(
    ("language", "width"), [(language, width) for language in LANGUAGES for width in (720, 360)]
)


def texts(drawn: str) -> Iterator[tuple[str, float, float, float]]:
    """Each text with its left and right ends, narrowly estimated, and its height on the sheet."""

    def walk(element: ET.Element, x: float, y: float) -> Iterator[tuple[str, float, float, float]]:
        if move := re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
            x, y = x + float(move[1]), y + float(move[2])
        if element.tag.endswith("}text"):
            text = "".join(element.itertext())
            if "rotate" in element.get("transform", ""):
                yield text, x, x, y
                return
            long = len(text) * 0.45 * float(element.get("font-size", "0"))
            anchor = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
            yield text, x - anchor * long, x + (1 - anchor) * long, y
        for child in element:
            yield from walk(child, x, y)

    yield from walk(ET.fromstring(drawn), 0, 0)  # noqa: S314


@by_chart
@by_size
def test_chart_fits_its_sheet(chart: Chart, language: Language, width: int) -> None:
    drawn = svg(chart, language, width)

    _, _, sheet, height = map(float, ET.fromstring(drawn).attrib["viewBox"].split())  # noqa: S314
    assert sheet == width
    for text, left, right, y in texts(drawn):
        assert left >= -1, text
        assert right <= sheet + 1, text
        assert 8 <= y <= height, text


@by_chart
@by_size
def test_chart_is_legible_and_in_the_theme(chart: Chart, language: Language, width: int) -> None:
    drawn = svg(chart, language, width)

    assert min(map(float, re.findall(r'font-size="([\d.]+)', drawn))) >= 11
    painted = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) - {"none", "transparent"}
    assert painted <= set(THEME_COLOURS.values())


@by_chart
def test_chart_is_the_same_twice(chart: Chart) -> None:
    again = next(other for other in charts() if other.name == chart.name)

    assert svg(again, "it", 360) == svg(chart, "it", 360)


@by_chart
def test_chart_keeps_hostile_words_words(chart: Chart) -> None:
    drawn = svg(chart, "it", 720)

    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawn).iter()}  # noqa: S314
    assert tags <= {
        "svg",
        "g",
        "path",
        "line",
        "rect",
        "circle",
        "text",
        "title",
        "defs",
        "clipPath",
    }
    assert "<script" not in drawn


@by_chart
@pytest.mark.parametrize("language", LANGUAGES)
def test_table_shows_in_both_languages(chart: Chart, language: Language) -> None:
    headings, cells, aligns = shown(chart.table, language)

    assert len({column.key for column in chart.table.columns}) == len(headings) == len(aligns)
    assert cells
    assert all(len(row) == len(headings) for row in cells)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("ranked", {18.4e6, 12.9e6, -3.1e6, 0.0, 2e6, 1e6}),
        ("stacked", {0.61, 0.22, 0.12, 0.05}),
        ("band", {-4e6, 5e6, -5e6, -5e5, -3e6, 15e6, "2026", "2035"}),
        ("histogram", {-20e6, 30e6, 3, 230, 17, 3.2e6, 3.9e6, 0.0}),
        ("intervals", {1.1e6, 7.3e6, 9.2e6, -4.4e6, 2.5e6, 3.6e6, 1.7e6}),
        ("tornado", {14.1e6, 15.8e6, 28.3e6, 4.2e6, 16.4e6, 18.7e6, 15.2e6}),
        ("gantt", {0, 4.5, 6.1, 40.2, 55.3, 6}),
        ("dumbbell", {0.0, 0.1, 0.2, 0.45}),
        ("columns", {-24, 35, 2e6, -3e6, -1e6}),
        ("frontier", {1, 40, 39e6, 8e6}),
        ("heat", {"00 · R7", "01", "34"}),
        ("heat-of-words", {"37%", "Sì", LONG}),
    ],
)
def test_table_holds_every_number(name: str, numbers: set[object]) -> None:
    table = next(chart.table for chart in CHARTS if chart.name == name)

    held = {row.get(column.key) for row in table.rows for column in table.columns}
    assert numbers <= held


def test_table_of_steps_that_are_not_years_holds_them_as_numbers() -> None:
    band = Band("a", [0, 1, 2], [1, 2, 3], [0, 1, 2], [2, 3, 4])

    table = band_lines("b", TITLE, ALT, [band], of=YEAR, measure=NPV).table

    assert [row["x"] for row in table.rows] == [0, 1, 2]


def test_stacked_bars_go_from_dark_to_light() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "stacked")

    drawn = svg(chart, "en", 720)

    fills = re.findall(r'<path d="[^"]*" fill="(#[0-9A-F]{6})"', drawn)
    assert fills[0] == THEME_COLOURS["sequence_7"]
    assert fills[3] == THEME_COLOURS["sequence_1"]


def test_tornado_puts_the_widest_first() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "tornado")

    assert [row["label"] for row in chart.table.rows] == [LONG, HOSTILE, "Mirafiori"]


def test_gantt_paints_the_critical_path_in_accent() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "gantt")

    drawn = svg(chart, "en", 720)

    bars = re.findall(r'<path d="[^"]*" fill="(#[0-9A-F]{6})"', drawn)
    accent, soft = THEME_COLOURS["accent"], THEME_COLOURS["accent_soft"]
    assert bars[:3] == [accent, accent, soft]


@pytest.mark.parametrize("width", [720, 360])
def test_histogram_marks_do_not_collide(width: int) -> None:
    values = (-1e6, 0, 0, 10e6, 11e6, 26e6)
    marks = [
        Mark(Text(it=f"Voce numero {i}", en=f"Item number {i}"), v) for i, v in enumerate(values)
    ]
    chart = histogram("h", TITLE, ALT, [-20e6, 0, 20e6, 40e6], [1, 2, 1], marks, measure=NPV)

    drawn = svg(chart, "it", width)

    found = [item for item in texts(drawn) if item[0].startswith("Voce")]
    assert len(found) == len(marks)
    for i, (text, left, right, y) in enumerate(found):
        for other, other_left, other_right, other_y in found[:i]:
            apart_x = left >= other_right or other_left >= right
            assert apart_x or abs(y - other_y) >= 14, (text, other)


def test_histogram_without_marks_renders() -> None:
    chart = histogram("h", TITLE, ALT, [0, 1, 2], [3, 4], [], measure=SHARE)

    assert "<path" in svg(chart, "en", 360)


def test_heat_table_too_narrow_for_its_words_becomes_a_list() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "heat-of-words")

    narrow = [text for text, *_ in texts(svg(chart, "it", 360))]
    wide = [text for text, *_ in texts(svg(chart, "it", 720))]

    assert narrow.count("Governo") == 2
    assert wide.count("Governo") == 1


def test_map_moves_close_seats_apart() -> None:
    points = [(50.0, 50.0)] * 4 + [(51.0, 50.0), (2.0, 2.0)]

    placed = apart(points, 20, (10, 10), (400, 400))

    far = [
        ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        for i, a in enumerate(placed)
        for b in placed[:i]
    ]
    assert min(far) >= 19.9


def test_map_clips_to_its_bounds_and_drops_what_is_outside() -> None:
    frame = Frame(*BOUNDS, width=400)

    found = shapes(GROUND, frame)

    assert len(found) == 1
    xs = [x for ring in found[0] for x, _ in ring]
    ys = [y for ring in found[0] for _, y in ring]
    assert (min(xs), max(xs)) == (0, pytest.approx(228.6, abs=0.1))
    assert 0 <= min(ys) <= max(ys) <= frame.height
    assert found[0][0][0] == found[0][0][-1]


def test_map_scale_is_that_of_the_ground() -> None:
    frame = Frame(*BOUNDS, width=400)

    _, south = frame.pixel(45.0, 7.6)
    _, north = frame.pixel(45.1, 7.6)

    assert (south - north) / frame.km == pytest.approx(11.12, abs=0.05)


def test_map_of_detailed_borders_stays_small() -> None:
    turns = [2 * math.pi * k / 3000 for k in range(3000)]
    rings = [
        [[lon / 100 + 0.02 * math.cos(turn), lat / 100 + 0.02 * math.sin(turn)] for turn in turns]
        for lon in range(740, 800, 6)
        for lat in range(4490, 4530, 6)
    ]
    ground = {
        "features": [{"geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in rings]
    }
    chart = map_chart("m", TITLE, ALT, ground, [], [], bounds=BOUNDS, table=CHARTS[0].table)

    assert len(svg(chart, "it", 720)) < 150_000


def test_spread_moves_only_what_overlaps() -> None:
    placed = spread([10.0, 100.0, 102.0, 199.0], [20.0] * 4, 0, 200)

    assert placed == [10.0, 91.0, 111.0, 190.0]


def test_lines_keep_within_the_room() -> None:
    broken = lines("Una frase lunga con unaparolainterminabilechenonfinisce mai", 90, most=9)

    assert all(text_width(line) <= 90 for line in broken)
    assert "".join(broken).replace(" ", "").startswith("Unafraselunga")


def test_lines_keep_no_break_spaces_together() -> None:
    assert lines("circa 12,3\N{NO-BREAK SPACE}M€", 60) == ("circa", "12,3\N{NO-BREAK SPACE}M€")


def test_lines_say_that_words_are_missing() -> None:
    broken = lines("una due tre quattro cinque sei", 40, most=2)

    assert len(broken) == 2
    assert broken[-1].endswith("…")


def test_ranked_bars_take_any_measure() -> None:
    days = Column("day", Text(it="Giorni", en="Days"), "number", unit="day")

    chart = ranked_bars("d", TITLE, ALT, [Bar("a", 0.0)], of=SITE, measure=days)

    assert "0" in svg(chart, "it", 360)


def test_columns_leave_out_what_is_nothing_at_every_step() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "columns")

    assert [column.key for column in chart.table.columns] == ["step", "a", "b", "c", "sum"]


def test_frontier_numbers_never_meet() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "frontier")

    found = [item for item in texts(svg(chart, "it", 360)) if item[0].isdecimal()]

    meet = [
        (a[0], b[0])
        for i, a in enumerate(found)
        for b in found[:i]
        if a[1] < b[2] and b[1] < a[2] and abs(a[3] - b[3]) < 11
    ]
    assert meet == []


def test_gantt_paints_a_gate_that_is_shut_as_bad() -> None:
    chart = next(chart for chart in CHARTS if chart.name == "gantt")

    drawn = svg(chart, "en", 720)

    assert phrases.SHUT.en in drawn
    assert drawn.count(f'fill="{THEME_COLOURS["bad"]}"') == 2
