import math

import pytest

from fucina.centre.planning.forms.explore import Bounds, read

PRESETS = {"": {"access": 40, "cost": 60}, "city": {"access": 70, "cost": 30}}
BOUNDS = {
    "parameters.capex.value": Bounds(1000, 2000, 10),
    "parameters.utilisation.value": Bounds(30, 90, 1, scale=100),
}


def test_nothing_asked_is_the_runs_own_question() -> None:
    found = read({}, PRESETS, BOUNDS)

    assert (found.question.weights, found.question.stakeholder, found.question.bands) == (
        (),
        "",
        (),
    )
    assert (found.query, dict(found.weights)) == ("", {"access": 40, "cost": 60})


def test_an_institutions_weights_are_asked_for_by_its_id() -> None:
    found = read({"of": "city", "w-access": "1"}, PRESETS, BOUNDS)

    assert (found.question.stakeholder, found.question.weights) == ("city", ())
    assert dict(found.weights) == {"access": 70, "cost": 30}


def test_own_weights_replace_the_means_one_by_one() -> None:
    found = read({"of": "own", "w-cost": "7,5", "w-access": "a lot"}, PRESETS, BOUNDS)

    assert found.question.weights == (("access", 40.0), ("cost", 7.5))
    assert found.query == "of=own&w-access=40&w-cost=7.5"


def test_own_weights_that_are_all_nothing_ask_for_nothing() -> None:
    found = read({"of": "own", "w-cost": "0", "w-access": "-3"}, PRESETS, BOUNDS)

    assert (found.of, found.question.weights) == ("", ())


def test_a_band_is_asked_in_the_forms_units_and_answered_in_the_figures() -> None:
    key = "parameters.utilisation.value"

    found = read({f"low-{key}": "60"}, PRESETS, BOUNDS)

    assert found.question.bands == ((key, 0.6, math.inf),)
    assert found.limited == {key}


def test_ends_of_a_band_that_are_turned_round_are_put_in_order() -> None:
    key = "parameters.capex.value"

    found = read({f"low-{key}": "1900", f"high-{key}": "1200"}, PRESETS, BOUNDS)

    assert found.bands[key] == (1200, 1900)


@pytest.mark.parametrize(
    "query",
    [
        {"of": "nobody"}, {"low-parameters.gone.value": "1"}, {"w-gone": "3"},
        {"low-parameters.capex.value": "nan"}, {"high-parameters.capex.value": "inf"},
        {"low-parameters.capex.value": "1000", "high-parameters.capex.value": "9e99"},
        {"of": "<script>", "low-parameters.capex.value": "';--"},
    ],
)  # fmt: skip
def test_what_cannot_be_read_counts_as_not_said(query: dict[str, str]) -> None:
    found = read(query, PRESETS, BOUNDS)

    assert (found.query, found.limited) == ("", frozenset())


def test_the_query_asks_the_same_again() -> None:
    first = read(
        {"of": "own", "w-cost": "7.5", "high-parameters.capex.value": "1500"}, PRESETS, BOUNDS
    )
    pairs = dict(pair.split("=") for pair in first.query.split("&"))

    assert read(pairs, PRESETS, BOUNDS) == first
