"""Demand: where the people and firms are that a seat should reach, and how much of each service they want."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.polynomial import Chebyshev

from fucina.methods.location import coverage, distance_matrix_km, gravity_access, weighted_mean
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Study

Proxy = Literal["stops", "even", "single", "population", "suburban"]
PROXIES: tuple[Proxy, ...] = ("stops", "even", "single", "population", "suburban")
"""How demand is placed. ``stops``: a city's demand is spread over its zones by public-transport stops
(the study's own proxy); ``even``: equally over the zones; ``single``: the city is one point;
``population``: all residents instead of those of working age; ``suburban``: the city's demand halved.
The others are there to see whether the answer rests on the proxy."""
SUBURBAN_SHARE = 0.5
DEGREE = 100
"""Of the interpolating polynomial: its error is below 1e-12 where decay over the farthest demand point
varies by less than e⁶⁰."""
HALF_CELL_KM = 0.5


@dataclass(frozen=True)
class Demand:
    """Demand points (p), their distance in km and, at the parameters' single values, their travel time in
    minutes to every candidate seat (p, s), in the study's order."""

    proxy: Proxy
    names: tuple[str, ...]
    places: Floats
    weights: Floats
    km: Floats
    minutes: Floats

    @property
    def total(self) -> float:
        return float(self.weights.sum())


@dataclass(frozen=True)
class Catchment:
    """What a seat reaches at the parameters' central values: shares of demand within 20, 30, 45 minutes."""

    within_20: float
    within_30: float
    within_45: float
    mean_minutes: float


@dataclass(frozen=True)
class Point:
    """A demand point: ``origin`` is its ISTAT code or its zone's id."""

    origin: str
    name: str
    lat: float
    lon: float
    weight: float


def place(study: Study, proxy: Proxy = "stops") -> Demand:
    """The demand points under a proxy; a municipality that has zones is replaced by them."""
    seats = np.array([(seat.lat, seat.lon) for seat in study.candidates])
    points = [*_undivided(study, proxy), *_zones(study, proxy)]
    places = np.array([(point.lat, point.lon) for point in points])
    km = distance_matrix_km(places, seats)
    return Demand(
        proxy,
        tuple(point.name for point in points),
        places,
        np.array([point.weight for point in points]),
        km,
        _minutes(study, points, km),
    )


def _divided(study: Study, proxy: Proxy) -> set[str]:
    return set() if proxy == "single" else {zone.istat_code for zone in study.zones}


def _size(study: Study, proxy: Proxy) -> dict[str, float]:
    """What stands for a municipality's demand: its firms or their people where they were imported, else
    those of working age."""
    found: dict[str, float] = {}
    for m in study.municipalities:
        firms = m.local_units if m.employees is None else m.employees
        if proxy == "population":
            found[m.istat_code] = m.population
        else:
            found[m.istat_code] = m.population_15_64 if firms is None else firms
    return found


def _undivided(study: Study, proxy: Proxy) -> list[Point]:
    divided, size = _divided(study, proxy), _size(study, proxy)
    return [
        Point(m.istat_code, m.name, m.lat, m.lon, size[m.istat_code])
        for m in study.municipalities
        if m.istat_code not in divided
    ]


def _zones(study: Study, proxy: Proxy) -> list[Point]:
    divided, size = _divided(study, proxy), _size(study, proxy)
    stops = {code: sum(z.stops for z in study.zones if z.istat_code == code) for code in divided}
    cells = {code: sum(z.istat_code == code for z in study.zones) for code in divided}
    points = []
    for zone in study.zones if divided else []:
        code = zone.istat_code
        share = zone.stops / stops[code] if proxy != "even" and stops[code] else 1 / cells[code]
        share *= SUBURBAN_SHARE if proxy == "suburban" else 1
        points.append(Point(zone.id, zone.name, zone.lat, zone.lon, size[code] * share))
    return points


def _minutes(study: Study, points: list[Point], km: Floats) -> Floats:
    """Door-to-door minutes (p, s) at the single values: by the straight line, or by the study's own table."""
    detour = study.need("parameters", "detour").value
    minutes = km * 60 * detour / study.need("parameters", "speed").value
    row = {point.origin: i for i, point in enumerate(points)}
    column = {seat.id: j for j, seat in enumerate(study.candidates)}
    for time in study.travel_times:
        if time.origin in row and time.seat in column:
            minutes[row[time.origin], column[time.seat]] = time.minutes
    return np.asarray(minutes)


def _slowness(sample: Sample) -> Floats:
    """Minutes per kilometre of a draw over those of the single values (n,)."""
    study = sample.study
    central = study.need("parameters", "detour").value / study.need("parameters", "speed").value
    return sample.of("parameters", "detour") / sample.of("parameters", "speed") / central


def _slowest(study: Study) -> tuple[float, float]:
    """Between what the decay of demand per (central) minute can lie, whatever is drawn."""
    ends = {}
    for name in ("detour", "speed", "decay"):
        figure = study.need("parameters", name)
        low = figure.value if figure.low is None else figure.low
        high = figure.value if figure.high is None else figure.high
        ends[name] = (low, figure.value, high)
    central = ends["detour"][1] / ends["speed"][1]
    least = ends["detour"][0] / ends["speed"][2] / central / ends["decay"][2]
    most = ends["detour"][2] / ends["speed"][0] / central / ends["decay"][0]
    return least, most


def access(demand: Demand, columns: list[int], sample: Sample) -> Floats:
    """Share of demand reached from the nearest of some seats, discounted by travel time (n,).

    Each demand point counts with exp(−t/τ), with t the minutes to the nearest seat and τ the decay
    scale: 1 if all demand lived at the door. The sum is a smooth function of one number, the decay per
    minute, so it is summed at a hundred values of it and interpolated for the rest, to 1e-12. Those
    values depend on the figures' bounds alone: a draw has the same access in whatever block it stands.
    """
    nearest = demand.minutes[:, columns].min(axis=1)
    rate = _slowness(sample) / sample.of("parameters", "decay")

    def at(rates: Floats) -> Floats:
        return np.asarray(np.exp(-np.outer(rates, nearest)) @ demand.weights / demand.total)

    low, high = _slowest(sample.study)
    if high - low <= 1e-12 * high:
        return at(rate)
    return np.asarray(Chebyshev.interpolate(at, DEGREE, domain=[low, high])(rate))


def wanted(study: Study, service: str, sample: Sample) -> Floats | None:
    """Units a year (n,) that the demand segments ask of a service line at full operation; nothing where
    the study gives the line no uses."""
    uses = [use for use in study.uses if use.service == service]
    if not uses:
        return None
    total = np.zeros(sample.draws)
    for use in uses:
        users = sample.of("segments", use.segment, "size") * sample.of(
            "segments", use.segment, "adoption"
        )
        total = total + users * sample.of("uses", use.id, "units")
    return total


def central_access(demand: Demand, study: Study) -> Floats:
    """The access (s,) of every seat at the parameters' single values."""
    decay = study.need("parameters", "decay").value
    return gravity_access(demand.weights, demand.minutes, decay) / demand.total


def catchments(demand: Demand, study: Study) -> dict[str, Catchment]:
    """Catchment of every candidate seat, by id."""
    shares = {limit: coverage(demand.weights, demand.minutes, limit) for limit in (20, 30, 45)}
    mean = weighted_mean(demand.weights, demand.minutes)
    return {
        seat.id: Catchment(
            float(shares[20][i]), float(shares[30][i]), float(shares[45][i]), float(mean[i])
        )
        for i, seat in enumerate(study.candidates)
    }


def stops_nearby(study: Study) -> dict[str, float]:
    """Public-transport stops within walking radius of each candidate, estimated from the zones.

    The study ships stops per cell of about one square kilometre, not each stop; their density at the
    seat is estimated with a Gaussian kernel of half a cell and multiplied by the area of the circle.
    """
    radius = study.need("parameters", "transit-radius").value
    if not study.zones:
        return {seat.id: 0.0 for seat in study.candidates}
    zones = np.array([(z.lat, z.lon) for z in study.zones])
    stops = np.array([float(z.stops) for z in study.zones])
    seats = np.array([(seat.lat, seat.lon) for seat in study.candidates])
    km = distance_matrix_km(zones, seats)
    per_km2 = stops @ np.exp(-0.5 * (km / HALF_CELL_KM) ** 2) / (2 * np.pi * HALF_CELL_KM**2)
    within = np.pi * radius**2 * per_km2
    return {seat.id: float(within[i]) for i, seat in enumerate(study.candidates)}
