"""Explore: whose weights count and within which bounds the assumptions lie, and what comes first then."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from fucina.centre.planning.domain.explore import ask, draws_of
from fucina.centre.planning.forms.explore import OWN, Asked, Bounds, read
from fucina.centre.planning.presentation.reader import Reader
from fucina.study.explore import Answer, Cache, Likely
from fucina.study.result import Ranked
from fucina.study.schema import Figure

FEW = 8
"""Assumptions shown at once; the others open on request."""
MILLION = 1e6
SHOWN = 8
"""Candidates shown in a list: the rest have no say."""


@dataclass(frozen=True)
class Weights:
    """A choice of whose weights count. ``points`` stand in the order of the criteria."""

    id: str
    name: str
    chosen: bool
    points: str


@dataclass(frozen=True)
class Slider:
    """A number asked for. ``free``: its value where nothing is asked."""

    name: str
    label: str
    value: str
    free: str
    low: str
    high: str
    step: str


@dataclass(frozen=True)
class Band:
    key: str
    name: str
    url: str
    unit: str
    low: Slider
    high: Slider
    limited: bool


@dataclass(frozen=True)
class Standing:
    """A candidate: its probability as asked, beside the run's own."""

    name: str
    url: str
    value: str
    text: str
    own: str
    change: str
    first: bool


@dataclass(frozen=True)
class Standings:
    id: str
    title: str
    rows: list[Standing]


@dataclass(frozen=True)
class Answered:
    first: str
    same: bool
    draws: str
    all: str
    enough: bool
    none: bool
    lists: list[Standings]
    asked: bool
    """Whether anything was asked that the run itself did not answer."""
    query: str


@dataclass(frozen=True)
class Explore:
    answer: Answered | None
    """Nothing where the run's draws were removed."""
    whose: list[Weights]
    own: bool
    sliders: list[Slider]
    bands: list[Band]
    more_bands: list[Band]
    reset: str


def explore(reader: Reader, query: QueryDict) -> Explore:
    cache = draws_of(reader.run)
    if cache is None:
        return Explore(None, [], False, [], [], [], reader.url("explore"))
    bounds = _bounds(reader, cache)
    presets = _presets(cache)
    asked = read({name: str(query[name]) for name in query}, presets, bounds)
    bands = [_band(reader, key, bounds[key], asked) for key in bounds]
    first = [b for i, b in enumerate(bands) if i < FEW or b.limited]
    return Explore(
        answer=_answered(reader, cache, asked),
        whose=_whose(reader, presets, asked),
        own=asked.of == OWN,
        sliders=[
            Slider(
                f"w-{name}", reader.name("criteria", name), _plain(points), _plain(presets[""][name]),
                "0", "100", "1",
            )
            for name, points in asked.weights.items()
        ],
        bands=first,
        more_bands=[band for band in bands if band not in first],
        reset=reader.url("explore"),
    )  # fmt: skip


# What can be asked


def _presets(cache: Cache) -> dict[str, Mapping[str, float]]:
    """Mean weights in points: everyone's under "", each institution's under its id."""
    found = cache.weights.mean(axis=2)
    presets = {"": found.mean(axis=0)} | dict(zip(cache.stakeholders, found, strict=True))
    return {
        who: {name: round(100 * float(w)) for name, w in zip(cache.criteria, own, strict=True)}
        for who, own in presets.items()
    }


def _bounds(reader: Reader, cache: Cache) -> dict[str, Bounds]:
    """Of every figure that matters and that the study still has; one that never varies is left out."""
    found = {}
    for key, drawn in zip(cache.figures, cache.draws, strict=True):
        figure = reader.study.figures.get(key)
        low, high = float(drawn.min()), float(drawn.max())
        if figure is not None and high > low:
            scale = _scale(figure, high)
            step = _step((high - low) * scale)
            found[key] = Bounds(
                low=_rounded(math.floor(low * scale / step) * step),
                high=_rounded(math.ceil(high * scale / step) * step),
                step=step,
                scale=scale,
            )
    return found


def _scale(figure: Figure, high: float) -> float:
    """Shares are asked for in percent, large amounts in millions."""
    if figure.unit == "share":
        return 100.0
    return 1 / MILLION if figure.currency and high >= MILLION else 1.0


def _unit(reader: Reader, figure: Figure, scale: float) -> str:
    if figure.unit == "share":
        return "%"
    label = reader.unit_of(figure)
    return _("millions of %(unit)s") % {"unit": label} if scale < 1 else label


def _step(span: float) -> float:
    """A round number of which some fifty to a hundred make up the span."""
    power = 10.0 ** math.floor(math.log10(span / 50))
    return _rounded(next(power * n for n in (1, 2, 5, 10) if span / (power * n) <= 100))


def _rounded(x: float) -> float:
    return float(f"{x:.9g}")


def _plain(x: float) -> str:
    """As an HTML number field writes it, in any language."""
    return f"{x:.9g}" if abs(x) < 1e9 else str(int(x))


def _whose(
    reader: Reader, presets: Mapping[str, Mapping[str, float]], asked: Asked
) -> list[Weights]:
    names = {
        "": _("All institutions, as in the run"),
        **{who: reader.name("stakeholders", who) for who in presets if who},
        OWN: _("Mine: set below"),
    }
    return [
        Weights(
            who, name, who == asked.of,
            " ".join(_plain(points) for points in presets.get(who, {}).values()),
        )
        for who, name in names.items()
    ]  # fmt: skip


def _band(reader: Reader, key: str, end: Bounds, asked: Asked) -> Band:
    figure = reader.study.figures[key]
    low, high = asked.bands[key]
    name = reader.figure_name(key)
    unit = _unit(reader, figure, end.scale)

    def slider(side: str, label: str, value: float, free: float) -> Slider:
        ends = (_plain(end.low), _plain(end.high), _plain(end.step))
        return Slider(f"{side}-{key}", label, _plain(value), _plain(free), *ends)

    return Band(
        key=key,
        name=name,
        url=reader.figure_url(key),
        unit=unit,
        low=slider("low", _("at least"), low, end.low),
        high=slider("high", _("at most"), high, end.high),
        limited=key in asked.limited,
    )


# What comes of it


def _answered(reader: Reader, cache: Cache, asked: Asked) -> Answered | None:
    answer = ask(reader.run, asked.question)
    if answer is None:
        return None
    lists = _lists(reader, answer)
    best = answer.seats[0].id if answer.seats else ""
    return Answered(
        first=reader.seat(best) if best else "",
        same=best == reader.result.decision.seat,
        draws=reader.number(answer.draws),
        all=reader.number(cache.rows.shape[1]),
        enough=answer.enough,
        none=answer.draws == 0,
        lists=lists,
        asked=bool(asked.query),
        query=asked.query,
    )


def _lists(reader: Reader, answer: Answer) -> list[Standings]:
    found = reader.result.decision
    parts: list[tuple[str, str, Iterable[Likely], list[Ranked], str]] = [
        ("seats", _("Seats"), answer.seats, found.seats, "seats"),
        ("strategies", _("Strategies"), answer.strategies, found.strategies, "strategies"),
        ("forms", _("Legal forms"), answer.forms, found.forms, "forms"),
        ("alternatives", _("Kinds of centre"), answer.alternatives, found.alternatives, ""),
    ]
    return [
        Standings(part, title, _standings(reader, likely, own, plural))
        for part, title, likely, own, plural in parts
    ]


def _standings(
    reader: Reader, likely: Iterable[Likely], own: list[Ranked], plural: str
) -> list[Standing]:
    before = {ranked.id: ranked.probability for ranked in own}
    rows = []
    for place, one in enumerate(likely):
        was = before.get(one.id)
        if place >= SHOWN or (was is None and one.probability == 0):
            continue
        change = one.probability - (was.value if was else 0.0)
        rows.append(
            Standing(
                name=reader.name(plural, one.id) if plural else reader.alternative(one.id),
                url=reader.seat_url(one.id) if plural == "seats" else "",
                value=f"{one.probability:.4f}",
                text=f"{reader.percent(one.probability, 1)} ± {reader.number(100 * one.se, 1)}",
                own=reader.percent(was.value, 1) if was else "–",
                change=_signed(reader, change),
                first=place == 0,
            )
        )
    return rows


def _signed(reader: Reader, change: float) -> str:
    shown = reader.number(100 * change, 1)
    return f"+{shown}" if round(100 * change, 1) > 0 else shown
