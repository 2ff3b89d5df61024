from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods import compiled
from fucina.methods.cashflow import (
    internal_rate_of_return,
    internal_rates_of_draws,
    internal_rates_of_return,
)
from fucina.methods.errors import MethodError


def projects(kind, n=400, periods=12):
    rng = np.random.default_rng(4)
    flows = np.column_stack([-rng.uniform(50, 500, n), rng.uniform(0, 90, (n, periods - 1))])
    if kind == "closing cost":
        flows[:, -1] = -rng.uniform(0, 300, n)
    if kind == "any sign":
        flows = rng.normal(size=(n, periods))
    if kind == "sparse":
        flows = rng.normal(size=(n, periods)) * (rng.random((n, periods)) < 0.4)
    return flows


KINDS = ("conventional", "closing cost", "any sign", "sparse")


def by_companion_matrix(row):
    """Real positive roots by eigenvalues: another method, good where roots are well apart."""
    roots = np.roots(row[::-1])
    real = roots.real[(np.abs(roots.imag) < 1e-9 * np.abs(roots)) & (roots.real > 0)]
    return sorted(1 / real - 1)


@pytest.mark.parametrize("kind", KINDS)
def test_counts_and_rates_agree_with_eigenvalues(either_kernel, kind):
    flows = projects(kind)

    found = internal_rates_of_draws(flows)

    for row, rate, count in zip(flows, found.rate, found.count, strict=True):
        expected = by_companion_matrix(row)
        if any(abs(b - a) < 1e-4 * (1 + abs(a)) for a, b in pairwise(expected)):
            continue  # nearly double: eigenvalues themselves are in doubt
        assert count == len(expected)
        assert rate == pytest.approx(
            expected[0] if count == 1 else np.nan, rel=1e-8, abs=1e-8, nan_ok=True
        )


@pytest.mark.parametrize("kind", KINDS)
def test_kernels_agree(monkeypatch, kind):
    if not compiled.available():
        pytest.skip("Numba is not installed")
    flows = projects(kind)
    fast = internal_rates_of_draws(flows)

    monkeypatch.setattr(compiled, "ENABLED", False)
    plain = internal_rates_of_draws(flows)

    assert plain.count.tolist() == fast.count.tolist()
    np.testing.assert_allclose(plain.rate, fast.rate, rtol=1e-12, atol=1e-12)


def test_each_row_is_independent_of_its_neighbours(either_kernel):
    flows = projects("conventional", n=130)

    together = internal_rate_of_return(flows)

    assert together[17:40].tolist() == internal_rate_of_return(flows[17:40]).tolist()
    assert together[:1].tolist() == internal_rate_of_return(flows[:1]).tolist()


def test_far_and_steep_roots_are_found(either_kernel):
    flows = [
        [-1e6, *[0] * 39, 1e-3],
        [-1e-3, *[0] * 39, 1e6],
        [-1.0, *[1e9] * 40],
        [0, -1, *[0] * 38, 3],
    ]

    rates = internal_rate_of_return(flows)

    expected = [1e-9 ** (1 / 40) - 1, 1e9 ** (1 / 40) - 1, 1e9, 3 ** (1 / 39) - 1]
    assert rates.tolist() == pytest.approx(expected, rel=1e-9)


def test_flows_of_absurd_size_still_have_their_rate(either_kernel):
    rates = internal_rate_of_return([[-1e-100, 0.0, 1e100], [-1e100, 0.0, 1e-100]])

    assert rates.tolist() == pytest.approx([1e100, -1.0])


def test_curve_that_touches_zero_has_one_rate(either_kernel):
    found = internal_rates_of_draws([[1, -2.2, 1.21], [1, -2, 1.21], [1, -2.3, 1.21]])

    assert found.count.tolist() == [1, 0, 2]
    assert found.rate[0] == pytest.approx(0.1)


def test_monthly_flows_of_forty_years_are_solved(either_kernel):
    flows = np.full((3, 480), 1.0)
    flows[:, 0] = -150
    flows[2, -1] = -400

    found = internal_rates_of_draws(flows)

    assert found.count.tolist() == [1, 1, 2]
    assert found.rate[0] == found.rate[1]
    value = np.sum(flows[0] * (1 + found.rate[0]) ** -np.arange(480.0))
    assert abs(value) < 1e-9


def test_endless_flows_are_solved_or_refused(either_kernel):
    daily = np.full((1, 4000), 1.0)
    daily[0, 0] = -2000

    assert internal_rates_of_draws(daily).count.tolist() == [1]

    daily[0, -1] = -3000
    with pytest.raises(MethodError, match="4000 that change sign 2 times"):
        internal_rates_of_draws(daily)
    with pytest.raises(MethodError, match="4000 that change sign 2 times"):
        internal_rates_of_return(daily[0])


def test_chances_carry_their_error(either_kernel):
    found = internal_rates_of_draws([[-1, 2], [1, 2], [-1, 3], [-1, 4]])

    assert (found.unique.value, found.unique.se) == (0.75, pytest.approx(0.75**0.5 / 4))
    assert found.several.value == 0


def test_shape_of_draws_is_kept(either_kernel):
    flows = projects("conventional", n=6).reshape(2, 3, 12)

    assert internal_rates_of_draws(flows).rate.shape == (2, 3)
    assert internal_rates_of_draws(flows[0, 0]).count.item() == 1


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.floats(-100, 100), min_size=2, max_size=10),
    st.floats(1e-6, 1e6),
    st.integers(0, 3),
)
def test_rates_ignore_scale_and_idle_periods(flows, scale, idle):
    base = internal_rates_of_return(flows)

    scaled = internal_rates_of_return([0.0] * idle + [scale * flow for flow in flows])

    if len(base.rates) == len(scaled.rates):  # a touching root may come and go by rounding
        assert scaled.rates == pytest.approx(base.rates, rel=1e-6, abs=1e-6)
    else:
        assert abs(len(base.rates) - len(scaled.rates)) <= 2


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(1, 100), min_size=1, max_size=10), st.floats(1, 500), st.floats(0.1, 50))
def test_more_income_never_lowers_the_rate(income, outlay, more):
    better = [*income[:-1], income[-1] + more]

    low, high = internal_rate_of_return([[-outlay, *income], [-outlay, *better]])

    assert high >= low * (1 - 1e-12 * np.sign(low))


@pytest.mark.parametrize("flows", [3.0, [[1, np.nan]], []])
def test_flows_without_meaning_are_refused(flows):
    with pytest.raises(MethodError, match="flows"):
        internal_rates_of_draws(flows)
