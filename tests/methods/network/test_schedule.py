import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.network import Activity, predecessor_indices, schedule

# the classical example: A3 B4(A) C2(A) D5(B) E1(C) F2(D,E)
PROJECT = [[], [0], [0], [1], [2], [3, 4]]
DURATIONS = np.array([[3.0, 4.0, 2.0, 5.0, 1.0, 2.0]])


def test_schedule_finds_the_critical_path():
    plan = schedule(PROJECT, DURATIONS)

    assert plan.start.tolist() == [[0, 3, 3, 7, 5, 12]]
    assert plan.end.tolist() == [14]
    assert plan.criticality.tolist() == [1, 1, 0, 1, 0, 1]


def test_schedule_waits_for_lags():
    plan = schedule([[], [0]], [[2.0, 3.0]], lags=[[], [4.0]])

    assert plan.start.tolist() == [[0, 6]]
    assert plan.end.tolist() == [9]
    assert plan.criticality.tolist() == [1, 1]


def test_criticality_of_two_equal_parallel_activities_is_one_half():
    durations = np.random.default_rng(2).uniform(1, 2, (20_000, 2))

    plan = schedule([[], []], durations)

    assert (np.abs(plan.criticality - 0.5) < 4 * plan.criticality_se).all()
    assert plan.criticality.sum() == pytest.approx(1.0)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 100), min_size=6, max_size=6), st.integers(0, 5), st.floats(0, 50))
def test_a_longer_activity_never_ends_the_project_earlier(durations, which, more):
    longer = np.array([durations])
    longer[0, which] += more

    before, after = schedule(PROJECT, [durations]).end[0], schedule(PROJECT, longer).end[0]

    assert before <= after


def test_draws_are_independent_of_one_another():
    durations = np.random.default_rng(3).uniform(1, 9, (50, 6))

    together = schedule(PROJECT, durations).end

    assert together.tolist() == [schedule(PROJECT, row[None]).end[0] for row in durations]


def test_cycle_is_refused_by_name():
    with pytest.raises(MethodError, match="cycle"):
        schedule([[1], [0]], [[1.0, 1.0]])


@pytest.mark.parametrize(
    ("predecessors", "durations"),
    [([[], [7]], [[1.0, 1.0]]), ([[]], [[-1.0]]), ([[]], [[1.0, 1.0]]), ([[]], [[np.nan]])],
)
def test_impossible_network_is_refused(predecessors, durations):
    with pytest.raises(MethodError):
        schedule(predecessors, durations)


def test_activities_by_name_become_indices():
    activities = [Activity("use", ("build",)), Activity("build")]

    assert predecessor_indices(activities) == ((1,), ())


def test_unknown_predecessor_is_refused_by_name():
    with pytest.raises(MethodError, match="permit"):
        predecessor_indices([Activity("build", ("permit",))])
