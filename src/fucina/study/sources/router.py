"""Routers: who computes travel times from demand points to seats, and how wrong they may be.

A router answers with minutes (p, s), NaN where there is no way, and declares its error; nobody takes a time
without it. Three are here: the straight line with a detour, a table from a file, and (``valhalla``) a road network.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from fucina.documents.text import Text
from fucina.methods.location import distance_matrix_km, travel_minutes
from fucina.study.schema import Study
from fucina.study.sources.fault import refuse

Floats = NDArray[np.float64]
Mode = Literal["car", "bicycle", "foot"]
MODES: tuple[Mode, ...] = ("car", "bicycle", "foot")


@dataclass(frozen=True)
class Place:
    """A demand point or a seat. Degrees are WGS 84."""

    id: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Margin:
    """The declared error of a router’s times: the true one lies between ``below`` and ``above`` times the one
    given. ``basis`` says where the two numbers come from."""

    below: float
    above: float
    basis: Text


@dataclass(frozen=True)
class Times:
    """Minutes from every origin to every destination (p, s), NaN where there is no way."""

    minutes: Floats
    margin: Margin


class Router(Protocol):
    @property
    def name(self) -> str: ...

    def minutes(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        mode: Mode = "car",
        when: dt.datetime | None = None,
    ) -> Times:
        """Door to door, leaving at ``when`` (local time) if the router knows about hours."""
        ...


Span = tuple[float, float, float]
"""The least, the single and the most of a figure."""


@dataclass(frozen=True)
class StraightLine:
    """Great-circle distance × detour ÷ speed, as a study estimates it; its error is that of the two figures."""

    detour: Span
    speed: Span
    name: str = "straight-line"

    @classmethod
    def of(cls, study: Study) -> "StraightLine":
        return cls(_span(study, "detour"), _span(study, "speed"))

    def minutes(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        mode: Mode = "car",
        when: dt.datetime | None = None,
    ) -> Times:
        """The speed is that of the study’s door-to-door journeys: by car, at no particular hour."""
        if mode != "car":
            refuse("router_mode", self.name, None, "--mode", mode, "car")
        km = distance_matrix_km(_points(origins), _points(destinations))
        (slim, detour, wide), (slow, speed, fast) = self.detour, self.speed
        margin = Margin(
            (slim / fast) / (detour / speed),
            (wide / slow) / (detour / speed),
            Text(
                f"limiti di detour ({slim:g}–{wide:g}) e speed ({slow:g}–{fast:g} km/h) dello studio",
                f"bounds of the study’s detour ({slim:g}–{wide:g}) and speed ({slow:g}–{fast:g} km/h)",
            ),
        )
        return Times(travel_minutes(km, detour, speed), margin)


@dataclass(frozen=True)
class Tabulated:
    """Times that somebody has measured or routed already, by (origin, destination)."""

    table: Mapping[tuple[str, str], float]
    margin: Margin
    name: str = "table"

    def minutes(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        mode: Mode = "car",
        when: dt.datetime | None = None,
    ) -> Times:
        pairs = [(o.id, d.id) for o in origins for d in destinations]
        absent = [pair for pair in pairs if pair not in self.table]
        if absent:
            refuse("router_absent", self.name, None, "", " – ".join(absent[0]), n=len(absent))
        found = np.array([self.table[pair] for pair in pairs])
        return Times(found.reshape(len(origins), len(destinations)), self.margin)


def demand_points(study: Study) -> list[Place]:
    """Every municipality and every zone: whichever way demand is placed, its point has a time."""
    places = [Place(m.istat_code, m.lat, m.lon) for m in study.municipalities]
    return places + [Place(zone.id, zone.lat, zone.lon) for zone in study.zones]


def candidate_seats(study: Study) -> list[Place]:
    return [Place(seat.id, seat.lat, seat.lon) for seat in study.candidates]


def _span(study: Study, parameter: str) -> Span:
    figure = study.need("parameters", parameter)
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    return low, figure.value, high


def _points(places: Sequence[Place]) -> Floats:
    return np.array([(place.lat, place.lon) for place in places], dtype=np.float64).reshape(-1, 2)
