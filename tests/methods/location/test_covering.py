from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.location import gini, p_centre, set_covering


def fewest(reach):
    sites = range(reach.shape[1])
    for size in sites:
        for chosen in combinations(sites, size + 1):
            if reach[:, chosen].any(axis=1).all():
                return size + 1
    raise AssertionError


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6))
def test_set_covering_matches_enumeration(seed):
    distance = np.random.default_rng(seed).random((9, 6))
    limit = distance.min(axis=1).max() + 0.05

    answer = set_covering(distance, limit)

    assert answer.value == fewest(distance <= limit)
    assert (answer.gap, answer.status) == (0.0, "optimal")
    assert (distance[np.arange(9), answer.assignment] <= limit).all()


def test_set_covering_with_costs_prefers_the_cheap():
    answer = set_covering([[1, 1, 9], [1, 9, 1]], limit=5, cost=[5, 1, 1])

    assert (answer.selected, answer.value) == ((1, 2), 2.0)


def test_set_covering_keeps_required_sites():
    assert set_covering([[1, 1], [1, 1]], limit=5, required=(1,)).selected == (1,)


def test_clients_out_of_reach_are_named():
    with pytest.raises(MethodError, match=r"client 1, 3; a limit of 9\.0 reaches everyone"):
        set_covering([[1, 2], [9, 9], [2, 1], [7, 8]], limit=5)


@pytest.mark.parametrize(
    "options", [{"cost": [1]}, {"cost": [0, 1]}, {"required": (2,)}, {"time_limit": 0}]
)
def test_impossible_covering_is_refused(options):
    with pytest.raises(MethodError):
        set_covering([[1, 2]], limit=5, **options)


def test_set_covering_and_p_centre_are_two_sides_of_one_thing():
    distance = np.random.default_rng(9).random((40, 12))

    centre = p_centre(distance, 4)

    assert set_covering(distance, centre.value).value <= 4
    assert set_covering(distance, centre.value - 1e-9).value > 4


@pytest.mark.soak
@pytest.mark.parametrize(("number", "radius"), [(5, 48), (6, 84), (10, 20), (15, 18), (20, 13)])
def test_p_centre_of_the_or_library_is_proved(orlib, number, radius):
    distance, p, _median = orlib(number)

    answer = p_centre(distance, p)

    assert (answer.value, answer.status) == (radius, "optimal")


def test_set_covering_of_san_francisco_matches_enumeration(data_folder, example):
    table = np.loadtxt(data_folder / "spopt_sf.csv", delimiter=",", skiprows=1)
    lscp = example("location_sf_bruteforce")["lscp_5000"]["n"]

    assert set_covering(table[:, 2:], 5000).value == lscp


def test_gini_matches_closed_forms(example):
    for case in example("gini")["cases"]:
        assert gini(case["x"]) == pytest.approx(case["gini"], abs=1e-12)


def test_gini_with_weights_counts_people():
    assert gini([1, 5], [3, 2]) == pytest.approx(gini([1, 1, 1, 5, 5]))


@pytest.mark.parametrize("arguments", [([],), ([0, 0],), ([-1, 2],), ([1, 2], [1])])
def test_gini_of_nothing_is_refused(arguments):
    with pytest.raises(MethodError):
        gini(*arguments)
