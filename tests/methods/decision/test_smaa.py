import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from fucina.methods.decision import WeightSet, sample_weights, smaa
from fucina.methods.errors import MethodError

N = 20_000
VALUES = arrays(float, (5, 3), elements=st.integers(0, 4).map(float))


def free_weights(size, n=N):
    return sample_weights(WeightSet(size), 5, "weights", n)


def test_smaa_of_unit_alternatives_matches_simplex_volumes(example):
    result = smaa(np.eye(3), free_weights(3))

    first, error = result.acceptability[:, 0], result.acceptability_se[:, 0]
    assert (np.abs(first - 1 / 3) < 4 * error).all()
    central = result.central_weights[0]
    assert central.tolist() == pytest.approx(example("smaa_analytic")["central"], abs=0.01)


def test_smaa_of_a_compromise_matches_interval_lengths():
    result = smaa([[1, 0], [0, 1], [0.6, 0.6]], free_weights(2))

    expected = np.array([0.4, 0.4, 0.2])
    assert (np.abs(result.acceptability[:, 0] - expected) < 4 * result.acceptability_se[:, 0]).all()
    assert result.confidence.tolist() == [1.0, 1.0, 1.0]


def test_smaa_with_uncertain_values_matches_one_by_one():
    rng = np.random.default_rng(6)
    values, weights = rng.random((5000, 4, 3)), free_weights(3, 5000)

    result = smaa(values, weights)

    scores = np.einsum("nac,nc->na", values, weights)
    ranks = np.argsort(np.argsort(-scores, axis=1), axis=1)
    assert result.best.tolist() == scores.argmax(axis=1).tolist()
    assert result.acceptability.tolist() == [
        [np.mean(ranks[:, a] == r) for r in range(4)] for a in range(4)
    ]
    assert result.pairwise[0, 1] == np.mean(scores[:, 0] > scores[:, 1])
    assert result.scores_mean.tolist() == pytest.approx(scores.mean(axis=0).tolist())
    central = np.array([weights[scores.argmax(axis=1) == a].mean(axis=0) for a in range(4)])
    assert result.central_weights.ravel().tolist() == pytest.approx(central.ravel().tolist())
    wins = (values @ central[2]).argmax(axis=1) == 2
    assert result.confidence[2] == pytest.approx(wins.mean())


@settings(deadline=None, max_examples=40)
@given(VALUES)
def test_ranks_and_alternatives_each_sum_to_one_with_ties(values):
    result = smaa(values, free_weights(3, 50))

    assert result.acceptability.sum(axis=0).tolist() == pytest.approx([1.0] * 5)
    assert result.acceptability.sum(axis=1).tolist() == pytest.approx([1.0] * 5)
    off_diagonal = result.pairwise + result.pairwise.T + np.eye(5)
    assert off_diagonal.ravel().tolist() == pytest.approx([1.0] * 25)


@settings(deadline=None, max_examples=40)
@given(VALUES, st.permutations(range(5)))
def test_order_of_alternatives_does_not_matter(values, order):
    weights = free_weights(3, 50)

    plain, permuted = smaa(values, weights), smaa(values[order], weights)

    assert permuted.acceptability.ravel().tolist() == pytest.approx(
        plain.acceptability[order].ravel().tolist()
    )


@settings(deadline=None, max_examples=40)
@given(VALUES, st.floats(0.1, 10))
def test_scale_of_values_and_weights_does_not_matter(values, scale):
    weights = free_weights(3, 50)

    plain, scaled = smaa(values, weights), smaa(values * scale, weights * 7)

    assert scaled.best.tolist() == plain.best.tolist()


@settings(deadline=None, max_examples=40)
@given(VALUES)
def test_a_dominated_alternative_never_wins(values):
    values[1] = values[0] - 1

    result = smaa(values, free_weights(3, 50))

    assert result.acceptability[1, 0] == 0
    assert result.pairwise[0, 1] == 1
    assert np.isnan(result.central_weights[1]).all()


def test_tied_twins_share_their_ranks():
    result = smaa([[1, 0], [1, 0], [0, 0]], free_weights(2, 10))

    assert result.acceptability.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]
    assert result.expected_rank.tolist() == [1.5, 1.5, 3]
    assert result.best.tolist() == [0] * 10


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([[1, 2]], [[0.5, 0.5, 0]]),
        ([[1, np.nan]], [[0.5, 0.5]]),
        ([[1, 2]], [[0, 0]]),
        ([[1, 2]], [[-1, 2]]),
        ([[[1, 2]]] * 3, [[1, 1]] * 2),
    ],
)
def test_smaa_with_impossible_input_is_refused(values, weights):
    with pytest.raises(MethodError):
        smaa(values, weights)
