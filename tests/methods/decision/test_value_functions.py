import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import (
    exponential_value,
    linear_value,
    midvalue_curvature,
    piecewise_value,
    weighted_value,
)
from fucina.methods.errors import MethodError

FIGURES = st.floats(-100, 100)


@settings(deadline=None)
@given(FIGURES, FIGURES, st.floats(-30, 30), st.floats(0, 20))
def test_exponential_value_never_falls_towards_the_best(a, b, curvature, indifference):
    nearer, farther = sorted((a, b))

    values = exponential_value([nearer, farther], 60, 10, curvature, indifference)

    assert values[0] >= values[1]
    assert values.min() >= 0
    assert values.max() <= 1


@settings(deadline=None)
@given(st.floats(0.01, 0.99))
def test_half_the_value_lies_at_the_stated_midpoint(share):
    midpoint = 40 - 30 * share

    curvature = midvalue_curvature(40, 10, midpoint)

    assert exponential_value(midpoint, 40, 10, curvature).item() == pytest.approx(0.5, abs=1e-9)


def test_exponential_value_without_curvature_is_linear():
    x = np.linspace(0, 10, 7)

    assert exponential_value(x, 0, 10, 0).tolist() == linear_value(x, 0, 10).tolist()
    assert exponential_value(x, 0, 10, 1e-9) == pytest.approx(linear_value(x, 0, 10), abs=1e-9)


def test_figures_within_the_indifference_of_an_end_are_worth_the_end():
    values = linear_value([0, 2, 5, 8, 10], worst=10, best=0, indifference=2)

    assert values.tolist() == [1, 1, 0.5, 0, 0]


def test_piecewise_value_of_falling_points_is_that_of_rising_ones():
    x = np.linspace(-5, 25, 13)

    falling = piecewise_value(x, [20, 10, 0], [0, 0.4, 1])

    assert falling.tolist() == piecewise_value(x, [0, 10, 20], [1, 0.4, 0]).tolist()


def test_weighted_value_of_draws_is_that_of_each():
    values = np.random.default_rng(1).random((3, 4, 2))

    drawn = weighted_value(values, [3, 1])

    assert drawn.tolist() == [weighted_value(table, [3, 1]).tolist() for table in values]


@pytest.mark.parametrize(
    ("refused", "culprit"),
    [
        (lambda: linear_value(1, 0, 10, 5), "indifference"),
        (lambda: linear_value(1, 0, 10, -1), "indifference"),
        (lambda: piecewise_value(1, [0, 2, 1], [0, 0.5, 1]), "points"),
        (lambda: piecewise_value(1, [0], [0]), "points"),
        (lambda: piecewise_value(1, [0, 1], [0, 2]), "values"),
        (lambda: piecewise_value(1, [0, 1], [0, 1, 1]), "points and values"),
        (lambda: exponential_value(1, 0, 10, 1e4), "curvature"),
        (lambda: exponential_value(1, 0, 10, np.nan), "curvature"),
        (lambda: midvalue_curvature(0, 10, 10), "midpoint"),
        (lambda: midvalue_curvature(3, 3, 3), "equal"),
        (lambda: weighted_value([[1, 2]], [1]), "weights and columns"),
    ],
)
def test_impossible_scale_names_its_culprit(refused, culprit):
    with pytest.raises(MethodError, match=culprit):
        refused()
