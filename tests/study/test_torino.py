"""The Torino study keeps its promises: sourced figures, labelled estimates, no invented conduct."""

from pathlib import Path

from fucina.study.folder import read
from fucina.study.report.names import Names
from fucina.study.schema import Study


def test_every_figure_has_a_known_source_and_a_note(torino: Study) -> None:
    sources = {source.id for source in torino.sources}

    assert {figure.source for figure in torino.figures.values()} <= sources
    assert [key for key, figure in torino.figures.items() if figure.note is None] == []


def test_an_estimate_rests_on_low_or_medium_confidence(torino: Study) -> None:
    sure = [
        k
        for k, f in torino.figures.items()
        if f.kind in ("estimate", "assumption", "proxy") and f.confidence == "high"
    ]

    assert sure == []


def test_the_nine_institutions_have_not_stated_their_weights(torino: Study) -> None:
    assert len(torino.stakeholders) == 9
    assert {s.weights.kind for s in torino.stakeholders} == {"assumption"}
    assert {s.weights.confidence for s in torino.stakeholders} == {"low"}


def test_demand_is_labelled_a_proxy(torino: Study) -> None:
    kinds = {d.id: d.kind for d in torino.datasets if d.file != "boundaries.geojson"}

    assert set(kinds.values()) == {"proxy"}


def test_no_figure_is_about_employment_of_a_place(torino: Study) -> None:
    assert [m.name for m in torino.municipalities if m.population_15_64 > m.population] == []
    assert len(torino.municipalities) == 312


def test_every_figure_can_be_named_in_both_languages(torino: Study) -> None:
    names = Names(torino)

    named = [names.figure(key) for key in torino.figures]

    assert all(text.it and text.en for text in named)


def test_the_folder_on_disk_is_read_without_problems() -> None:
    assert read(Path(__file__).parents[2] / "studies" / "torino").header.id == "torino"
