"""The sheet a chart is drawn on.

Margins are measured here and not left to Vega, so a chart is exactly as wide as asked, its labels
are never clipped and its bytes do not depend on the fonts of the machine that draws it.
"""

from collections.abc import Mapping, Sequence

from fucina.documents.charts.chart import Spec
from fucina.documents.theme import FONT, THEME_COLOURS

TEXT_SIZE = 12
NARROW = 520
"""Under this width a chart is laid out for a phone."""

_AXIS = {
    "domain": False,
    "ticks": False,
    "gridColor": THEME_COLOURS["grid"],
    "gridWidth": 1,
    "labelColor": THEME_COLOURS["muted"],
    "labelFontSize": TEXT_SIZE,
    "labelPadding": 6,
    "labelOverlap": False,
    "labelFlush": False,
    "labelBound": False,
    "titleColor": THEME_COLOURS["muted"],
    "titleFontSize": TEXT_SIZE,
    "titleFontWeight": "normal",
    "titleAnchor": "end",
    "titleAlign": "right",
    "titlePadding": 6,
}

CONFIG: Spec = {"font": FONT, "view": {"stroke": None}, "axis": _AXIS}


def canvas(
    width: int,
    height: float,
    layers: Sequence[Spec],
    *,
    left: float = 0,
    right: float = 12,
    top: float = 4,
    bottom: float = 44,
) -> Spec:
    """`width` is the whole sheet's, `height` the plot's alone."""
    return {
        "width": width - left - right,
        "height": height,
        "padding": {"left": left, "right": right, "top": top, "bottom": bottom},
        "autosize": "none",
        "background": None,
        "config": CONFIG,
        "layer": list(layers),
    }


def layer(mark: Spec, values: Sequence[Mapping[str, object]], **encoding: object) -> Spec:
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def pixels(field: str) -> Spec:
    """A channel measured in pixels from the plot's upper left corner."""
    return {"field": field, "type": "quantitative", "scale": None}


def paint(field: str = "colour") -> Spec:
    """A channel that holds a colour."""
    return {"field": field, "type": "nominal", "scale": None}
