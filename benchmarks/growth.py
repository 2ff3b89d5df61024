"""Draws how each cost grows with size: one small chart for each method, both scales logarithmic."""

from collections.abc import Sequence
from pathlib import Path

import vl_convert

from benchmarks.measure import Growth


def draw(several: Sequence[Growth], path: Path) -> None:
    """Write one SVG with a panel for each method."""
    charts = [_chart(one) for one in several]
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": "white",
        "config": {"font": "sans-serif", "axis": {"gridColor": "#e5e5e5"}},
        "concat": charts,
        "columns": 3,
    }
    path.write_text(vl_convert.vegalite_to_svg(spec), "utf-8")


def _chart(one: Growth) -> dict[str, object]:
    values = [{"x": x, "y": max(y, 1e-6)} for x, y in zip(one.sizes, one.seconds, strict=True)]
    return {
        "title": {"text": one.what, "fontSize": 12},
        "width": 220,
        "height": 160,
        "data": {"values": values},
        "mark": {"type": "line", "point": True, "color": "#06c"},
        "encoding": {
            "x": {
                "field": "x", "type": "quantitative", "scale": {"type": "log"},
                "axis": {"title": one.size, "tickCount": 4, "format": "~s"},
            },
            "y": {
                "field": "y", "type": "quantitative", "scale": {"type": "log"},
                "axis": {"title": "CPU seconds", "tickCount": 4, "format": "~g"},
            },
        },
    }  # fmt: skip
