"""Demand: where the people and firms are that a seat should reach, under one or another proxy."""

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
    """Demand points (p) and their distance in km to every candidate seat (p, s), in the study's order."""

    proxy: Proxy
    names: tuple[str, ...]
    places: Floats
    weights: Floats
    km: Floats

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


def place(study: Study, proxy: Proxy = "stops") -> Demand:
    """The demand points under a proxy; a municipality that has zones is replaced by them."""
    seats = np.array([(seat.lat, seat.lon) for seat in study.candidates])
    divided = set() if proxy == "single" else {zone.istat_code for zone in study.zones}
    stops = {code: sum(z.stops for z in study.zones if z.istat_code == code) for code in divided}
    cells = {code: sum(z.istat_code == code for z in study.zones) for code in divided}
    size = {
        m.istat_code: (m.population if proxy == "population" else m.population_15_64)
        for m in study.municipalities
    }
    points = [
        (m.name, m.lat, m.lon, size[m.istat_code])
        for m in study.municipalities
        if m.istat_code not in divided
    ]
    for zone in study.zones if divided else []:
        code = zone.istat_code
        share = zone.stops / stops[code] if proxy != "even" and stops[code] else 1 / cells[code]
        share *= SUBURBAN_SHARE if proxy == "suburban" else 1
        points.append((zone.name, zone.lat, zone.lon, size[code] * share))
    places = np.array([(lat, lon) for _, lat, lon, _ in points])
    weights = np.array([weight for *_, weight in points])
    names = tuple(name for name, *_ in points)
    return Demand(proxy, names, places, weights, distance_matrix_km(places, seats))


def minutes_per_km(sample: Sample) -> Floats:
    """Door-to-door minutes per straight-line kilometre (n,): detour over speed."""
    return 60 * sample.of("parameters", "detour") / sample.of("parameters", "speed")


def access(demand: Demand, columns: list[int], sample: Sample) -> Floats:
    """Share of demand reached from the nearest of some seats, discounted by travel time (n,).

    Each demand point counts with exp(−t/τ), with t the minutes to the nearest seat and τ the decay
    scale: 1 if all demand lived at the door. The sum is a smooth function of one number, the decay per
    kilometre, so it is summed at a hundred values of it and interpolated for the rest, to 1e-12.
    """
    nearest = demand.km[:, columns].min(axis=1)
    rate = minutes_per_km(sample) / sample.of("parameters", "decay")

    def at(rates: Floats) -> Floats:
        return np.asarray(np.exp(-np.outer(rates, nearest)) @ demand.weights / demand.total)

    low, high = float(rate.min()), float(rate.max())
    if high - low <= 1e-12 * high or sample.draws <= DEGREE:
        return at(rate)
    return np.asarray(Chebyshev.interpolate(at, DEGREE, domain=[low, high])(rate))


def central_minutes(demand: Demand, study: Study) -> Floats:
    """Minutes (p, s) from every point to every seat at the parameters' single values."""
    detour = study.need("parameters", "detour").value
    return demand.km * 60 * detour / study.need("parameters", "speed").value


def central_access(demand: Demand, study: Study) -> Floats:
    """The access (s,) of every seat at the parameters' single values."""
    decay = study.need("parameters", "decay").value
    return gravity_access(demand.weights, central_minutes(demand, study), decay) / demand.total


def catchments(demand: Demand, study: Study) -> dict[str, Catchment]:
    """Catchment of every candidate seat, by id."""
    minutes = central_minutes(demand, study)
    shares = {limit: coverage(demand.weights, minutes, limit) for limit in (20, 30, 45)}
    mean = weighted_mean(demand.weights, minutes)
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
