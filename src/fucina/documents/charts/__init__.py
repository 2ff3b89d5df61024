"""Charts as data: each builder gives a Chart that draws itself for a language and a width."""

from fucina.documents.charts.band_lines import Band, band_lines
from fucina.documents.charts.chart import Chart
from fucina.documents.charts.dumbbell import Pair, dumbbell
from fucina.documents.charts.frontier import FrontierPoint, frontier
from fucina.documents.charts.gantt import Stop, Task, gantt
from fucina.documents.charts.heat_table import Cell, heat_table
from fucina.documents.charts.histogram import Mark, histogram
from fucina.documents.charts.interval_dots import Interval, interval_dots
from fucina.documents.charts.map import MapPoint, MapSeat, map_chart
from fucina.documents.charts.ranked_bars import Bar, ranked_bars
from fucina.documents.charts.stacked_bars import Stack, stacked_bars
from fucina.documents.charts.stacked_columns import Part, stacked_columns
from fucina.documents.charts.tornado import Swing, tornado

__all__ = [
    "Band",
    "Bar",
    "Cell",
    "Chart",
    "FrontierPoint",
    "Interval",
    "MapPoint",
    "MapSeat",
    "Mark",
    "Pair",
    "Part",
    "Stack",
    "Stop",
    "Swing",
    "Task",
    "band_lines",
    "dumbbell",
    "frontier",
    "gantt",
    "heat_table",
    "histogram",
    "interval_dots",
    "map_chart",
    "ranked_bars",
    "stacked_bars",
    "stacked_columns",
    "tornado",
]
