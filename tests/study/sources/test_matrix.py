"""Tables of travel times, long and wide, into a study."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from fucina.study.folder import read
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.matrix import DAY, Reading, read_matrix
from fucina.study.sources.put_travel_times import Standing, put_matrix

EVIDENCE = Evidence("times", "Times", "Somebody", dt.date(2026, 9, 1), "dataset", None, "CC0")
LONG = {
    ("900001", "north"): 5.0,
    ("900001", "south"): 12.0,
    ("900002", "north"): 14.0,
    ("900002", "south"): 4.01,
    ("900003", "north"): 18.0,
    ("900003", "south"): DAY,
    ("zone-a", "north"): 3.333,
    ("zone-a", "south"): 11.667,
    ("zone-b", "north"): 6.667,
    ("zone-b", "south"): 15.0,
}


def test_a_long_table_in_seconds(folder: Path, data: Path) -> None:
    found = read_matrix(data / "times_long.csv", read(folder), Reading())

    assert found.minutes == LONG
    assert found.unreachable == 1


def test_a_wide_table_with_decimal_commas_needs_its_unit(folder: Path, data: Path) -> None:
    found = read_matrix(data / "times_wide.csv", read(folder), Reading(unit="minutes"))

    assert found.minutes["900001", "north"] == 5.5
    assert found.minutes["zone-a", "north"] == 3.25
    assert found.minutes["900003", "south"] == DAY


def test_a_workbook_is_read_as_its_csv(
    folder: Path, workbook: Callable[[list[list[object]]], Path]
) -> None:
    path = workbook(
        [["origin", "north", "south"], ["900001", 5.125, 12], ["900003", 18.2, "unreachable"]]
    )

    found = read_matrix(path, read(folder), Reading(unit="minutes"))

    assert found.minutes == {
        ("900001", "north"): 5.125,
        ("900001", "south"): 12,
        ("900003", "north"): 18.2,
        ("900003", "south"): DAY,
    }


@pytest.mark.parametrize(
    ("unit", "cell"), [("minutes", "30"), ("seconds", "1800"), ("hours", "0.5")]
)
def test_every_unit_gives_the_same_minutes(folder: Path, data: Path, unit: str, cell: str) -> None:
    path = data / "one.csv"
    path.write_text(f"origin,seat,{unit}\n900003,south,{cell}\n", "utf-8")

    assert read_matrix(path, read(folder), Reading()).minutes == {("900003", "south"): 30}


def test_an_empty_cell_is_estimated_or_unreachable_if_that_is_said(
    folder: Path, data: Path
) -> None:
    path = data / "gap.csv"
    path.write_text("origin,north,south\n900001,6,\n900003,20,15\n", "utf-8")
    study = read(folder)

    estimated = read_matrix(path, study, Reading(unit="minutes", empty="estimate"))
    closed = read_matrix(path, study, Reading(unit="minutes", empty="unreachable"))

    assert ("900001", "south") not in estimated.minutes
    assert estimated.left_out == 1
    assert closed.minutes["900001", "south"] == DAY


def test_the_times_stand_in_the_study_with_their_source(folder: Path, data: Path) -> None:
    done = put_matrix(folder, data / "times_long.csv", Reading(), EVIDENCE, Standing())

    study = read(folder)
    assert {(t.origin, t.seat): t.minutes for t in study.travel_times} == LONG
    (dataset,) = [d for d in study.datasets if d.file == "travel_times.csv"]
    assert (dataset.source, dataset.kind, dataset.confidence) == ("times", "derived", "medium")
    assert (
        dataset.note.en
        == "From the file times_long.csv. Pairs without a way, written as a day (1440 min): 1."
    )
    assert done.summary.en == (
        "10 times, 1 of them without a way; 0 pairs stay estimated from the straight line."
    )


def test_other_pairs_stay_only_if_asked(folder: Path, data: Path) -> None:
    path = data / "one.csv"
    path.write_text("origin,seat,minutes\n900003,north,21\n", "utf-8")

    put_matrix(folder, path, Reading(), EVIDENCE, Standing(keep_others=True))
    assert len(read(folder).travel_times) == 5
    put_matrix(folder, path, Reading(), EVIDENCE, Standing())
    assert len(read(folder).travel_times) == 1


@pytest.mark.parametrize(("unit", "speed"), [("hours", "0.515"), ("seconds", "1.85e+03")])
def test_a_unit_that_makes_people_crawl_or_fly_is_refused(
    folder: Path, data: Path, unit: str, speed: str
) -> None:
    path = data / "wrong.csv"
    path.write_text(f"origin,seat,{unit}\n900003,south,18\n", "utf-8")

    with pytest.raises(ImportRefused, match=f"would be {re.escape(speed)} km/h"):
        read_matrix(path, read(folder), Reading())
