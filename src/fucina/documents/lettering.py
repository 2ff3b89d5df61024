"""The words of a chart, written straight into the drawing.

Every label knows its place in pixels, so Vega need not measure it, which is most of what a chart costs.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fucina.documents.charts.chart import Spec

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_MIDDLE = 0.3
"""From the middle of a line down to its foot, as a share of the type size."""
_STROKE = {"stroke": "stroke", "strokeWidth": "stroke-width", "strokeJoin": "stroke-linejoin"}


@dataclass(frozen=True)
class Lettering:
    """Labels of one look, and where their chart's plot begins."""

    labels: Sequence[Mapping[str, Any]]
    mark: Mapping[str, Any]
    left: float
    top: float


def parted(spec: Spec) -> tuple[Spec, list[Lettering]]:
    """The chart without its labels, and the labels; axes keep theirs."""
    layers: Any = spec.get("layer", [])
    drawn = [layer for layer in layers if not _placed(layer)]
    if not drawn:
        return spec, []
    margins: Any = spec["padding"]
    written = [
        Lettering(layer["data"]["values"], layer["mark"], margins["left"], margins["top"])
        for layer in layers
        if _placed(layer)
    ]
    return {**spec, "layer": drawn}, written


def _placed(layer: Mapping[str, Any]) -> bool:
    return layer["mark"]["type"] == "text" and layer["encoding"]["x"].get("scale", 0) is None


def letter(root: ET.Element, lettering: Lettering, namespace: str) -> None:
    """Writes the labels over what is drawn."""
    group = ET.SubElement(root, f"{{{namespace}}}g")
    group.set("transform", f"translate({_short(lettering.left)},{_short(lettering.top)})")
    look = {
        name: str(lettering.mark[key]) for key, name in _STROKE.items() if key in lettering.mark
    }
    if "opacity" in lettering.mark:
        look["opacity"] = str(lettering.mark["opacity"])
    for label in lettering.labels:
        if not str(label["text"]).strip():
            continue
        word = ET.SubElement(group, f"{{{namespace}}}text", look)
        word.text = str(label["text"])
        word.set("text-anchor", _ANCHORS[label["align"]])
        word.set("transform", _place(label))
        word.set("font-size", str(label["size"]))
        if label["weight"] != "normal":
            word.set("font-weight", label["weight"])
        word.set("fill", label["colour"])


def _place(label: Mapping[str, Any]) -> str:
    """Foot and anchor of the words; those set upright turn about their own point."""
    down = _MIDDLE * label["size"]
    x, y, dx = label["x"], label["y"], label["dx"]
    if label["angle"]:
        return f"translate({_short(x)},{_short(y)}) rotate({label['angle']}) translate({_short(dx)},{_short(down)})"
    return f"translate({_short(x + dx)},{_short(y + down)})"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
