"""Two runs of the example side by side: what changed, and which change moved what."""

from typing import Any

import pytest

from fucina.study.compare import Comparison, compare, lines
from fucina.study.compare.attribution import attribute
from fucina.study.compare.groups import MOST, PLACES, counted, grouped, mixed
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.schema import NOUNS, Study

DRAWS = 300


def rebuilt(study: Study, **parts: Any) -> Study:
    """The study with other parts, and no look-up made before."""
    own = {field: getattr(study, field) for field in Study.model_fields}
    return Study.model_construct(**{**own, **parts})


def altered(study: Study, figures: dict[str, dict[str, Any]], **nouns: Any) -> Study:
    """The study with some figures' fields and some nouns' records changed."""
    changed = {key: study.figures[key].model_copy(update=fields) for key, fields in figures.items()}
    return rebuilt(study, figures={**study.figures, **changed}, **nouns)


def run(study: Study, seed: int = 4) -> Result:
    return compute(study, draws=DRAWS, seed=seed)


@pytest.fixture(scope="module")
def before(example: Study) -> Result:
    return run(example)


@pytest.fixture(scope="module")
def dearer(example: Study) -> Study:
    """Dearer works at one seat, dearer building everywhere, and weights that one party states otherwise."""
    first = example.stakeholders[0]
    weights = first.weights.model_copy(update={"order": [[example.criteria[-1].id]]})
    stated = [first.model_copy(update={"weights": weights}), *example.stakeholders[1:]]
    seat = {"distribution": "fixed", "low": None, "value": 2.5, "high": None}
    return altered(
        example,
        {
            "seats.north.works_factor": seat,
            "parameters.capex.value": {
                "distribution": "fixed", "low": None, "value": 3500.0, "high": None,
            },
        },
        stakeholders=stated,
    )  # fmt: skip


@pytest.fixture(scope="module")
def told(example: Study, before: Result, dearer: Study) -> Comparison:
    return compare(example, before, dearer, run(dearer))


def test_a_run_is_the_same_as_itself(example: Study, before: Result) -> None:
    found = compare(example, before, example, before)

    assert found.same_answer
    assert (found.figures, found.records, found.settings, found.attribution) == ([], [], [], None)
    assert {m.difference for m in found.seats + found.money} == {0}


def test_changes_name_the_fields_and_whether_they_move_results(told: Comparison) -> None:
    assert [(c.key, c.change, c.moves) for c in told.figures] == [
        ("parameters.capex.value", "changed", True),
        ("seats.north.works_factor", "changed", True),
    ]
    assert [(c.noun, c.change, c.moves) for c in told.records] == [
        ("stakeholders", "changed", True)
    ]
    assert [f.field for f in told.records[0].fields] == ["weights.order"]


def test_shares_sum_to_the_difference_and_with_the_rest_to_what_was_observed(
    told: Comparison,
) -> None:
    assert told.attribution
    for measure in told.attribution.measures:
        shares = sum(part.share.value for part in measure.parts)

        assert shares == pytest.approx(measure.difference.value, rel=1e-8, abs=1e-9)
        assert shares + measure.rest == pytest.approx(measure.observed, rel=1e-8, abs=1e-9)
        assert {tuple(part.nouns) for part in measure.parts} == {
            ("seats",), ("stakeholders",), ("parameters",),
        }  # fmt: skip


def test_with_the_same_draws_nothing_is_left_to_the_rest(told: Comparison) -> None:
    assert told.attribution
    assert told.attribution.draws == DRAWS

    rests = {m.id: abs(m.rest) / max(abs(m.observed), 1e-3) for m in told.attribution.measures}

    assert max(rests.values()) < 1e-6


def test_dearer_building_raises_the_net_cost(told: Comparison) -> None:
    assert told.attribution
    cost = next(m for m in told.attribution.measures if m.id == "net_cost")

    part = next(part for part in cost.parts if part.nouns == ["parameters"])

    assert part.share.value > 10 * part.share.se > 0


def test_a_study_that_cannot_be_computed_any_more_is_told_so(
    example: Study, before: Result, dearer: Study
) -> None:
    torn = rebuilt(example, figures={k: f for k, f in example.figures.items() if "capacity" not in k})  # fmt: skip

    found = compare(torn, before, dearer, before)

    assert (found.attribution, found.unattributed) == (None, "not-computable")
    assert "Run the study again from its folder." in lines(found, "en")[-1]


def test_a_change_alone_has_all_of_the_difference(example: Study, before: Result) -> None:
    after = altered(example, {"parameters.discount-rate.value": {"value": 0.06}})

    found = compare(example, before, after, run(after))

    assert found.attribution
    for measure in found.attribution.measures:
        (part,) = measure.parts
        assert part.share == part.alone == part.last == measure.difference


def test_a_new_source_of_a_figure_moves_nothing(example: Study, before: Result) -> None:
    after = altered(example, {"parameters.capex.value": {"confidence": "high"}})

    found = compare(example, before, after, before)

    assert [(c.key, c.moves) for c in found.figures] == [("parameters.capex.value", False)]
    assert found.attribution is None
    assert any("No change can move results" in line for line in lines(found, "en"))


def test_another_seed_is_told_as_noise(example: Study, before: Result) -> None:
    found = compare(example, before, example, run(example, seed=5))

    assert [s.name for s in found.settings] == ["seed"]
    assert found.attribution is None
    assert max(abs(m.z or 0) for m in found.seats) < 4


def test_a_seat_that_is_new_stands_without_a_before(example: Study) -> None:
    fewer = rebuilt(
        example,
        seats=[s for s in example.seats if s.id != "south"],
        figures={k: f for k, f in example.figures.items() if not k.startswith("seats.south.")},
    )

    found = compare(fewer, run(fewer), example, run(example))

    south = next(m for m in found.seats if m.id == "south")
    assert (south.before, south.difference, south.z) == (None, None, None)
    assert ("seats", "south", "added") in [(c.noun, c.id, c.change) for c in found.records]
    assert found.attribution


def test_changes_that_cannot_stand_alone_are_one_group(example: Study, before: Result) -> None:
    """A criterion judged on a score that only the new seats have."""
    judged = next(c for c in example.criteria if c.measure == "judged" and c.of == "seats")
    renamed = judged.model_copy(update={"id": "regeneration-two"})
    figures = dict(example.figures)
    for seat in example.candidates:
        old = example.figures[f"seats.{seat.id}.{judged.id}"]
        figures[f"seats.{seat.id}.regeneration-two"] = old
    after = rebuilt(example, criteria=[*example.criteria, renamed], figures=figures)

    counts = counted([], [])
    counts.update({"criteria": 1, "seats": 2})
    found = attribute((example, after), (before, run(after)), counts, 100)

    assert [sorted(p.nouns) for p in found.measures[0].parts] == [["criteria", "seats"]]


def test_groups_are_six_at_most_and_keep_those_with_most_changes() -> None:
    counts = counted([], [])
    counts.update({noun.plural: i + 1 for i, noun in enumerate(NOUNS[2:12])})

    groups = grouped(counts)

    assert len(groups) == MOST
    assert sorted(noun for group in groups for noun in group) == sorted(counts)
    assert len(groups[-1]) == 5
    assert (NOUNS[11].plural,) in groups


def test_a_mixture_of_everything_is_the_second_study(example: Study, dearer: Study) -> None:
    whole = {noun.plural for noun in NOUNS} | {"header", PLACES[0]}

    assert mixed(example, dearer, whole) == dearer
    assert mixed(example, dearer, set()) == example


def test_runs_of_two_studies_are_refused(example: Study, before: Result) -> None:
    other = example.model_copy(
        update={"header": example.header.model_copy(update={"id": "another"})}
    )

    with pytest.raises(ValueError, match="are not the same"):
        compare(example, before, other, before)


def test_a_comparison_survives_its_own_json(told: Comparison) -> None:
    assert Comparison.model_validate_json(told.model_dump_json()) == told


@pytest.mark.parametrize(("language", "word"), [("it", "quota"), ("en", "share")])
def test_lines_are_told_in_both_languages(told: Comparison, language: Any, word: str) -> None:
    said = lines(told, language)

    assert said[0] == told.name[language]
    assert any(line.strip().startswith(("Parametri", "Parameters")) and word in line for line in said)  # fmt: skip
