"""Stated weights from a sheet into stakeholders.toml."""

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fucina.methods.decision import sample_weights
from fucina.study.decision.opinion import weight_sets
from fucina.study.folder import read
from fucina.study.schema import Study
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.put_weights import put_weights
from fucina.study.sources.weights import Asked, read_weights
from fucina.study.template import create

EVIDENCE = Evidence("letters-2026", "Lettere degli enti", "Enti dello studio", kind="institution")
CRITERIA = ["access", "net-cost", "opening", "tenure", "benefit", "passage", "openness", "breadth"]


def test_points_are_shares_give_or_take_a_margin(folder: Path, data: Path) -> None:
    (city,) = read_weights(data / "weights_points.csv", read(folder), Asked("points"))

    assert city.stakeholder == "city"
    assert city.order == []
    assert city.least == {
        "access": 0.25,
        "net-cost": 0.15,
        "opening": 0.15,
        "tenure": 0.05,
        "benefit": 0.05,
    }
    assert city.most["access"] == 0.35
    assert city.most["breadth"] == 0.05
    assert (city.stated_by, city.day) == ("Assessora Bruni", dt.date(2026, 12, 3))


def test_ranks_are_an_order_and_an_empty_cell_leaves_a_criterion_free(
    folder: Path, data: Path
) -> None:
    city, firms = read_weights(data / "weights_ranks.csv", read(folder), Asked("ranks"))

    assert city.order == [["access"], ["net-cost", "opening"]]
    assert firms.order == [["net-cost"], ["access"]]
    assert (city.least, city.most) == ({}, {})


def test_ranges_in_one_cell_or_in_two_columns(folder: Path, data: Path) -> None:
    (firms,) = read_weights(data / "weights_ranges.csv", read(folder), Asked("ranges"))

    assert firms.least == {"access": 0.2, "net-cost": 0.1, "opening": 0.125}
    assert firms.most == {"access": 0.4, "net-cost": 0.3, "opening": 0.25}


def test_ranges_as_shares_are_the_same(
    folder: Path, workbook: Callable[[list[list[object]]], Path]
) -> None:
    (city,) = read_weights(
        workbook([["ente", "access", "opening"], ["City", "0,2–0,4", "0.1 - 0.2"]]), read(folder), Asked("ranges")
    )  # fmt: skip

    assert (city.least, city.most) == (
        {"access": 0.2, "opening": 0.1},
        {"access": 0.4, "opening": 0.2},
    )


def test_only_the_tables_of_weights_change(folder: Path, data: Path) -> None:
    path = folder / "stakeholders.toml"
    text = path.read_text("utf-8").replace(
        'weights = { order = [["access"], ["net-cost"]], kind = "assumption", source = "example", '
        'date = 2026-11-01, confidence = "low", owner = "analyst", note = { it = "Da chiedere.", en = "To be asked." } }',
        '# chiesti in autunno\n[stakeholder.weights]\norder = [["access"], ["net-cost"]] # a voce\nkind = "assumption"\n'
        'source = "example"\ndate = 2026-11-01\nconfidence = "low"\nowner = "analyst"\n'
        'note = { it = "Da chiedere.", en = "To be asked." }',
    )
    path.write_text(text, "utf-8")

    put_weights(folder, data / "weights_ranks.csv", Asked("ranks"), EVIDENCE)

    after = path.read_text("utf-8")
    assert after.splitlines()[:8] == [
        "[[stakeholder]]",
        'id = "city"',
        'name = { it = "Comune", en = "City" }',
        'kind = "public"',
        'role = { it = "Promotore", en = "Promoter" }',
        'source = "example"',
        "# chiesti in autunno",
        "[stakeholder.weights]",
    ]
    assert 'order = [["access"], ["net-cost", "opening"]] # a voce' in after
    city, firms = read(folder).stakeholders
    assert city.weights.kind == "fact"
    assert city.weights.source == "letters-2026"
    assert city.weights.owner == "analyst"
    assert city.weights.note.it == "Dichiarato da Council il 3/12/2026, per ordine."
    assert firms.weights.most == {}


def test_what_was_stated_can_be_drawn_by_the_study(folder: Path, data: Path) -> None:
    put_weights(folder, data / "weights_points.csv", Asked("points"), EVIDENCE)
    study = read(folder)

    known = weight_sets(study)[0]
    drawn = sample_weights(known, 7, "city", 5000)

    points = np.array([30, 20, 20, 10, 10, 5, 5, 0]) / 100
    assert np.abs(drawn - points).max() <= 0.05 + 1e-9


def test_an_institution_that_did_not_answer_keeps_its_statement(folder: Path, data: Path) -> None:
    before = tomllib.loads((folder / "stakeholders.toml").read_text("utf-8"))["stakeholder"][1]

    put_weights(folder, data / "weights_points.csv", Asked("points"), EVIDENCE)

    assert (
        tomllib.loads((folder / "stakeholders.toml").read_text("utf-8"))["stakeholder"][1] == before
    )


def test_the_source_is_dated_by_the_last_statement(folder: Path, data: Path) -> None:
    put_weights(folder, data / "weights_ranks.csv", Asked("ranks"), EVIDENCE)

    source = read(folder).sources[-1]
    assert (source.id, source.kind, source.date) == (
        "letters-2026",
        "institution",
        dt.date(2026, 12, 10),
    )


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("points") / "study"
    create(folder)
    return folder


@pytest.fixture(scope="module")
def study(own: Path) -> Study:
    return read(own)


@given(points=st.lists(st.integers(0, 100), min_size=8, max_size=8).filter(any))
def test_the_shares_of_any_points_respect_their_own_statement(
    own: Path, study: Study, points: list[int]
) -> None:
    path = own / "points.csv"
    path.write_text(f"ente,{','.join(CRITERIA)}\ncity,{','.join(map(str, points))}\n", "utf-8")

    (city,) = read_weights(path, study, Asked("points"))

    shares = {name: value / sum(points) for name, value in zip(CRITERIA, points, strict=True)}
    for name, share in shares.items():
        assert city.least.get(name, 0) <= share + 1e-6
        assert city.most.get(name, 1) >= share - 1e-6
