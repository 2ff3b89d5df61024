import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from fucina.methods.decision import (
    Preference,
    promethee_i,
    promethee_ii,
    topsis,
    unicriterion_flows,
)
from fucina.methods.errors import MethodError

FLOWS = arrays(float, (5,), elements=st.integers(0, 3).map(lambda x: x / 4))
TABLES = arrays(float, (5, 3), elements=st.floats(-10, 10))


@pytest.mark.parametrize(
    ("preference", "degrees"),
    [
        (Preference("I"), [0, 0, 1, 1, 1, 1]),
        (Preference("II", q=2), [0, 0, 0, 0, 1, 1]),
        (Preference("III", p=4), [0, 0, 0.25, 0.5, 0.75, 1]),
        (Preference("IV", q=1, p=3), [0, 0, 0, 0.5, 0.5, 1]),
        (Preference("V", q=1, p=3), [0, 0, 0, 0.5, 1, 1]),
        (Preference("VI", s=1), [0, 0, *(1 - np.exp(-np.array([1, 4, 9, 25]) / 2))]),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_each_preference_function_has_its_shape(preference, degrees):
    assert preference.degree(np.array([-2.0, 0, 1, 2, 3, 5])).tolist() == pytest.approx(degrees)


def test_net_flows_are_the_weighted_unicriterion_flows(example):
    case = example("promethee_powerplants_brans1986")
    preferences = [Preference(kind, **limits) for kind, limits in case["functions"]]
    upward = [sense == "max" for sense in case["sense"]]

    flows = unicriterion_flows(case["matrix"], upward, preferences)

    assert (flows @ case["weights"]).tolist() == pytest.approx(case["phi"], abs=1e-9)


def test_partial_ranking_of_power_plants_follows_both_flows(example):
    case = example("promethee_powerplants_brans1986")
    out, into = np.array(case["phi_plus"]), np.array(case["phi_minus"])

    relation = promethee_i(out, into)

    assert relation.preferred[4].tolist() == [True, True, True, True, False, True]
    for a in range(6):
        for b in range(6):
            assert relation.preferred[a, b] == (out[a] > out[b] and into[a] < into[b])
            crossed = (out[a] - out[b]) * (into[a] - into[b]) > 0
            assert relation.incomparable[a, b] == crossed


@settings(deadline=None)
@given(FLOWS, FLOWS)
def test_every_pair_stands_in_one_relation(leaving, entering):
    relation = promethee_i(leaving, entering)

    count = relation.preferred * 1 + relation.preferred.T + relation.indifferent
    count += relation.incomparable
    assert (count + np.eye(5) == 1).all()


@settings(deadline=None)
@given(TABLES)
def test_partial_ranking_never_contradicts_the_complete_one(table):
    flows = promethee_ii(table, [1, 2, 3], [True, False, True], [Preference("V", q=1, p=5)] * 3)

    relation = promethee_i(flows.leaving, flows.entering)

    better = flows.net[:, None] > flows.net - 1e-9
    assert better[relation.preferred].all()
    assert flows.net.sum() == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("normalisation", ["vector", "minmax", "max", "sum"])
def test_topsis_is_what_its_formula_says(normalisation):
    table = np.random.default_rng(2).random((4, 3)) + 1
    scale = {
        "vector": np.linalg.norm(table, axis=0),
        "minmax": np.ptp(table, axis=0),
        "max": table.max(axis=0),
        "sum": table.sum(axis=0),
    }[normalisation]
    shifted = (table - table.min(axis=0) * (normalisation == "minmax")) / scale * [0.5, 0.3, 0.2]
    ideal = [shifted[:, 0].max(), shifted[:, 1].min(), shifted[:, 2].max()]
    worst = [shifted[:, 0].min(), shifted[:, 1].max(), shifted[:, 2].min()]

    found = topsis(table, [5, 3, 2], [True, False, True], normalisation)

    near, far = np.linalg.norm(shifted - ideal, axis=1), np.linalg.norm(shifted - worst, axis=1)
    assert found.tolist() == pytest.approx((far / (near + far)).tolist(), abs=1e-12)


@pytest.mark.parametrize(
    ("refused", "culprit"),
    [
        (lambda: Preference("VII"), "kind"),
        (lambda: Preference("III"), "q, p"),
        (lambda: Preference("II", q=-1), "q, p"),
        (lambda: Preference("V", q=1, p=np.nan), "finite"),
        (lambda: promethee_i([1, 2], [1]), "leaving and entering"),
        (lambda: promethee_ii([[1.0]], [1], [True], [Preference()]), "two alternatives"),
        (lambda: unicriterion_flows([[1.0], [2]], [True], []), "preferences"),
        (lambda: unicriterion_flows([1.0, 2], [True], [Preference()]), "matrix"),
        (lambda: topsis([[1, 2], [1, 3]], [1, 1], [True, True], "minmax"), "column 0 of equal"),
        (lambda: topsis([[1, 2], [1, 3]], [1, 1], [True, True], "other"), "normalisation"),
        (lambda: topsis([[1, 2], [1, 2]], [1, 1], [True, True]), "alike"),
    ],
)
def test_impossible_input_names_its_culprit(refused, culprit):
    with pytest.raises(MethodError, match=culprit):
        refused()
