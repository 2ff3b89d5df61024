import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.cashflow import (
    Timing,
    critical_variables,
    elasticity,
    net_present_value,
    switching_value,
)
from fucina.methods.errors import MethodError


def project(rows):
    """Works, yearly sales and yearly staff: linear in each."""
    works, sales, staff = rows.T
    return sales * 5 - staff * 5 - works


def test_linear_model_agrees_with_the_closed_forms():
    base = [100.0, 60, 30]

    found = critical_variables(project, ["works", "sales", "staff"], base)

    parts = np.array([-100.0, 300, -150])
    assert found.npv == 50
    assert found.elasticity.tolist() == pytest.approx(elasticity(50, parts).tolist())
    assert found.switching.tolist() == pytest.approx(switching_value(50, parts).tolist())
    assert found.critical.tolist() == [True, True, True]


@settings(deadline=None, max_examples=40)
@given(st.floats(1, 500), st.floats(10, 100), st.floats(1, 100))
def test_switching_value_makes_the_net_value_zero(works, sales, staff):
    base = np.array([works, sales, staff])
    if abs(project(base[None])[0]) < 1e-3:
        return

    found = critical_variables(project, ["works", "sales", "staff"], base)

    for i, change in enumerate(found.switching):
        if not np.isnan(change):
            moved = base.copy()
            moved[i] *= 1 + change
            assert abs(project(moved[None])[0]) < 1e-9 * (works + 5 * sales + 5 * staff)


def test_variable_that_cannot_switch_says_so():
    found = critical_variables(lambda x: 100 + x[:, 0], ["bonus"], [1.0])

    assert np.isnan(found.switching[0])
    assert not found.critical[0]


def test_nearest_of_two_switching_values_is_given():
    found = critical_variables(lambda x: (x[:, 0] - 8) * (x[:, 0] - 30), ["size"], [10.0])

    assert found.switching[0] == pytest.approx(-0.2)


def test_switching_rate_is_the_internal_rate():
    flows = np.array([-100.0, 60, 60])

    found = critical_variables(
        lambda x: net_present_value(np.tile(flows, (len(x), 1)), x[:, 0], Timing.START),
        ["rate"],
        [0.05],
    )

    assert 0.05 * (1 + found.switching[0]) == pytest.approx(0.13066238629180753)


@pytest.mark.parametrize(
    ("call", "culprit"),
    [
        (lambda: critical_variables(project, ["a"], [1, 2, 3]), "names and base"),
        (lambda: critical_variables(project, list("abc"), [0, 2, 3]), "a: zero"),
        (lambda: critical_variables(lambda x: x[:, 0] * 0, ["a"], [1]), "model: zero"),
        (lambda: critical_variables(lambda x: x[:, 0] / 0.0 * 0, ["a"], [1]), "model's result"),
        (lambda: critical_variables(project, list("abc"), [1, 2, 3], lowest=1), "lowest"),
        (lambda: elasticity(0, 1), "npv_base"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
def test_impossible_question_is_refused_by_name(call, culprit):
    with pytest.raises(MethodError, match=culprit):
        call()
