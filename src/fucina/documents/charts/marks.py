"""Marks placed in pixels: boxes, rules, discs and diamonds."""

from collections.abc import Sequence

from fucina.documents.charts.canvas import layer, paint, pixels
from fucina.documents.charts.chart import Spec


def box(x: float, x2: float, y: float, y2: float, colour: str) -> Spec:
    return {"x": x, "x2": x2, "y": y, "y2": y2, "colour": colour}


def boxes(values: Sequence[Spec], x: Spec | None = None, **mark: object) -> list[Spec]:
    """Filled boxes; `x` gives the scale for boxes that ride on one."""
    return _spans("rect", values, x, mark)


def rules(values: Sequence[Spec], **mark: object) -> list[Spec]:
    """Straight lines from (x, y) to (x2, y2)."""
    return _spans("rule", values, None, mark)


def discs(
    values: Sequence[tuple[float, float, str]], size: float | None = None, **mark: object
) -> list[Spec]:
    """Circles of one size, each at (x, y) in a colour."""
    return _points({"type": "circle", "size": size or 90, "opacity": 1, **mark}, values)


def diamonds(values: Sequence[tuple[float, float, str]]) -> list[Spec]:
    """Small squares on their corners, each at (x, y) in a colour."""
    return _points(
        {"type": "point", "shape": "diamond", "size": 110, "filled": True, "opacity": 1}, values
    )


def _points(mark: Spec, values: Sequence[tuple[float, float, str]]) -> list[Spec]:
    if not values:
        return []
    return [
        layer(
            mark,
            [{"x": x, "y": y, "colour": colour} for x, y, colour in values],
            x=pixels("x"),
            y=pixels("y"),
            color=paint(),
        )
    ]


def _spans(kind: str, values: Sequence[Spec], x: Spec | None, mark: Spec) -> list[Spec]:
    if not values and x is None:
        return []
    return [
        layer(
            {"type": kind, **mark},
            values,
            x=x or pixels("x"),
            x2={"field": "x2"},
            y=pixels("y"),
            y2={"field": "y2"},
            color=paint(),
        )
    ]
