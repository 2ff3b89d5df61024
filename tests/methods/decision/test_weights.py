from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import (
    WeightSet,
    linear_value,
    normalise,
    rank_order_centroid,
    sample_weights,
    swing,
)
from fucina.methods.errors import MethodError

N = 20_000
ORDER = tuple((i,) for i in range(4))
SETS = [
    WeightSet(4),
    WeightSet(4, order=ORDER),
    WeightSet(4, order=((2,), (0, 3))),
    WeightSet(4, lower=(0.1, 0, 0, 0.2)),
    WeightSet(4, lower=(0.2, 0.2, 0.2, 0.2), upper=(0.3,) * 4),
    WeightSet(4, order=((2,), (0, 3)), lower=(0, 0.1, 0, 0), upper=(1, 0.3, 0.4, 1)),
]


def by_rejection(weight_set, n=400_000):
    """The plainest correct sampler: uniform on the simplex, keep what obeys."""
    weights = np.random.default_rng(9).dirichlet(np.ones(weight_set.size), n)
    kept = (weights >= np.array(weight_set.lower or [0.0] * 4)).all(axis=1)
    kept &= (weights <= np.array(weight_set.upper or [1.0] * 4)).all(axis=1)
    groups = weight_set.order or ()
    for before, after in pairwise(groups):
        kept &= weights[:, list(before)].min(axis=1) >= weights[:, list(after)].max(axis=1)
    return weights[kept]


@pytest.mark.parametrize("weight_set", SETS, ids=repr)
def test_sample_has_the_moments_of_plain_rejection(weight_set):
    expected = by_rejection(weight_set)

    drawn = sample_weights(weight_set, 3, "weights", N)

    error = np.sqrt(expected.var(axis=0) * (1 / N + 1 / len(expected)))
    assert (np.abs(drawn.mean(axis=0) - expected.mean(axis=0)) < 5 * error).all()
    spread = np.cov(expected.T)
    assert np.abs(np.cov(drawn.T) - spread).max() < 0.08 * spread.max()


@pytest.mark.parametrize("weight_set", SETS, ids=repr)
def test_sample_obeys_its_statements(weight_set):
    drawn = sample_weights(weight_set, 3, "weights", 500)

    assert drawn.sum(axis=1).tolist() == pytest.approx([1.0] * 500)
    assert (drawn >= np.array(weight_set.lower or [0.0] * 4) - 1e-12).all()
    assert (drawn <= np.array(weight_set.upper or [1.0] * 4) + 1e-12).all()


@pytest.mark.parametrize("weight_set", SETS, ids=repr)
def test_draw_depends_on_its_address_alone(weight_set):
    many, few = (sample_weights(weight_set, 3, "weights", n) for n in (900, 40))

    assert many[:40].tolist() == few.tolist()


def test_ordered_sample_centres_on_the_rank_order_centroid():
    drawn = sample_weights(WeightSet(4, order=ORDER), 3, "weights", N)

    error = drawn.std(axis=0) / np.sqrt(N)
    assert (np.abs(drawn.mean(axis=0) - rank_order_centroid(4)) < 4 * error).all()


def test_narrow_intervals_of_many_criteria_are_sampled():
    drawn = sample_weights(WeightSet(10, lower=(0.09,) * 10, upper=(0.11,) * 10), 1, "w", 2000)

    assert drawn.mean(axis=0).tolist() == pytest.approx([0.1] * 10, abs=0.001)


def test_narrow_uneven_intervals_under_an_order_are_sampled():
    tight = WeightSet(
        6,
        order=((0,), (1,)),
        lower=(0.6, 0.1, 0.05, 0.05, 0.05, 0.05),
        upper=(0.61, 0.11, 0.08, 0.08, 0.08, 0.08),
    )

    drawn = sample_weights(tight, 1, "w", 2000)

    assert (drawn <= np.array(tight.upper)).all()


@pytest.mark.parametrize(
    "weight_set",
    [
        WeightSet(2, lower=(0.6, 0.6)),
        WeightSet(2, upper=(0.4, 0.4)),
        WeightSet(3, order=((0,), (1,)), lower=(0, 0.6, 0)),
        WeightSet(2, lower=(0.5, 0.5)),
    ],
)
def test_contradictory_statements_are_refused(weight_set):
    with pytest.raises(MethodError):
        sample_weights(weight_set, 1, "w", 10)


@pytest.mark.parametrize(
    "statement",
    [{"order": ((0,), (0,))}, {"order": ((3,),)}, {"lower": (0.5,)}, {"upper": (2, 1, 1)}],
)
def test_malformed_weight_set_is_refused(statement):
    with pytest.raises(MethodError):
        WeightSet(3, **statement)


def test_single_criterion_has_weight_one():
    assert sample_weights(WeightSet(1), 1, "w", 2).tolist() == [[1.0], [1.0]]


@settings(deadline=None)
@given(st.integers(1, 12))
def test_rank_order_centroid_falls_and_sums_to_one(size):
    weights = rank_order_centroid(size)

    assert weights.sum() == pytest.approx(1.0)
    assert (np.diff(weights) < 0).all()


def test_rank_order_centroid_of_three_is_as_published():
    assert rank_order_centroid(3).tolist() == pytest.approx([11 / 18, 5 / 18, 2 / 18])


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [np.nan, 1], []])
def test_weights_that_cannot_be_normalised_are_refused(weights):
    with pytest.raises(MethodError):
        normalise(weights)


def test_swing_ignores_the_scale_of_points():
    assert swing([50, 25]).tolist() == swing([100, 50]).tolist()


@settings(deadline=None)
@given(st.floats(-100, 100), st.floats(-100, 100))
def test_linear_value_never_falls_towards_the_best(a, b):
    nearer, farther = sorted((a, b))

    assert linear_value(nearer, 60, 10) >= linear_value(farther, 60, 10)


def test_linear_value_without_scale_is_refused():
    with pytest.raises(MethodError):
        linear_value(1, 2, 2)
