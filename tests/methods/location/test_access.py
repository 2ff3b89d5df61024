import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.location import (
    coverage,
    distance_matrix_km,
    gravity_access,
    great_circle_km,
    huff,
    travel_minutes,
    two_step_floating_catchment,
    weighted_mean,
)

LATITUDE, LONGITUDE = st.floats(-90, 90), st.floats(-180, 180)


def test_great_circle_of_a_quarter_meridian():
    assert great_circle_km(0, 0, 90, 0).item() == pytest.approx(6371.0088 * np.pi / 2, rel=1e-12)


def test_great_circle_from_nashville_to_los_angeles():
    # Rosetta Code's worked example, there on a sphere of 6371 km
    km = great_circle_km(36.12, -86.67, 33.94, -118.40).item()

    assert km / 6371.0088 == pytest.approx(2886.444442837984 / 6371.0, rel=1e-12)


@settings(deadline=None)
@given(LATITUDE, LONGITUDE, LATITUDE, LONGITUDE, LATITUDE, LONGITUDE)
def test_great_circle_is_symmetric_and_never_longer_than_a_detour(a, b, c, d, e, f):
    direct = great_circle_km(a, b, c, d).item()

    assert great_circle_km(c, d, a, b).item() == pytest.approx(direct, abs=1e-6)
    detour = great_circle_km(a, b, e, f).item() + great_circle_km(e, f, c, d).item()
    assert direct <= detour + 1e-3


def test_distance_matrix_has_a_row_for_each_origin():
    matrix = distance_matrix_km([[45.07, 7.69]], [[45.07, 7.69], [45.46, 9.19], [41.9, 12.5]])

    assert matrix.shape == (1, 3)
    assert matrix[0, 1] == pytest.approx(great_circle_km(45.07, 7.69, 45.46, 9.19).item())


@pytest.mark.parametrize("call", [(91, 0, 0, 0), (0, 0, 0, 181), (np.nan, 0, 0, 0)])
def test_point_off_the_globe_is_refused(call):
    with pytest.raises(MethodError):
        great_circle_km(*call)


def test_travel_with_a_detour_below_one_is_refused():
    with pytest.raises(MethodError):
        travel_minutes(1, 0.9, 50)


def test_huff_matches_closed_form(example):
    case = example("huff_small")

    for exponent, shares in case["P"].items():
        found = huff(case["attractiveness"], case["distance"], float(exponent))

        assert found.ravel().tolist() == pytest.approx(np.ravel(shares).tolist(), abs=1e-12)


def test_huff_with_a_huge_exponent_sends_everyone_to_the_nearest():
    assert huff([1, 9], [[100.0, 200.0]], 5000).tolist() == [[1.0, 0.0]]


def test_floating_catchment_gives_out_all_reachable_supply():
    rng = np.random.default_rng(5)
    supply, demand, distance = rng.random(4), rng.random(30) + 0.1, rng.random((30, 4))

    access = two_step_floating_catchment(supply, demand, distance, 0.5)

    assert access @ demand == pytest.approx(supply.sum())


@settings(deadline=None)
@given(st.lists(st.floats(0, 120), min_size=3, max_size=3), st.floats(0, 60))
def test_access_never_rises_with_travel_time(minutes, more):
    demand, near = np.array([1.0, 5.0, 2.0]), np.array(minutes)[:, None]

    for measure, limit in ((gravity_access, 20.0), (coverage, 45.0)):
        assert measure(demand, near + more, limit)[0] <= measure(demand, near, limit)[0] + 1e-12


def test_weighted_mean_ignores_the_scale_of_demand():
    minutes = [[10, 20], [30, 5]]

    assert weighted_mean([1, 3], minutes).tolist() == weighted_mean([10, 30], minutes).tolist()


def test_access_with_lengths_that_differ_is_refused():
    with pytest.raises(MethodError, match="lengths differ"):
        coverage([1, 2, 3], [[10], [20]], 15)
