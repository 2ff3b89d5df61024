import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr, ndtri
from scipy.stats import norm, rankdata

from fucina.methods import compiled
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import (
    correlate,
    evpi,
    evppi,
    opportunity_losses,
    probability,
    uniform,
)
from fucina.methods.uncertainty.smooth import smooth_basis

N = 8_000


def normals(k, seed=1, n=N):
    return ndtri(np.stack([uniform(seed, f"z{i}", n) for i in range(k)], axis=1))


def loss(mean, sd):
    """E[max(0, X)] - max(0, E[X]) of a normal X: the unit normal loss (Raiffa and Schlaifer 1961)."""
    return mean * norm.cdf(mean / sd) + sd * norm.pdf(mean / sd) - max(mean, 0)


def against_nothing(gain):
    return np.stack([np.zeros_like(gain), gain], axis=1)


def close(found, exact, beyond=0.0):
    return abs(found.value.value - exact) < 4 * found.value.se + beyond


def test_evpi_of_a_normal_gain_is_the_unit_normal_loss():
    estimate = evpi(against_nothing(-0.5 + 2 * normals(1)[:, 0]))

    assert abs(estimate.value - loss(-0.5, 2)) < 4 * estimate.se


def test_evpi_is_the_least_expected_loss():
    benefits = normals(4)

    losses = opportunity_losses(benefits)

    assert evpi(benefits) == min(losses, key=lambda estimate: estimate.value)


@pytest.mark.parametrize("known", [1, 2, 3, 6])
def test_evppi_of_a_linear_gain_is_the_loss_of_what_is_known(known):
    weights = np.array([3.0, 2.0, 1.0, 1.0, 1.0, 0.5])
    z = normals(6)

    found = evppi(against_nothing(-1 + z @ weights), z[:, :known])

    assert close(found, loss(-1, np.sqrt((weights[:known] ** 2).sum())))
    assert found.floor.value <= found.value.value + found.value.se


def test_evppi_does_not_depend_on_how_an_input_is_expressed():
    z = normals(3)
    benefits = against_nothing(-0.3 + z.sum(axis=1))

    as_it_is, as_a_factor = evppi(benefits, z[:, 0]), evppi(benefits, np.exp(9 * z[:, 0]))

    assert close(as_it_is, loss(-0.3, 1))
    assert as_a_factor == as_it_is


def test_evppi_of_one_of_two_correlated_inputs_includes_what_it_tells_of_the_other():
    r = 2 * np.sin(np.pi * 0.5 / 6)
    z = ndtri(correlate(ndtr(normals(2)), [[1, 0.5], [0.5, 1]]).uniforms)

    found = evppi(against_nothing(z.sum(axis=1)), z[:, 0])

    assert close(found, loss(0, 1 + r))


def test_evppi_of_a_product_needs_both_factors():
    # gain x y of standard normals: E|x y|/2 = 1/pi is worth knowing together, nothing alone
    z = normals(2)
    benefits = against_nothing(z.prod(axis=1))

    assert close(evppi(benefits, z), 1 / np.pi)
    assert abs(evppi(benefits, z[:, 0]).value.value) < 0.03


def test_evppi_of_kinked_gains_among_three_decisions_matches_nested_integration():
    # the second pays where x is far from the middle, the third is a safe alternative
    x, noise = uniform(1, "x", N), normals(1)[:, 0]
    benefits = np.stack([noise, noise + 4 * np.abs(x - 0.5) - 0.9, 0 * x + 0.15], axis=1)

    found = evppi(benefits, x)

    grid = (np.arange(10_000) + 0.5) / 10_000
    known = np.maximum(np.maximum(0, 4 * np.abs(grid - 0.5) - 0.9), 0.15).mean()
    assert close(found, known - 0.15, 0.003)


def test_evppi_of_a_scenario_is_that_of_its_groups():
    scenario = (uniform(1, "scenario", N) > 0.7) + 0.0
    gain = np.where(scenario == 1, 5.0, -3.0) + normals(1)[:, 0]

    found = evppi(against_nothing(gain), scenario)

    share = probability(scenario == 1).value
    assert close(found, share * 5 - max(0, share * 5 - (1 - share) * 3))


def test_evppi_of_an_idle_input_is_small_and_its_floor_not_above_zero_on_average():
    runs = [
        evppi(against_nothing(normals(1, seed, 1000)[:, 0]), uniform(seed, "idle", 1000))
        for seed in range(40)
    ]

    floors = np.array([run.floor.value for run in runs])
    assert np.mean([run.value.value for run in runs]) < 0.06
    assert floors.mean() < 4 * floors.std(ddof=1) / np.sqrt(40)


def test_evppi_of_a_constant_is_nothing():
    found = evppi(against_nothing(normals(1)[:, 0]), np.ones(N))

    assert found.value.value == pytest.approx(0, abs=1e-12)


def test_evppi_error_matches_spread_of_repetitions():
    runs = []
    for seed in range(60):
        z = normals(2, seed, 1000)
        runs.append(evppi(against_nothing(0.5 + z.sum(axis=1)), z[:, 0]))

    spread = np.std([run.value.value for run in runs], ddof=1)

    assert np.mean([run.value.se for run in runs]) == pytest.approx(spread, rel=0.4)


@settings(deadline=None, max_examples=20)
@given(st.floats(0.01, 100), st.floats(-100, 100), st.permutations(range(3)))
def test_unit_origin_and_order_of_decisions_do_not_matter(scale, shift, order):
    z = normals(3, n=500)
    benefits = z * [1.0, 2.0, 0.5]

    found = evppi(benefits, z[:, :2])
    moved = evppi(scale * benefits[:, order] + shift, z[:, :2])

    assert moved.value.value == pytest.approx(scale * found.value.value, rel=1e-6)
    assert evpi(scale * benefits[:, order] + shift).value == pytest.approx(
        scale * evpi(benefits).value, rel=1e-6
    )


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_floor_never_beats_perfect_information(seed, q):
    z = normals(4, seed, 200)
    benefits = np.stack([z.sum(axis=1), z[:, 0] * z[:, 1], 0.2 + 0 * z[:, 0]], axis=1)

    found = evppi(benefits, z[:, :q])

    assert found.floor.value <= evpi(benefits).value + 1e-12
    assert found.value.value >= -1e-12


@pytest.mark.parametrize(("q", "most"), [(1, 50), (2, 200), (5, 200), (60, 200)])
def test_basis_starts_with_straight_lines_and_keeps_within_its_limit(q, most):
    inputs = np.stack([uniform(1, f"x{i}", 500) for i in range(q)], axis=1)

    basis, grade = smooth_basis(inputs, most)

    assert basis.shape[1] <= most
    assert (np.diff(grade) >= 0).all()
    scores = ndtri((rankdata(inputs, axis=0) - 0.5) / 500)
    straight = np.column_stack([np.ones(500), scores / scores.std(axis=0)])
    assert basis[:, grade <= 2] == pytest.approx(straight)


def test_basis_of_one_input_is_orthonormal_and_ever_wigglier():
    basis, _ = smooth_basis(np.sort(uniform(1, "x", 500))[:, None], 50)

    assert basis.T @ basis / 500 == pytest.approx(np.eye(16), abs=1e-9)
    turns = np.count_nonzero(np.diff(np.sign(basis), axis=0), axis=0)
    assert turns.tolist() == list(range(16))


def test_evppi_of_inputs_that_say_the_same_is_that_of_one(either_kernel):
    z = normals(2, n=2000)
    benefits = against_nothing(z.sum(axis=1))

    one = evppi(benefits, z[:, 0])
    twice = evppi(benefits, np.stack([z[:, 0], 2 * z[:, 0] + 1, np.ones(2000)], axis=1))

    assert twice.value.value == pytest.approx(one.value.value, rel=0.02)


def test_kernels_agree(monkeypatch):
    z = normals(3, n=1003)
    benefits = np.stack([z.sum(axis=1), z[:, 0] * z[:, 1], 0.2 + 0 * z[:, 0]], axis=1)
    found = []
    for enabled in {False, compiled.available()}:
        monkeypatch.setattr(compiled, "ENABLED", enabled)
        found.append(evppi(benefits, z[:, :2]))

    for part in ("value", "floor"):
        one, other = getattr(found[0], part), getattr(found[-1], part)
        assert one.value == pytest.approx(other.value, abs=1e-12)
        assert one.se == pytest.approx(other.se, abs=1e-12)


@pytest.mark.parametrize(
    ("benefits", "inputs", "culprit"),
    [
        ([[1.0, 2.0]], [1.0], "benefits"),
        (np.ones((100, 2)), np.ones(99), "draws"),
        (np.ones((100, 2)), np.ones((100, 5)), "inputs"),
        (np.ones((100, 2)), np.full(100, np.nan), "inputs"),
        (np.full((100, 2), np.inf), np.ones(100), "benefits"),
        (np.ones((100, 2)), np.ones((100, 1, 1)), "inputs"),
    ],
)
def test_evppi_names_the_culprit(benefits, inputs, culprit):
    with pytest.raises(MethodError, match=culprit):
        evppi(benefits, inputs)
