"""Which statements contradict one another, and the corners of those that do not."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import WeightSet, direct, extreme_points, sample_weights
from fucina.methods.decision.weight_set import weight_ranges
from fucina.methods.errors import MethodError


@pytest.mark.parametrize(
    ("weight_set", "named", "spared"),
    [
        (WeightSet(3, lower=(0.6, 0.6, 0.1)), ["criterion 0 >= 0.6", "criterion 1 >= 0.6"], "0.1"),
        (
            WeightSet(
                3, order=((0,), (1,), (2,)), lower=(0, 0.6, 0), names=("cost", "reach", "air")
            ),
            ["cost >= reach", "reach >= 0.6"],
            "air",
        ),
        (WeightSet(2, upper=(0.4, 0.4)), ["criterion 0 <= 0.4", "criterion 1 <= 0.4"], ">="),
        (WeightSet(2, lower=(0.5, 0.5)), ["leave no room", "criterion 0 >= 0.5"], "<="),
    ],
)
def test_refusal_names_the_contradicting_statements_alone(weight_set, named, spared):
    with pytest.raises(MethodError) as refusal:
        sample_weights(weight_set, 1, "w", 10)

    assert [text for text in named if text in str(refusal.value)] == named
    assert spared not in str(refusal.value)


def corners_by_enumeration(weight_set):
    """Every choice of inequalities that could meet in a corner, solved and tried."""
    k = weight_set.size
    rows = [(-row, 0.0) for row in np.eye(k)]
    rows += [(s.coefficients, s.limit) for s in weight_set.statements]
    found = set()
    for chosen in combinations(rows, k - 1):
        matrix = np.vstack([np.ones(k), *(row for row, _ in chosen)])
        if abs(np.linalg.det(matrix)) < 1e-9:
            continue
        point = np.linalg.solve(matrix, [1.0, *(limit for _, limit in chosen)])
        if all(row @ point <= limit + 1e-9 for row, limit in rows):
            found.add(tuple((point + 0.0).round(9).tolist()))
    return found


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(0, 8), min_size=4, max_size=4),
    st.lists(st.integers(10, 40), min_size=4, max_size=4),
    st.sampled_from([None, ((0,), (1,)), ((3,), (0, 2)), ((0,), (1,), (2,), (3,))]),
)
def test_extreme_points_are_those_of_enumeration(low, high, order):
    weight_set = WeightSet(
        4, order=order, lower=tuple(x / 40 for x in low), upper=tuple(x / 40 for x in high)
    )
    expected = corners_by_enumeration(weight_set)

    if not expected:
        with pytest.raises(MethodError, match="no weights obey"):
            extreme_points(weight_set)
        return
    corners = extreme_points(weight_set)

    assert {tuple((row + 0.0).round(9).tolist()) for row in corners} == expected
    assert len(corners) == len(expected)


def test_ranges_are_those_of_the_corners():
    weight_set = WeightSet(
        5, order=((2,), (0, 3)), lower=(0, 0.1, 0, 0, 0), upper=(1, 0.3, 0.4, 1, 1)
    )

    low, high = weight_ranges(weight_set)

    corners = extreme_points(weight_set)
    assert low.tolist() == pytest.approx(corners.min(axis=0).tolist(), abs=1e-9)
    assert high.tolist() == pytest.approx(corners.max(axis=0).tolist(), abs=1e-9)


@pytest.mark.parametrize("points", [[50, 30], [50, 30, 30], [120, -20], [np.nan, 100]])
def test_points_that_are_not_the_total_are_refused(points):
    with pytest.raises(MethodError, match="points"):
        direct(points)


def test_points_in_another_unit_give_the_same_weights():
    assert direct([0.5, 0.5], total=1).tolist() == direct([50, 50]).tolist()
