"""The second study: another kind of centre, another country, the same method; and the same promises as Torino."""

from pathlib import Path

import pytest

from fucina.study.folder import read
from fucina.study.run import compute
from fucina.study.schema import Study


@pytest.fixture(scope="module")
def rotterdam() -> Study:
    return read(Path(__file__).parents[2] / "studies" / "rotterdam")


def test_it_is_complete_and_another_kind_of_study(rotterdam: Study, torino: Study) -> None:
    assert len(rotterdam.figures) >= 120
    assert len(rotterdam.candidates) == 4
    for plural in ("degrees", "uses", "funding", "gates", "archetypes"):
        assert rotterdam.named(plural)
    for plural in ("stakeholders", "seats", "services", "strategies"):
        assert not rotterdam.named(plural).keys() & torino.named(plural).keys()


def test_every_figure_has_a_source_and_a_note_and_no_estimate_is_sure(rotterdam: Study) -> None:
    unsaid = [key for key, figure in rotterdam.figures.items() if figure.note is None]
    sure = [
        k
        for k, f in rotterdam.figures.items()
        if f.source == "team-estimate" and f.confidence != "low"
    ]

    assert (unsaid, sure) == ([], [])


def test_no_institution_is_said_to_have_stated_its_weights(rotterdam: Study) -> None:
    assert {s.weights.kind for s in rotterdam.stakeholders} == {"assumption"}
    assert {s.weights.confidence for s in rotterdam.stakeholders} == {"low"}


def test_places_are_estimates_with_their_error_and_boundaries_are_schematic(
    rotterdam: Study,
) -> None:
    kinds = {d.file: (d.kind, d.confidence) for d in rotterdam.datasets}

    assert all(seat.coordinate_error_m >= 300 for seat in rotterdam.seats)
    assert kinds["boundaries.geojson"] == ("assumption", "low")
    assert kinds["municipalities.csv"] == ("proxy", "medium")


def test_it_computes_and_ranks_reused_halls_new_buildings_and_scattered_places(
    rotterdam: Study,
) -> None:
    result = compute(rotterdam, draws=200, seed=1)

    ranked = {alternative.id.split(":")[0] for alternative in result.decision.alternatives}
    assert ranked == {"one-roof", "both-banks", "scattered"}
    assert result.decision.seat in rotterdam.named("seats")
