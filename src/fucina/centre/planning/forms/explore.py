"""What is asked on the page “Explore”, read from the query of its address and written back to it.

The query holds only what differs from the run’s own: ``of`` whose weights count (an institution’s id, or ``own``), then
``w-<criterion>`` in points and, for each figure that is held within bounds, ``low-<key>`` and ``high-<key>``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from fucina.centre.planning.domain.explore import Question

OWN = "own"
MOST_POINTS = 100.0


@dataclass(frozen=True)
class Bounds:
    """How a figure is asked about: between which ends, in what steps, and what a step of 1 stands for."""

    low: float
    high: float
    step: float
    scale: float = 1.0
    """The figure is the number asked for, divided by this: 100 where a share is asked for in percent."""


@dataclass(frozen=True)
class Asked:
    """What the form shows: ``weights`` in points, ``bands`` as they are asked for (in the form’s own units)."""

    of: str
    weights: Mapping[str, float]
    bands: Mapping[str, tuple[float, float]]
    limited: frozenset[str]
    question: Question
    query: str


def read(
    query: Mapping[str, str],
    presets: Mapping[str, Mapping[str, float]],
    bounds: Mapping[str, Bounds],
) -> Asked:
    """``presets``: everyone’s weights under "", each institution’s under its id. What cannot be read counts as not
    said: an address may have been shared before the study changed."""
    of = query.get("of", "")
    of = of if of in presets or of == OWN else ""
    weights = dict(presets[""] if of == OWN else presets[of])
    if of == OWN:
        for name in weights:
            points = _number(query.get(f"w-{name}"))
            if points is not None:
                weights[name] = min(max(points, 0.0), MOST_POINTS)
        if not any(weights.values()):
            of, weights = "", dict(presets[""])
    bands = {key: _band(query, key, end) for key, end in bounds.items()}
    limited = frozenset(key for key, end in bounds.items() if bands[key] != (end.low, end.high))
    return Asked(
        of=of,
        weights=weights,
        bands=bands,
        limited=limited,
        question=Question(
            weights=tuple(weights.items()) if of == OWN else (),
            stakeholder="" if of == OWN else of,
            bands=tuple(
                (key, _inner(bands[key][0], bounds[key], low=True), _inner(bands[key][1], bounds[key], low=False))
                for key in bounds if key in limited
            ),
        ),
        query=_query(of, weights, bands, limited),
    )  # fmt: skip


def _inner(asked: float, end: Bounds, *, low: bool) -> float:
    """In the figure's own unit; an end that is not limited holds every draw, whatever was rounded."""
    if asked == (end.low if low else end.high):
        return -math.inf if low else math.inf
    return asked / end.scale


def _band(query: Mapping[str, str], key: str, end: Bounds) -> tuple[float, float]:
    low, high = _number(query.get(f"low-{key}")), _number(query.get(f"high-{key}"))
    found = sorted(
        (
            end.low if low is None else min(max(low, end.low), end.high),
            end.high if high is None else min(max(high, end.low), end.high),
        )
    )
    return found[0], found[1]


def _number(text: str | None) -> float | None:
    try:
        found = float((text or "").replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _query(
    of: str,
    weights: Mapping[str, float],
    bands: Mapping[str, tuple[float, float]],
    limited: frozenset[str],
) -> str:
    said = {"of": of} if of else {}
    if of == OWN:
        said |= {f"w-{name}": _plain(points) for name, points in weights.items()}
    for key in sorted(limited):
        said |= {f"low-{key}": _plain(bands[key][0]), f"high-{key}": _plain(bands[key][1])}
    return urlencode(said)


def _plain(x: float) -> str:
    return f"{x:.10g}"
