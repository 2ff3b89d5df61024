"""Routers that need nothing but the study: the straight line, and a table."""

import datetime as dt
import itertools
from pathlib import Path

import numpy as np
import pytest

from fucina.documents.text import Text
from fucina.methods.location import great_circle_km
from fucina.study.folder import read
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.put_travel_times import Standing, put_routed
from fucina.study.sources.router import (
    Margin,
    Place,
    Router,
    StraightLine,
    Tabulated,
    candidate_seats,
    demand_points,
)

LINE = StraightLine((1.2, 1.3, 1.5), (25, 40, 60))
A, B = Place("a", 45.0, 8.0), Place("b", 45.1, 8.0)
EVIDENCE = Evidence("routed", "Routed", "Study team", dt.date(2026, 11, 1), "estimate")


def test_the_straight_line_is_distance_by_detour_over_speed() -> None:
    km = float(great_circle_km(45.0, 8.0, 45.1, 8.0))

    times = LINE.minutes([A, B], [B])

    assert times.minutes == pytest.approx(np.array([[km * 1.3 / 40 * 60], [0]]))


def test_its_declared_error_holds_every_detour_and_speed_of_the_study() -> None:
    times = LINE.minutes([A], [B])
    central = times.minutes[0, 0]

    ends = [
        StraightLine((d, d, d), (v, v, v)).minutes([A], [B]).minutes[0, 0]
        for d, v in itertools.product((1.2, 1.3, 1.5), (25, 40, 60))
    ]

    assert min(ends) == pytest.approx(times.margin.below * central)
    assert max(ends) == pytest.approx(times.margin.above * central)


def test_it_knows_the_car_alone() -> None:
    with pytest.raises(ImportRefused, match="straight-line, --mode: the router does not know"):
        LINE.minutes([A], [B], "foot")


def test_it_equals_what_the_study_estimates_itself(folder: Path) -> None:
    study = read(folder)
    line = StraightLine.of(study)

    put_routed(folder, line, EVIDENCE, Standing(kind="estimate", confidence="low"))

    places = {p.id: p for p in (*demand_points(study), *candidate_seats(study))}
    written = read(folder).travel_times
    assert len(written) == 5 * 2
    for time in written:
        own = line.minutes([places[time.origin]], [places[time.seat]]).minutes[0, 0]
        assert time.minutes == pytest.approx(own, abs=0.005)


def test_the_declared_error_stands_in_the_note(folder: Path) -> None:
    put_routed(folder, StraightLine.of(read(folder)), EVIDENCE, Standing(kind="estimate"))

    (dataset,) = [d for d in read(folder).datasets if d.file == "travel_times.csv"]
    assert dataset.note.en == (
        "Computed with straight-line (car). Declared error from -38 % to +85 %: bounds of the study’s detour "
        "(1.2–1.5) and speed (25–60 km/h)."
    )


def test_a_table_answers_for_its_pairs_and_refuses_others() -> None:
    table: Router = Tabulated({("a", "b"): 12.0}, Margin(0.9, 1.1, Text("misurati", "measured")))

    assert table.minutes([A], [B]).minutes.tolist() == [[12.0]]
    with pytest.raises(ImportRefused, match="pairs that are not in the table: 1"):
        table.minutes([A], [A, B])
