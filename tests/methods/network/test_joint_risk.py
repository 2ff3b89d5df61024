import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.network import Gate, Link, Network, cruciality, joint_risk, quantile

CHAIN = Network(("plan", "build"), (Link("plan", "build"),))


def durations(n=20_000, seed=1):
    return np.random.default_rng(seed).uniform(1, 3, (n, 2))


def test_cost_grows_with_time_in_the_same_draw():
    times = durations(1000)

    risk = joint_risk(CHAIN, times, fixed_costs=[5, 7], period_costs=[1, 2], overhead=4)

    assert risk.cost == pytest.approx(12 + times @ [1, 2] + 4 * times.sum(axis=1))
    assert risk.end == pytest.approx(times.sum(axis=1))


def test_joint_confidence_of_two_uniform_durations_is_the_triangle():
    risk = joint_risk(CHAIN, durations(), period_costs=[1, 0])

    found = risk.joint_confidence(budget=2.0, deadline=4.0)

    # plan <= 2 and plan + build <= 4, both uniform in 1..3: 3/8 of the square
    assert abs(found.value - 3 / 8) < 4 * found.se
    assert abs(risk.on_time(4.0).value - 0.5) < 4 * risk.on_time(4.0).se


@settings(deadline=None, max_examples=30)
@given(st.floats(0, 30), st.floats(0, 8))
def test_joint_confidence_lies_within_its_bounds(budget, deadline):
    risk = joint_risk(CHAIN, durations(300), period_costs=[3, 2], overhead=1)

    both = risk.joint_confidence(budget, deadline).value

    cost, time = risk.within_budget(budget).value, risk.on_time(deadline).value
    assert max(0.0, cost + time - 1) - 1e-12 <= both <= min(cost, time)


def test_closed_gate_stops_the_work_where_it_stands():
    links = (Link("plan", "build"),)
    network = Network(("plan", "build", "watch"), links, (Gate("build", passes=0.0),))

    risk = joint_risk(
        network, [[2.0, 5.0, 6.0]], fixed_costs=[1, 100, 0], period_costs=[0, 50, 3], overhead=10
    )

    assert risk.end.tolist() == [2]
    assert risk.cost.tolist() == [1 + 3 * 2 + 10 * 2]
    assert (risk.completion.value, risk.on_time(99).value) == (0, 0)


def test_gates_let_pass_as_often_as_they_say():
    gates = (Gate("plan", passes=0.8), Gate("build", passes=0.5))
    network = Network(("plan", "build"), CHAIN.links, gates)

    risk = joint_risk(network, durations(), seed=4)

    assert abs(risk.completion.value - 0.4) < 4 * risk.completion.se
    assert risk.completion.se == pytest.approx((0.24 / 20_000) ** 0.5, rel=0.05)


def test_escalation_is_charged_at_the_middle_of_the_activity():
    risk = joint_risk(CHAIN, [[2.0, 4.0]], fixed_costs=[100, 100], escalation=0.1)

    assert risk.cost[0] == pytest.approx(100 * 1.1 + 100 * 1.1**4)


def test_budget_at_a_confidence_covers_that_share():
    risk = joint_risk(CHAIN, durations(), period_costs=1.0)

    budget = risk.budget_at(0.8)

    assert risk.within_budget(budget.value).value == pytest.approx(0.8, abs=1e-4)
    exact = 6 - 2 * 0.4**0.5  # the sum of two uniforms in 1..3
    assert abs(budget.value - exact) < 4 * budget.se
    assert risk.deadline_at(0.8).value == pytest.approx(budget.value)


def test_cruciality_of_independent_parts_is_the_share_of_spread():
    times = durations() * [1.0, 2.0]

    index, se = cruciality(times, times.sum(axis=1))

    assert (np.abs(index - np.array([1, 2]) / 5**0.5) < 4 * se).all()


def test_quantile_is_an_observed_value_and_never_falls():
    values = [quantile([3, 1, 2, 5, 4], level).value for level in (0, 0.2, 0.21, 0.8, 1)]

    assert values == [1, 1, 2, 4, 5]


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"fixed_costs": [1, 2, 3]}, "fixed_costs"),
        ({"period_costs": -1.0}, "period_costs"),
        ({"overhead": [1.0, 2.0]}, "overhead"),
        ({"escalation": -1.0}, "escalation"),
        ({"durations": [[1.0, np.nan]]}, "durations"),
    ],
)
def test_impossible_cost_is_refused_by_name(change, culprit):
    arguments = {"durations": [[1.0, 2.0]] * 3, **change}

    with pytest.raises(MethodError, match=culprit):
        joint_risk(CHAIN, **arguments)


def test_quantile_of_nothing_completed_is_refused():
    network = Network(("plan",), (), (Gate("plan", passes=0.0),))

    with pytest.raises(MethodError, match="no draw was completed"):
        joint_risk(network, [[1.0]]).budget_at(0.5)


@pytest.mark.parametrize(
    ("times", "end"), [([[1.0]], [1.0]), ([[1.0]] * 3, [1.0] * 3), ([[1.0]] * 3, [1.0] * 2)]
)
def test_cruciality_without_spread_is_refused(times, end):
    with pytest.raises(MethodError, match="end"):
        cruciality(times, end)
