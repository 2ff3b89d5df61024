"""The exact p-median beyond what can be listed."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.location import choice, kernels, p_median, plain
from fucina.methods.location.median_problem import MedianProblem


@pytest.fixture
def unlisted(monkeypatch):
    monkeypatch.setattr(choice, "LISTABLE", 0)


@pytest.mark.parametrize(("number", "optimum"), [(1, 5819), (2, 4093), (9, 2734)])
def test_instance_of_the_or_library_is_proved(pmed, number, optimum):
    distance, p = pmed(number)

    answer = p_median(distance, np.ones(len(distance)), p)

    assert (answer.value, answer.bound, answer.gap, answer.status) == (
        optimum,
        optimum,
        0,
        "optimal",
    )


def test_plain_kernels_prove_the_same(pmed, either_kernel):
    distance, p = pmed(2)

    answer = p_median(distance, np.ones(len(distance)), p)

    assert (answer.value, answer.status) == (4093, "optimal")


@pytest.mark.soak
@pytest.mark.parametrize("number", range(1, 21))
def test_every_instance_of_the_or_library_is_proved(orlib, number):
    distance, p, optimum = orlib(number)

    answer = p_median(distance, np.ones(len(distance)), p)

    assert (answer.value, answer.status) == (optimum, "optimal")


@pytest.mark.soak
@pytest.mark.parametrize("p", [5, 10, 20, 45, 90])
def test_nine_hundred_random_points_are_proved(euclidean, p):
    assert p_median(euclidean(900, 900 + p), np.ones(900), p).status == "optimal"


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 7), st.booleans())
def test_search_agrees_with_listing(seed, p, whole):
    rng = np.random.default_rng(seed)
    cost, weights = rng.uniform(0, 50, (12, 8)), rng.integers(0, 5, 12)
    if whole:
        cost = np.floor(cost)
    required = (int(rng.integers(8)),)

    listed = p_median(cost, weights, p, required)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "LISTABLE", 0)
        searched = p_median(cost, weights, p, required)

    assert searched.value == pytest.approx(listed.value, rel=1e-9)
    assert searched.status == "optimal"
    assert set(required) <= set(searched.selected)
    assert len(searched.selected) == p


def test_value_moves_with_the_sites(unlisted, euclidean):
    cost, order = euclidean(30, 3), np.random.default_rng(1).permutation(30)

    plain_order = p_median(cost, np.ones(30), 4)
    moved = p_median(cost[:, order], np.ones(30), 4)

    assert moved.value == pytest.approx(plain_order.value)
    assert sorted(order[list(moved.selected)].tolist()) == list(plain_order.selected)


def test_more_sites_never_cost_more(euclidean):
    values = [p_median(euclidean(60, 5), np.ones(60), p).value for p in range(4, 12)]

    assert values == sorted(values, reverse=True)


def test_scaled_costs_keep_the_sites(unlisted, euclidean):
    cost = euclidean(25, 8)

    one, scaled = p_median(cost, np.ones(25), 4), p_median(1000 * cost, np.ones(25), 4)

    assert scaled.selected == one.selected
    assert scaled.value == pytest.approx(1000 * one.value)


def test_search_cut_off_by_the_clock_tells_its_gap(euclidean):
    answer = p_median(euclidean(200, 4), np.ones(200), 12, time_limit=1e-9)

    assert answer.status == "time_limit"
    assert answer.bound < answer.value
    assert answer.gap > 0


def test_time_limit_of_zero_is_refused():
    with pytest.raises(MethodError, match="time_limit"):
        p_median([[1, 2]], [1], 1, time_limit=0)


@pytest.mark.parametrize("whole", [True, False])
def test_kernels_agree(euclidean, whole):
    cost = euclidean(40, 2)
    problem = MedianProblem.of(np.floor(cost) if whole else cost)
    state = np.zeros(40, np.int64)
    state[3], state[[7, 8, 9]] = 1, 2
    opened, held = np.zeros(40, np.bool_), np.zeros(40, np.bool_)
    opened[:6], held[:1] = True, True
    prices = np.sort(problem.cost[:, :6], axis=1)[:, :2].mean(axis=1)
    ascent = (problem.near, problem.site, state, 5, prices, 9000.0, 9e9, 1.0, 20, 0.9, 200)

    begun = [k.greedy(problem.near, problem.site, held, 9).tolist() for k in (kernels, plain)]
    swapped = [
        k.interchange(problem.near, problem.site, opened, held, 1e-9) for k in (kernels, plain)
    ]
    raised = [k.ascend(*ascent) for k in (kernels, plain)]

    assert begun[0] == begun[1]
    assert swapped[0].tolist() == swapped[1].tolist()
    for compiled, numpy in zip(*raised, strict=True):
        assert np.asarray(compiled) == pytest.approx(np.asarray(numpy), rel=1e-12, abs=1e-12)


def test_import_leaves_numba_alone():
    code = "import sys, fucina.methods.location, fucina.methods.voting; sys.exit('numba' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
