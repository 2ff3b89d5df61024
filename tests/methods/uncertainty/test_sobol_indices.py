from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import sobol_design, sobol_indices
from fucina.methods.uncertainty.bootstrap import resample_counts


def run(model, k, n, second_order=False, seed=1, quasi=True):
    design = sobol_design(seed, [f"x{i}" for i in range(k)], n, second_order, quasi)
    return np.stack([model(rows) for rows in design.blocks()])


def results(seed, blocks, n=40):
    return np.random.default_rng(seed).normal(size=(blocks, n))


def near(value, exact, se, beyond=0.0):
    return bool((np.abs(value - exact) <= 4 * se + beyond).all())


def test_ishigami_matches_its_closed_form(example, either_kernel):
    case = example("sobol_ishigami")

    def ishigami(rows):
        x = np.pi * (2 * rows.T - 1)
        return np.sin(x[0]) + case["a"] * np.sin(x[1]) ** 2 + case["b"] * x[2] ** 4 * np.sin(x[0])

    found = sobol_indices(run(ishigami, 3, 2**14, second_order=True), 3)

    assert near(found.first.value, case["S1"], found.first.se)
    assert near(found.total.value, case["ST"], found.total.se)
    assert near(found.second.value[0, 2], case["S13"], found.second.se[0, 2])
    assert near(found.second.value[[0, 1], [1, 2]], 0, found.second.se[[0, 1], [1, 2]])
    assert np.abs(found.first.value - case["S1"]).max() < 0.002
    assert np.abs(found.total.value - case["ST"]).max() < 0.002


def test_product_of_factors_matches_its_closed_form():
    # Sobol' g-function: shares v_i = 1/(3 (1 + a_i)^2), of a set the product of its shares
    a = np.array([0, 1, 4.5, 9])
    share = 1 / (3 * (1 + a) ** 2)
    variance = np.prod(1 + share) - 1

    outputs = run(lambda x: ((np.abs(4 * x - 2) + a) / (1 + a)).prod(axis=1), 4, 2**13, True)
    found = sobol_indices(outputs, 4)

    off = ~np.eye(4, dtype=bool)
    total = share * np.prod(1 + share) / (1 + share)
    assert near(found.first.value, share / variance, found.first.se, 2e-4)
    assert near(found.total.value, total / variance, found.total.se, 2e-4)
    pairs = np.outer(share, share) / variance
    assert near(found.second.value[off], pairs[off], found.second.se[off], 2e-4)


@pytest.mark.parametrize("quasi", [True, False])
def test_linear_model_has_shares_of_variance(quasi):
    weights = np.array([3.0, 2.0, 1.0, 0.0])

    found = sobol_indices(run(lambda x: x @ weights, 4, 2**12, quasi=quasi), 4)

    assert near(found.first.value, weights**2 / 14, found.first.se)
    assert near(found.total.value, weights**2 / 14, found.total.se)
    assert found.second is None


def plain_indices(y, k, rows):
    """First, total and pairs of the resample that takes these rows, from the definitions."""
    a, b, *crossed = y[:, rows]
    ways = [(a, b, crossed[:k]), (b, a, crossed[k:])][: 1 if len(crossed) == k else 2]
    variance, pairs = np.var([a, b]), []
    first = np.mean([[np.mean(q * (c - p)) for c in cs] for p, q, cs in ways], axis=0) / variance
    total = (
        np.mean([[np.mean((p - c) ** 2) / 2 for c in cs] for p, _, cs in ways], axis=0) / variance
    )
    if len(ways) == 2:
        ab, ba = crossed[:k], crossed[k:]
        for i, j in combinations(range(k), 2):
            closed = np.mean((ba[i] * ab[j] + ab[i] * ba[j]) / 2 - a * b) / variance
            pairs.append(closed - first[i] - first[j])
    return [*first, *total, *pairs]


@pytest.mark.parametrize("blocks", [5, 8])
def test_indices_and_bootstrap_match_plain_definitions(either_kernel, blocks):
    k, n, resamples = 3, 41, 7
    y = results(5, blocks, n)
    y -= y.mean()
    counts = np.concatenate([np.ones((1, n), int), resample_counts(9, n, resamples)])

    found = sobol_indices(y, k, resamples=resamples, seed=9, level=0.8)

    every = np.array([plain_indices(y, k, np.repeat(np.arange(n), count)) for count in counts])
    low, high = np.quantile(every[1:], [0.1, 0.9], axis=0)
    described = {"value": every[0], "se": every[1:].std(axis=0, ddof=1), "low": low, "high": high}
    for name, plain in described.items():
        ours = [getattr(found.first, name), getattr(found.total, name)]
        if found.second:
            ours.append(getattr(found.second, name)[np.triu_indices(k, 1)])
        assert np.concatenate(ours) == pytest.approx(plain, abs=1e-12)


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(4)), st.sampled_from([6, 10]), st.integers(0, 5))
def test_permuted_inputs_permute_the_indices(order, blocks, seed):
    y = results(seed, blocks)
    mirrored = [6 + i for i in order] if blocks == 10 else []

    found = sobol_indices(y, 4)
    moved = sobol_indices(y[[0, 1, *(2 + i for i in order), *mirrored]], 4)

    assert moved.first.value == pytest.approx(found.first.value[order], abs=1e-12)
    assert moved.total.high == pytest.approx(found.total.high[order], abs=1e-12)
    if found.second is not None:
        square = np.ix_(order, order)
        assert moved.second.value == pytest.approx(
            found.second.value[square], abs=1e-12, nan_ok=True
        )


@settings(deadline=None, max_examples=20)
@given(st.floats(1e-3, 1e3), st.floats(-1e3, 1e3), st.sampled_from([-1, 1]))
def test_unit_and_origin_of_the_result_do_not_matter(scale, shift, sign):
    y = results(1, 8)

    found, moved = sobol_indices(y, 3), sobol_indices(sign * scale * y + shift, 3)

    for ours, other in zip(vars(found.first).values(), vars(moved.first).values(), strict=True):
        assert other == pytest.approx(ours, abs=1e-8)
    assert moved.second.value == pytest.approx(found.second.value, abs=1e-8, nan_ok=True)


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 6), st.integers(0, 100))
def test_total_is_never_negative_and_an_idle_input_has_none(k, seed):
    y = results(seed, k + 2)
    y[2] = y[0]

    total = sobol_indices(y, k, resamples=0).total

    assert total.value[0] == 0
    assert (total.value >= 0).all()
    assert np.isnan(total.se).all()


def test_error_matches_spread_of_repetitions():
    def model(x):
        return x[:, 0] + x[:, 1] ** 2 + 2 * x[:, 0] * x[:, 1]

    found = [sobol_indices(run(model, 2, 256, True, s, quasi=False), 2, seed=s) for s in range(60)]

    for name in ("first", "total", "second"):
        spread = np.std([getattr(one, name).value for one in found], axis=0, ddof=1)
        se = np.mean([getattr(one, name).se for one in found], axis=0)
        assert se == pytest.approx(spread, rel=0.4, nan_ok=True)


def test_intervals_cover_as_often_as_they_say():
    inside = [
        (found.low <= 0.5) & (found.high >= 0.5)
        for found in (
            sobol_indices(
                run(lambda x: x.sum(axis=1), 2, 256, seed=s, quasi=False), 2, level=0.8
            ).first
            for s in range(150)
        )
    ]

    assert abs(np.mean(inside) - 0.8) < 4 * np.sqrt(0.8 * 0.2 / 150)


@pytest.mark.parametrize("quasi", [True, False])
def test_design_grows_without_changing_what_is_there(quasi):
    small = sobol_design(3, ["rent", "wages"], 20, quasi=quasi)
    large = sobol_design(3, ["rent", "wages", "power"], 50, quasi=quasi)

    assert large.a[:20, :2].tolist() == small.a.tolist()
    assert large.b[:20, :2].tolist() == small.b.tolist()


def test_design_exchanges_one_column_a_block():
    design = sobol_design(3, ["rent", "wages"], 4, second_order=True)
    a, b, *crossed = design.blocks()

    expected = [(b, a), (a, b), (a, b), (b, a)]
    for rows, (first, second) in zip(crossed, expected, strict=True):
        assert (rows[:, 0] == first[:, 0]).all()
        assert (rows[:, 1] == second[:, 1]).all()
    assert design.runs == 4 * 6


@pytest.mark.parametrize(("names", "n"), [([], 8), (["a", "a"], 8), (["a"], 1)])
def test_impossible_design_is_refused(names, n):
    with pytest.raises(MethodError):
        sobol_design(1, names, n)


@pytest.mark.parametrize(
    ("outputs", "options", "culprit"),
    [
        (np.zeros((5, 8)), {}, "constant"),
        (results(1, 6), {}, "outputs"),
        (results(1, 5, 1), {}, "outputs"),
        (np.full((5, 8), np.nan), {}, "outputs"),
        (results(1, 5), {"resamples": 1}, "resamples"),
        (results(1, 5), {"level": 1.0}, "level"),
    ],
)
def test_indices_of_something_else_name_the_culprit(outputs, options, culprit):
    with pytest.raises(MethodError, match=culprit):
        sobol_indices(outputs, 3, **options)
