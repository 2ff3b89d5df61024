from fucina.documents.charts.chart import Chart
from fucina.documents.charts.geography import apart
from fucina.documents.charts.labels import spread
from fucina.documents.charts.scale import nice_step, scale
from fucina.documents.tables import Column
from fucina.documents.text import Text

COUNT = Column("n", Text(it="Numero", en="Number"), "number")


def test_ranked_bars_stand_longest_first(ranked: Chart) -> None:
    values = [row["npv"] for row in ranked.table.rows]

    assert values == [18.4e6, 12.9e6, 4.2e6, -3.1e6]


def test_chart_carries_the_numbers_it_shows(chart: Chart) -> None:
    keys = {column.key for column in chart.table.columns}

    assert [row for row in chart.table.rows if not keys & row.keys()] == []
    assert len(chart.table.rows) > 0


def test_nice_step_is_round() -> None:
    assert [nice_step(x) for x in (0.07, 0.9, 1.1, 2.2, 3.0, 7.0)] == [0.1, 1, 2, 2.5, 5, 10]


def test_scale_writes_its_ticks_in_the_reader_language() -> None:
    axis = scale(COUNT, [0.0, 3000.0], 300, "it")

    assert axis.tick_labels == ("0", "1.000", "2.000", "3.000")


def test_scale_of_one_value_has_a_length() -> None:
    axis = scale(COUNT, [0.0, 0.0], 300, "it")

    assert axis.high > axis.low


def test_spread_keeps_labels_apart_and_in_order() -> None:
    assert spread([10, 12, 50], 14, 0, 100) == [10, 24, 50]


def test_apart_moves_seats_on_one_spot() -> None:
    (ax, ay), (bx, by) = apart([(50, 50), (50, 50)], 20, (0, 0), (100, 100))

    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 >= 19.9
