import numpy as np
import pytest

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import first_order_given_data, spearman, tornado, uniform


def inputs(k, n=40_000):
    return np.stack([uniform(11, f"x{i}", n) for i in range(k)])


def test_first_order_of_ishigami_matches_closed_form(example):
    case = example("sobol_ishigami")
    x = np.pi * (2 * inputs(3) - 1)
    y = np.sin(x[0]) + case["a"] * np.sin(x[1]) ** 2 + case["b"] * x[2] ** 4 * np.sin(x[0])

    estimates = [first_order_given_data(column, y, bins=40) for column in x]

    for estimate, exact in zip(estimates, case["S1"], strict=True):
        assert abs(estimate.value - exact) < 4 * estimate.se + 0.004  # + width of the bins


def test_first_order_of_a_sum_matches_shares_of_variance():
    x = inputs(3)
    weights = np.array([3.0, 2.0, 1.0])
    y = weights @ x

    estimates = [first_order_given_data(column, y) for column in x]

    for estimate, exact in zip(estimates, weights**2 / 14, strict=True):
        assert abs(estimate.value - exact) < 4 * estimate.se + 0.004


def test_first_order_error_matches_spread_of_repetitions():
    runs = []
    for run in range(60):
        x, noise = uniform(run, "x", 2000), uniform(run, "noise", 2000)
        runs.append(first_order_given_data(x, x + noise))

    spread = np.std([run.value for run in runs], ddof=1)

    assert np.mean([run.se for run in runs]) == pytest.approx(spread, rel=0.35)


def test_first_order_of_an_idle_input_is_zero_on_average():
    runs = [
        first_order_given_data(uniform(run, "idle", 1000), uniform(run, "y", 1000)).value
        for run in range(100)
    ]

    assert abs(np.mean(runs)) < 4 * np.std(runs) / 10


def test_first_order_of_a_fixed_input_is_zero():
    assert first_order_given_data(np.ones(1000), uniform(1, "y", 1000)).value == 0.0


def test_first_order_of_a_constant_output_is_refused():
    with pytest.raises(MethodError):
        first_order_given_data(uniform(1, "x", 1000), np.ones(1000))


def test_first_order_with_few_draws_is_refused():
    with pytest.raises(MethodError):
        first_order_given_data(uniform(1, "x", 100), uniform(1, "y", 100))


def test_spearman_ignores_monotone_change_and_sees_reversal():
    x = uniform(5, "x", 200)

    assert spearman(x, np.exp(x)) == pytest.approx(1.0)
    assert spearman(x, -(x**3)) == pytest.approx(-1.0)


def test_tornado_orders_by_swing():
    result = tornado(lambda x: x @ np.array([1.0, -5.0, 2.0]), [0] * 3, [1] * 3, [2, 2, 4])

    assert result.swing.tolist() == [2.0, 10.0, 8.0]
    assert result.order.tolist() == [1, 2, 0]
    assert (result.low.tolist(), result.base) == ([-3.0, 3.0, -4.0], -2.0)
