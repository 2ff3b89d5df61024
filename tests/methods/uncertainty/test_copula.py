import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import ndtri
from scipy.stats import kstest

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import (
    Triangular,
    correlate,
    correlation_matrix,
    nearest_correlation,
    probability,
    quasi_uniform,
    rank_correlation,
    spearman,
    uniform,
)


def independent(k, n=20_000, seed=3):
    return np.stack([uniform(seed, f"x{i}", n) for i in range(k)], axis=1)


@st.composite
def stated(draw):
    k = draw(st.integers(2, 5))
    matrix = np.eye(k)
    for i, j in zip(*np.triu_indices(k, 1), strict=True):
        matrix[i, j] = matrix[j, i] = draw(st.sampled_from([-1, -0.9, -0.4, 0, 0.3, 0.8, 1]))
    return matrix


def test_rank_correlations_are_reached():
    target = np.array([[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]])

    result = correlate(independent(3), target)

    assert not result.repaired
    assert (result.moved, result.largest) == (0, 0)
    assert (result.used == target).all()
    assert np.abs(result.achieved - target).max() < 4 / np.sqrt(20_000)


def test_rank_correlation_survives_the_distributions_of_the_figures():
    drawn = correlate(independent(2), [[1, 0.7], [0.7, 1]])

    rent = Triangular(10, 12, 30).quantile(drawn.uniforms[:, 0])
    wages = np.exp(ndtri(drawn.uniforms[:, 1]))

    assert spearman(rent, wages) == pytest.approx(drawn.achieved[0, 1], abs=1e-12)


def test_pairs_lie_in_a_quadrant_as_often_as_sheppard_says():
    # P(both below the median) = 1/4 + asin(r)/(2 pi), Sheppard 1899, at r = 2 sin(pi rho/6)
    below = correlate(independent(2), [[1, 0.5], [0.5, 1]]).uniforms < 0.5

    share = probability(below.all(axis=1))

    exact = 0.25 + np.arcsin(2 * np.sin(np.pi * 0.5 / 6)) / (2 * np.pi)
    assert abs(share.value - exact) < 4 * share.se


@settings(deadline=None, max_examples=30)
@given(stated(), st.integers(2, 62))
def test_draws_in_blocks_equal_the_whole(target, cut):
    own = np.stack([quasi_uniform(3, f"x{i}", i, 64) for i in range(target.shape[0])], axis=1)

    whole = correlate(own, target).uniforms
    blocks = [correlate(part, target).uniforms for part in (own[:cut], own[cut:])]

    assert np.concatenate(blocks).tolist() == whole.tolist()
    assert (whole > 0).all()
    assert (whole < 1).all()


def test_correlated_columns_stay_uniform():
    drawn = correlate(
        independent(3), correlation_matrix("abc", {("a", "b"): 0.9, ("b", "c"): -0.8})
    )

    for column in drawn.uniforms.T:
        assert kstest(column, "uniform").pvalue > 1e-3


@settings(deadline=None, max_examples=30)
@given(stated())
def test_repaired_matrix_is_a_correlation_matrix_and_says_how_far_it_moved(target):
    result = correlate(independent(target.shape[0], 50), target)

    assert np.linalg.eigvalsh(2 * np.sin(np.pi * result.used / 6))[0] > -1e-8
    assert np.diagonal(result.used).tolist() == [1] * target.shape[0]
    assert np.abs(result.used - target).max() == result.largest
    assert result.repaired == (result.moved > 0)


def test_a_figure_added_at_the_end_changes_none_before():
    target = correlation_matrix(["a", "b", "c"], {("a", "b"): 0.5, ("b", "c"): 0.4})
    own = independent(3, 500)

    two = correlate(own[:, :2], target[:2, :2]).uniforms
    three = correlate(own, target).uniforms

    assert three[:, :2].tolist() == two.tolist()


def test_uncorrelated_figures_keep_their_draws():
    own = independent(3, 100)

    assert correlate(own, np.eye(3)).uniforms.tolist() == own.tolist()


def test_perfect_correlation_gives_one_figure_and_its_mirror_image():
    drawn = correlate(independent(3, 500), [[1, 1, -1], [1, 1, -1], [-1, -1, 1]])

    assert drawn.uniforms[:, 1] == pytest.approx(drawn.uniforms[:, 0], abs=1e-12)
    assert drawn.uniforms[:, 2] == pytest.approx(1 - drawn.uniforms[:, 0], abs=1e-12)
    assert not drawn.repaired


@pytest.mark.parametrize(("rho", "case"), [(0, "independent"), (1, "perfect")])
def test_present_value_of_normal_flows_is_negative_as_often_as_hillier_says(example, rho, case):
    data = example("npv_normal_analytic")
    k = len(data["mu"])
    target = np.where(np.eye(k) == 1, 1, rho)

    scores = ndtri(correlate(independent(k), target).uniforms)
    flows = np.array(data["mu"]) + scores * np.array(data["sd"])
    negative = probability(flows @ (1 + data["rate"]) ** -np.arange(k) < 0)

    assert abs(negative.value - data[f"p_neg_{case}"]) < 4 * negative.se


def test_nearest_correlation_of_highams_example():
    # Higham 2002, section 4: the tridiagonal matrix of ones
    nearest = nearest_correlation([[1, 1, 0], [1, 1, 1], [0, 1, 1]])

    expected = [[1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1]]
    assert nearest.round(4).tolist() == expected


def test_no_correlation_matrix_is_nearer():
    # every correlation matrix is the product of some unit vectors: search over their directions
    stated = np.array(
        [[1, 0.9, -0.8, 0.1], [0.9, 1, 0.7, 0], [-0.8, 0.7, 1, 0.5], [0.1, 0, 0.5, 1]]
    )

    def distance(free):
        rows = free.reshape(4, 4)
        rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return ((rows @ rows.T - stated) ** 2).sum()

    generator = np.random.default_rng(2)
    best = min(minimize(distance, generator.normal(size=16)).fun for _ in range(5))

    nearest = nearest_correlation(stated)

    assert ((nearest - stated) ** 2).sum() == pytest.approx(best, rel=1e-6)


def test_rank_correlation_matches_its_pairs():
    values = independent(3, 200).round(1)

    matrix = rank_correlation(values)

    pairs = [[spearman(a, b) for b in values.T] for a in values.T]
    assert matrix == pytest.approx(np.array(pairs), abs=1e-12)


@pytest.mark.parametrize(
    ("uniforms", "matrix", "culprit"),
    [
        ([[0.5, 0.0], [0.1, 0.2]], np.eye(2), "uniforms"),
        ([[0.5, 0.1]], np.eye(2), "uniforms"),
        ([[0.5, 0.4], [0.1, 0.2]], np.eye(3), "columns"),
        ([[0.5, 0.4], [0.1, 0.2]], [[1, 0.5], [0.4, 1]], r"spearman\[0, 1\]"),
        ([[0.5, 0.4], [0.1, 0.2]], [[1, 1.5], [1.5, 1]], r"spearman\[0, 1\]"),
        ([[0.5, 0.4], [0.1, 0.2]], [[1, 0], [0, 0.9]], r"spearman\[1, 1\]"),
        ([[0.5, 0.4], [0.1, 0.2]], [[1, 0]], "spearman"),
    ],
)
def test_correlate_names_the_culprit(uniforms, matrix, culprit):
    with pytest.raises(MethodError, match=culprit):
        correlate(uniforms, matrix)


@pytest.mark.parametrize(
    "pairs",
    [{("a", "z"): 0.1}, {("a", "a"): 1}, {("a", "b"): 0.1, ("b", "a"): 0.1}, {("a", "b"): 2}],
)
def test_contradictory_pairs_are_refused(pairs):
    with pytest.raises(MethodError, match="pairs"):
        correlation_matrix(["a", "b"], pairs)


def test_constant_column_has_no_rank_correlation():
    with pytest.raises(MethodError, match="column 1"):
        rank_correlation([[1, 5], [2, 5]])
