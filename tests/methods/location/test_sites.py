import csv

import numpy as np
import pytest
from scipy.sparse.csgraph import shortest_path

from fucina.methods.errors import MethodError
from fucina.methods.location import choice, maximal_covering, p_centre, p_median


@pytest.fixture(scope="module")
def san_francisco(data_folder):
    with (data_folder / "spopt_sf.csv").open(encoding="utf-8") as file:
        _, _, *stores = next(csv.reader(file))
    table = np.loadtxt(data_folder / "spopt_sf.csv", delimiter=",", skiprows=1)
    return stores, table[:, 1], table[:, 2:]


@pytest.fixture(scope="module")
def pmed1(data_folder):
    numbers = [int(word) for word in (data_folder / "pmed1.txt").read_text().split()]
    n, _, p = numbers[:3]
    edges = np.zeros((n, n))
    for i, j, cost in np.array(numbers[3:]).reshape(-1, 3):
        edges[i - 1, j - 1] = edges[j - 1, i - 1] = cost
    return shortest_path(edges), p


@pytest.fixture(params=["listed", "programmed"])
def solver(request, monkeypatch):
    if request.param == "programmed":
        monkeypatch.setattr(choice, "LISTABLE", 0)
    return request.param


def test_p_median_of_san_francisco_matches_enumeration(san_francisco, example, solver):
    stores, demand, distance = san_francisco

    for p in (1, 4) if solver == "programmed" else range(1, 6):
        answer = p_median(distance, demand, p)

        expected = example("location_sf_bruteforce")[str(p)]
        assert answer.value == pytest.approx(expected["pmedian"], rel=1e-12)
        assert {stores[site] for site in answer.selected} == set(expected["pmedian_set"])
        assert (answer.gap, answer.status) == (0.0, "optimal")


def test_p_centre_of_san_francisco_matches_enumeration(san_francisco, example, solver):
    _, _, distance = san_francisco

    for p in range(1, 6):
        answer = p_centre(distance, p)

        assert answer.value == example("location_sf_bruteforce")[str(p)]["pcenter"]
        assert len(answer.selected) == p
        assert answer.status == "optimal"


def test_maximal_covering_of_san_francisco_matches_enumeration(san_francisco, example, solver):
    _, demand, distance = san_francisco

    for p in range(1, 6):
        answer = maximal_covering(distance, demand, p, limit=5000)

        assert answer.value == example("location_sf_bruteforce")[str(p)]["mclp_5000"]
        assert demand[answer.assignment >= 0].sum() == answer.value


def test_p_median_of_pmed1_is_proved(pmed1):
    distance, p = pmed1

    answer = p_median(distance, np.ones(len(distance)), p)

    assert (answer.value, answer.bound, answer.status) == (5819, 5819, "optimal")


def test_p_centre_of_pmed1_is_proved(pmed1):
    distance, p = pmed1

    assert p_centre(distance, p).value == 127


def test_answer_cut_off_by_the_clock_is_never_called_optimal(pmed1):
    distance, p = pmed1

    centre = p_centre(distance, p, time_limit=1e-6)

    assert centre.status == "time_limit"
    assert centre.bound < centre.value
    assert centre.gap > 0


def test_required_sites_are_selected(solver):
    cost = np.random.default_rng(4).random((12, 6))

    for answer in (
        p_median(cost, np.ones(12), 2, required=(5,)),
        p_centre(cost, 2, required=(5,)),
        maximal_covering(cost, np.ones(12), 2, 0.3, required=(5,)),
    ):
        assert answer.selected[-1] == 5
        assert len(answer.selected) == 2


def test_capacity_moves_a_client_to_the_farther_site():
    answer = p_median([[1, 5], [1, 2]], [1, 1], 2, capacity=[1, 1])

    assert (answer.assignment.tolist(), answer.value) == ([0, 1], 3.0)


def test_ample_capacity_changes_nothing():
    cost = np.random.default_rng(7).random((8, 4))

    free = p_median(cost, np.ones(8), 2)
    held = p_median(cost, np.ones(8), 2, capacity=np.full(4, 8.0))

    assert held.selected == free.selected
    assert held.value == pytest.approx(free.value)


@pytest.mark.parametrize(
    "options", [{"p": 0}, {"p": 3}, {"p": 1, "required": (0, 1)}, {"p": 1, "required": (4,)}]
)
def test_impossible_choice_is_refused(options):
    with pytest.raises(MethodError):
        p_median([[1, 2]], [1], **options)


@pytest.mark.parametrize("capacity", [[1, 1], [1.5, 1.5]])
def test_capacity_that_cannot_serve_is_refused(capacity):
    with pytest.raises(MethodError):
        p_median([[1, 2], [1, 2], [1, 2]], [1, 1, 1], 2, capacity=capacity)
