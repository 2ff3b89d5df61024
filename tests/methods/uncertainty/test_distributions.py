import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import (
    Beta,
    Discrete,
    Empirical,
    Fixed,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
    mean,
    quasi_uniform,
    uniform,
)

DISTRIBUTIONS = [
    Fixed(3.0),
    Uniform(-1.0, 4.0),
    Triangular(0.0, 1.0, 5.0),
    Triangular(0.0, 0.0, 5.0),
    Triangular(0.0, 5.0, 5.0),
    Pert(10.0, 12.0, 30.0),
    Pert(0.0, 0.0, 1.0, shape=2.0),
    Beta(2.0, 5.0),
    Beta(0.5, 0.5, -3.0, 9.0),
    Lognormal(0.5, 0.4),
    Discrete((5.0, 1.0, 9.0), (0.2, 0.5, 0.3)),
    Empirical((4.0, 1.0, 1.0, 7.0)),
]


@pytest.mark.parametrize("distribution", DISTRIBUTIONS, ids=repr)
def test_mean_of_quantiles_is_the_mean(distribution):
    levels = (np.arange(400_000) + 0.5) / 400_000

    values = distribution.quantile(levels)

    assert values.mean() == pytest.approx(distribution.mean, rel=2e-5)


@pytest.mark.parametrize("distribution", DISTRIBUTIONS, ids=repr)
def test_quantile_rises_within_the_support(distribution):
    levels = np.sort(uniform(1, "levels", 1000))

    values = distribution.quantile(levels)

    assert (np.diff(values) >= 0).all()
    assert distribution.low <= values[0]
    assert values[-1] <= distribution.high


@settings(deadline=None, max_examples=50)
@given(st.floats(0, 1), st.floats(0, 1), st.floats(-5, 5), st.floats(0.1, 5), st.floats(0, 1))
def test_bounded_quantile_is_monotone(u, v, low, width, mode):
    first, second = sorted((u, v))
    high, middle = low + width, min(low + width * mode, low + width)

    for distribution in (Triangular(low, middle, high), Pert(low, middle, high)):
        a, b = distribution.quantile([first, second])
        assert a <= b + 1e-12


def test_pert_matches_its_beta_median():
    # shape 4, mode in the middle: Beta(3, 3), symmetric
    assert Pert(0, 5, 10).quantile(0.5).item() == pytest.approx(5.0, abs=1e-12)


def test_beta_quantile_inverts_the_distribution_function():
    shapes = Beta(2.5, 0.8, 10.0, 30.0)
    levels = uniform(1, "levels", 200)

    values = shapes.quantile(levels)

    assert stats.beta.cdf(values, 2.5, 0.8, 10.0, 20.0) == pytest.approx(levels, abs=1e-12)


@given(st.floats(0.1, 20), st.floats(0.1, 20))
def test_beta_mirrored_swaps_its_shapes(alpha, beta):
    levels = np.array([0.2, 0.5, 0.7])

    mirrored = 1 - Beta(beta, alpha).quantile(1 - levels)

    assert Beta(alpha, beta).quantile(levels) == pytest.approx(mirrored, abs=1e-9)


def test_pert_is_a_beta_over_its_bounds():
    levels = uniform(2, "levels", 100)

    values = Pert(10, 12, 30).quantile(levels)

    assert values.tolist() == Beta(1.4, 4.6, 10, 30).quantile(levels).tolist()


def test_reference_class_is_the_sample_of_overruns():
    overruns = Empirical.reference_class((10, 20, 40), (15, 20, 50))

    assert overruns == Empirical((1.5, 1.0, 1.25))


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(DISTRIBUTIONS), st.integers(0, 2**32))
def test_draws_have_the_mean_of_their_distribution(distribution, seed):
    drawn = mean(distribution.quantile(quasi_uniform(seed, "figure", 0, 4096)))

    # draws are spread evenly: nearer than independent ones would be
    assert abs(drawn.value - distribution.mean) <= 2 * drawn.se + 1e-12


def test_lognormal_passes_through_its_quantiles():
    distribution = Lognormal.from_quantiles(2.0, 9.0)

    assert distribution.quantile([0.05, 0.95]).tolist() == pytest.approx([2.0, 9.0], rel=1e-12)


def test_discrete_shares_match_probabilities():
    drawn = Discrete((1, 2), (0.3, 0.7)).quantile(uniform(3, "scenario", 100_000))

    assert np.mean(drawn == 1) == pytest.approx(0.3, abs=0.006)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Fixed(float("nan")),
        lambda: Uniform(2, 2),
        lambda: Triangular(0, 3, 2),
        lambda: Pert(0, 1, 2, shape=0),
        lambda: Beta(0, 1),
        lambda: Beta(1, -1),
        lambda: Beta(1, 1, 2, 2),
        lambda: Beta(float("nan"), 1),
        lambda: Empirical.reference_class([1, 2], [1]),
        lambda: Empirical.reference_class([1, 0], [1, 1]),
        lambda: Lognormal(0, 0),
        lambda: Lognormal.from_quantiles(5, 1),
        lambda: Discrete((1, 2), (0.5, 0.6)),
        lambda: Discrete((1, 2), (1.0,)),
        lambda: Empirical(()),
    ],
)
def test_distribution_with_invalid_parameters_is_refused(build):
    with pytest.raises(MethodError):
        build()


def test_quantile_outside_zero_one_is_refused():
    with pytest.raises(MethodError):
        Uniform(0, 1).quantile([1.2])
