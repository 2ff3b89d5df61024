"""Stops into zones, on a small synthetic town near Torino: every expected value is worked out by hand."""

import random
from typing import Any

import numpy as np
import pytest

from fucina.study.schema.dataset import Zone
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.stops import (
    Stop,
    clean_name,
    inside,
    zones_from_stops,
)

CODE = "001999"
# 0.03° of latitude are 3.336 km; at 45° 0.03° of longitude are 2.359 km.
SQUARE: dict[str, Any] = {
    "type": "Polygon",
    "coordinates": [[[7.60, 45.00], [7.63, 45.00], [7.63, 45.03], [7.60, 45.03], [7.60, 45.00]]],
}
HOLE = [[7.61, 45.01], [7.62, 45.01], [7.62, 45.02], [7.61, 45.02], [7.61, 45.01]]


def test_zones_hold_the_stops_of_their_cell() -> None:
    stops = [
        Stop("1", "Fermata 1 - PIAZZA DEL MERCATO", 45.002, 7.602),
        Stop("2", "Fermata 2 - OFFICINE N.12", 45.003, 7.603),
        Stop("3", "Fermata 3 - PIAZZA DEL MERCATO", 45.004, 7.604),
        Stop("4", "Fermata 4 - STAZIONE CAP", 45.02, 7.62),
        Stop("5", "Fermata 5 - FUORI", 45.05, 7.62),
    ]
    assert zones_from_stops(stops, SQUARE, CODE) == [
        Zone(id="zone-001", istat_code=CODE, name="Officine", lat=45.003, lon=7.603, stops=3),
        Zone(id="zone-002", istat_code=CODE, name="Stazione", lat=45.02, lon=7.62, stops=1),
    ]


def test_zones_do_not_depend_on_the_order_of_stops() -> None:
    draw = random.Random(7)  # noqa: S311
    stops = [
        Stop(str(n), f"Fermata {n} - VIA {n}", draw.uniform(44.99, 45.04), draw.uniform(7.59, 7.64))
        for n in range(300)
    ]
    zones = zones_from_stops(stops, SQUARE, CODE)
    draw.shuffle(stops)
    assert zones_from_stops(stops, SQUARE, CODE) == zones
    within = sum(45.0 <= s.lat < 45.03 and 7.60 <= s.lon < 7.63 for s in stops)
    assert sum(zone.stops for zone in zones) == within
    assert len(zones) == 3 * 4  # 2.36 km by 3.34 km in cells of 1 km


def test_a_larger_cell_makes_one_zone() -> None:
    stops = [Stop("a", "A", 45.001, 7.601), Stop("b", "B", 45.029, 7.629)]
    (zone,) = zones_from_stops(stops, SQUARE, CODE, cell_km=10)
    assert (zone.stops, zone.lat, zone.lon) == (2, 45.015, 7.615)
    assert zone.name == "A"  # both are equally far from the mean: the lesser id names the zone


def test_a_stop_without_letters_names_no_zone() -> None:
    stops = [Stop("1", "Fermata 1 - _", 45.002, 7.602), Stop("2", "Fermata 2 - PO", 45.0021, 7.602)]
    assert zones_from_stops(stops, SQUARE, CODE)[0].name == "Po"
    assert zones_from_stops(stops[:1], SQUARE, CODE)[0].name == "zone-001"


def test_nothing_inside_gives_no_zone() -> None:
    assert zones_from_stops([], SQUARE, CODE) == []
    assert zones_from_stops([Stop("1", "A", 44.0, 7.0)], SQUARE, CODE) == []


def test_holes_islands_and_open_rings() -> None:
    points = np.array([[7.615, 45.015], [7.605, 45.005], [7.705, 45.005], [7.0, 45.0]])
    ring = np.array(SQUARE["coordinates"][0])
    island = ring + np.array([0.1, 0.0])
    found = inside(points, [ring, np.array(HOLE), island])
    assert found.tolist() == [False, True, True, False]

    stops = [Stop(str(n), "A", float(lat), float(lon)) for n, (lon, lat) in enumerate(points)]
    outline: dict[str, Any] = {
        "type": "MultiPolygon",
        "coordinates": [[ring[:-1].tolist(), HOLE], [island.tolist()]],
    }
    assert sum(zone.stops for zone in zones_from_stops(stops, outline, CODE)) == 2


def test_a_ray_through_a_vertex_is_counted_once() -> None:
    diamond = np.array([[0.0, -1.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
    points = np.array([[-0.5, 0.0], [0.0, 0.0], [-2.0, 0.0], [-2.0, -1.0], [-2.0, 1.0]])
    assert inside(points, [diamond]).tolist() == [True, True, False, False, False]


@pytest.mark.parametrize(
    "boundary",
    [
        {"type": "Point", "coordinates": [7.6, 45.0]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[7.6, 45.0], [7.7]]]},
        {"type": "Polygon", "coordinates": [[[7.6, 45.0], [7.7, 45.0]]]},
        {"type": "MultiPolygon", "coordinates": [[1, 2]]},
        {},
    ],
)
def test_what_is_no_polygon_is_refused(boundary: dict[str, Any]) -> None:
    with pytest.raises(ImportRefused, match="GeoJSON Polygon"):
        zones_from_stops([], boundary, CODE)


@pytest.mark.parametrize("cell", [0.0, -1.0, float("nan"), float("inf")])
def test_a_cell_needs_a_positive_side(cell: float) -> None:
    with pytest.raises(ImportRefused, match="positive number of kilometres"):
        zones_from_stops([], SQUARE, CODE, cell)


def test_too_many_zones_are_refused() -> None:
    stops = [
        Stop(f"{i}-{j}", "A", 45 + 0.03 * (i + 0.5) / 40, 7.6 + 0.03 * (j + 0.5) / 40)
        for i in range(40)
        for j in range(40)
    ]
    with pytest.raises(ImportRefused, match="1600 zones are too many"):
        zones_from_stops(stops, SQUARE, CODE, cell_km=0.05)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Fermata 10 - RUBIANA", "Rubiana"),
        ("Fermata 1234 - ALA DI STURA NORD", "Ala di Stura Nord"),
        ("Fermata 7 - SANT'ANNA N.52", "Sant'Anna"),
        ("Fermata 7 - MONGRENO N. 329", "Mongreno"),
        ("Fermata 7 - SETTEMBRINI C.19", "Settembrini"),
        ("Fermata 7 - TORINO (ROMANIA N.546)", "Torino (Romania)"),
        ("Fermata 7 - PIO VII", "Pio VII"),
        ("Fermata 7 - ZARA CAP", "Zara"),
        ("PORTA  SUSA", "Porta Susa"),
        ("Fermata 7 - _", ""),
    ],
)
def test_names_are_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean
