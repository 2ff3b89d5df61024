"""One small chart of every kind and one report with every block, shared by this folder's tests."""

import pytest

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
from fucina.documents.report import (
    Bullets,
    Callout,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Report,
    Section,
    TableBlock,
)
from fucina.documents.tables import Column, Table
from fucina.documents.text import LANGUAGES, Language, Text

SITE = Text(it="Sede", en="Site")
TITLE = Text(it="Valore attuale netto per sede", en="Net present value by site")
ALT = Text(it="Mirafiori precede le altre sedi.", en="Mirafiori leads the other sites.")
MARCHE = Text(it="Corso Marche, ex stabilimento Alenia", en="Corso Marche, former Alenia works")
IDLE = Text(it="Non fare nulla", en="Do nothing")
NPV = Column("npv", Text(it="Valore attuale netto", en="Net present value"), "millions", 1)
MONTHS = Column("months", Text(it="Durata", en="Duration"), "number", 0, "month")
RANK_SHARE = Column("rank", Text(it="Quota", en="Share"), "percent")
FIRMS = Column("firms", Text(it="Imprese", en="Firms"), "number")
YEARS = list(range(2026, 2042))
CASH = [-2e6 - 9e6 * min(i, 4) + 5.2e6 * max(i - 4, 0) for i in range(16)]


def _band(label: Text | str, factor: float) -> Band:
    middle = [cash * factor for cash in CASH]
    low = [cash - 1e6 * i for i, cash in enumerate(middle)]
    high = [cash + 1.2e6 * i for i, cash in enumerate(middle)]
    return Band(label, YEARS, middle, low, high)


def _square(name: str, west: float) -> dict[str, object]:
    corners = [
        [west, 45.0],
        [west, 45.1],
        [west + 0.1, 45.1],
        [west + 0.1, 45.0],
        [west, 45.0],
    ]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
    }


AREAS = {
    "type": "FeatureCollection",
    "features": [_square("Torino", 7.6), _square("Grugliasco", 7.5), _square("Rivoli", 7.4)],
}

CHARTS: list[Chart] = [
    ranked_bars(
        "ranked",
        TITLE,
        ALT,
        [
            Bar("Grugliasco", 12.9e6, 1.8e6),
            Bar("Mirafiori", 18.4e6, 2.1e6, highlight=True),
            Bar(MARCHE, 4.2e6, 2.9e6),
            Bar(IDLE, -3.1e6, 0.4e6),
        ],
        of=SITE,
        measure=NPV,
    ),
    stacked_bars(
        "stacked",
        TITLE,
        ALT,
        [
            Stack("Mirafiori", [0.62, 0.25, 0.09, 0.04], highlight=True),
            Stack(MARCHE, [0.1, 0.3, 0.58, 0.02]),
            Stack(IDLE, [0.0, 0.01, 0.13, 0.86]),
        ],
        parts=[Text(it=f"{i}º posto", en=f"Rank {i}") for i in range(1, 5)],
        of=SITE,
        measure=RANK_SHARE,
    ),
    band_lines(
        "bands",
        TITLE,
        ALT,
        [_band("Mirafiori", 1.0), _band(MARCHE, 0.96), _band("Rivoli", 0.5)],
        of=Text(it="Anno", en="Year"),
        measure=NPV,
    ),
    histogram(
        "spread",
        TITLE,
        ALT,
        [-5e6, 0.0, 5e6, 10e6, 15e6, 20e6],
        [3.0, 14.0, 40.0, 22.0, 6.0],
        [
            Mark(Text(it="P05", en="P05"), -1.2e6),
            Mark(Text(it="Mediana", en="Median"), 7.9e6),
            Mark(Text(it="P95", en="P95"), 16.8e6),
        ],
        measure=NPV,
    ),
    interval_dots(
        "intervals",
        TITLE,
        ALT,
        [
            Interval("Mirafiori", 24.0, 30.0, 47.0, highlight=True),
            Interval(MARCHE, 31.0, 40.0, 66.0),
            Interval(IDLE, None, 12.0, None),
        ],
        of=SITE,
        measure=MONTHS,
    ),
    tornado(
        "drivers",
        TITLE,
        ALT,
        [
            Swing(
                Text(it="Tariffa oraria delle macchine", en="Machine hourly rate"), -2.1e6, 24.8e6
            ),
            Swing(Text(it="Costo di costruzione", en="Building cost"), 14.1e6, 3.9e6),
            Swing(Text(it="Contributo regionale", en="Regional grant"), 10.5e6, 12.1e6),
        ],
        9.6e6,
        of=Text(it="Ipotesi", en="Assumption"),
        measure=NPV,
        low_label=Text(it="Al valore minimo", en="At the low value"),
        high_label=Text(it="Al valore massimo", en="At the high value"),
    ),
    gantt(
        "plan",
        TITLE,
        ALT,
        [
            Task(Text(it="Accordo fra i soci", en="Partners’ agreement"), 0, 9, 14, critical=True),
            Task(Text(it="Progetto e permessi", en="Design and permits"), 9, 20, 31, critical=True),
            Task(Text(it="Gara per le macchine", en="Tender for the machines"), 12, 19, 24),
        ],
        [
            Stop(Text(it="Via ai lavori", en="Go to the works"), 20, 31, opens=False),
            Stop(Text(it="Acquisti", en="Purchases"), 19, 24, opens=True),
        ],
        of=Text(it="Attività", en="Task"),
        measure=MONTHS,
    ),
    heat_table(
        "risks",
        TITLE,
        ALT,
        ["Mirafiori", MARCHE],
        [
            Text(it="Accessibilità", en="Accessibility"),
            Text(it="Costo di costruzione", en="Building cost"),
            Text(it="Tempo di apertura", en="Time to opening"),
            Text(it="Rischio", en="Risk"),
        ],
        [
            [Cell("0,91", 0.91), Cell("0,40", 0.4), Cell("0,75", 0.75), Cell("0,12", 0.12)],
            [Cell("0,55", 0.55, "±0,1"), Cell("0,62", 0.62), Cell("0,31", 0.31), Cell("1", 1.0)],
        ],
        of=SITE,
        bad=True,
    ),
    dumbbell(
        "pairs",
        TITLE,
        ALT,
        [Pair("Mirafiori", 0.12, 0.46, highlight=True), Pair(MARCHE, 0.3, 0.3), Pair(IDLE, 0, 1)],
        of=SITE,
        measure=RANK_SHARE,
        first=Text(it="Potere", en="Power"),
        second=Text(it="Denaro", en="Money"),
    ),
    stacked_columns(
        "columns",
        TITLE,
        ALT,
        YEARS,
        [
            Part("income", Text(it="Ricavi", en="Income"), [1e6 * i for i in range(16)]),
            Part("grants", Text(it="Contributi", en="Grants"), [2e6] * 16),
            Part("costs", Text(it="Costi", en="Costs"), [-3.1e6] * 16),
            Part("never", Text(it="Mai", en="Never"), [0.0] * 16),
        ],
        of=Text(it="Anno", en="Year"),
        measure=NPV,
        line=Part(
            "result", Text(it="Risultato", en="Result"), [1e6 * i - 1.1e6 for i in range(16)]
        ),
    ),
    frontier(
        "frontier",
        TITLE,
        ALT,
        [FrontierPoint(k * 2e6, 5e6 * k - 1e5 * k * k, "a") for k in range(8)],
        cost=Column("cost", Text(it="Costo", en="Cost"), "millions", 1),
        worth=NPV,
        line=Text(it="insiemi efficienti", en="efficient sets"),
        own=(Text(it="proposta", en="proposal"), FrontierPoint(6e6, 11e6, "b")),
    ),
    map_chart(
        "map",
        TITLE,
        ALT,
        AREAS,
        [
            MapSeat(1, "Mirafiori", 45.03, 7.62, highlight=True),
            MapSeat(2, "Grugliasco", 45.032, 7.622),
            MapSeat(3, MARCHE, 45.07, 7.52, faded=True, note=Text(it="esclusa", en="excluded")),
        ],
        [MapPoint(45.07, 7.66, 120.0), MapPoint(45.05, 7.44, 14.0)],
        bounds=(45.0, 7.4, 45.1, 7.7),
        labels=[("Torino", 45.07, 7.67), ("Rivoli", 45.05, 7.43)],
        table=Table("map", TITLE, [Column("name", SITE)], [{"name": "Mirafiori"}]),
    ),
]

FIRMS_TABLE = Table(
    "firms-by-site",
    TITLE,
    [Column("site", SITE), FIRMS, NPV],
    [
        {"site": "Mirafiori", "firms": 1234, "npv": 18.4e6},
        {"site": IDLE, "firms": 0, "npv": None},
    ],
)


@pytest.fixture(params=CHARTS, ids=lambda chart: chart.name)
def chart(request: pytest.FixtureRequest) -> Chart:
    """Each kind of chart in turn."""
    found: Chart = request.param
    return found


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(params=[720, 360])
def width(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def ranked() -> Chart:
    """One chart, for what does not depend on its kind."""
    return CHARTS[0]


@pytest.fixture
def table() -> Table:
    return FIRMS_TABLE


@pytest.fixture
def report(ranked: Chart, table: Table) -> Report:
    return Report(
        title="Dove mettere il centro",
        subtitle="Studio di fattibilità",
        language="it",
        meta=[("Data", "3 marzo 2028"), ("Versione", "1")],
        lead=[
            Paragraph("Conviene **Mirafiori**: si veda [il valore](#value)."),
            KeyFigures([KeyFigure("18,4 M€", "Valore attuale netto", "± 2,1")]),
        ],
        sections=[
            Section(
                "value",
                "Il valore",
                [
                    Heading("Sede per sede"),
                    Figure(ranked, "Il valore per sede"),
                    TableBlock(table, "Le imprese raggiunte", "Fonte: [ISTAT](https://istat.it)"),
                    Bullets(["Primo punto", "Secondo punto"]),
                    Callout("warning", "Da verificare", "Il costo delle macchine è una stima."),
                ],
            )
        ],
    )
