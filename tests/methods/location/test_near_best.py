from itertools import combinations

import numpy as np
import pytest

from fucina.methods.errors import MethodError
from fucina.methods.location import choice, median_stability, near_best_medians, p_median


@pytest.fixture(params=["listed", "searched"])
def solver(request, monkeypatch):
    if request.param == "searched":
        monkeypatch.setattr(choice, "LISTABLE", 0)
    return request.param


def enumerated(cost, weights, p):
    sets = combinations(range(cost.shape[1]), p)
    return sorted((float(cost[:, chosen].min(axis=1) @ weights), chosen) for chosen in sets)


@pytest.mark.parametrize(("k", "within"), [(1, 0.0), (5, 1.0), (1000, 0.08), (1000, 3.0)])
def test_near_best_sets_match_enumeration(solver, k, within):
    rng = np.random.default_rng(6)
    cost, weights = rng.uniform(1, 9, (15, 9)), rng.uniform(1, 4, 15)
    ranking = enumerated(cost, weights, 3)

    near = near_best_medians(cost, weights, 3, k, within)

    expected = [item for item in ranking if item[0] <= ranking[0][0] * (1 + within)][:k]
    assert near.sets == tuple(chosen for _value, chosen in expected)
    assert near.values == pytest.approx([value for value, _chosen in expected])
    assert near.status == "optimal"
    missing = [value for value, chosen in ranking if chosen not in near.sets]
    assert near.bound <= min(missing, default=np.inf) + 1e-9


def test_near_best_of_pmed6_starts_with_the_optimum(pmed):
    distance, p = pmed(6)

    near = near_best_medians(distance, np.ones(len(distance)), p, k=5, within=0.01)

    assert near.values == (7824, 7829, 7833, 7836, 7846)
    assert near.status == "optimal"


def test_near_best_cut_off_by_the_clock_says_so(pmed):
    distance, p = pmed(6)

    near = near_best_medians(distance, np.ones(len(distance)), p, time_limit=1e-9)

    assert near.status == "time_limit"
    assert near.bound < near.values[0]


def moved_best(cost, weights, p):
    return enumerated(cost, weights, p)[0][1]


@pytest.mark.parametrize("seed", range(5))
def test_best_sites_survive_every_move_within_the_radius(seed):
    rng = np.random.default_rng(seed)
    cost, weights = rng.uniform(1, 9, (10, 7)), rng.uniform(1, 4, 10)

    found = median_stability(cost, weights, 2, within=2.0)

    for _ in range(50):
        demand = weights * (1 + found.demand.share * 0.999 * rng.choice([-1, 1], 10))
        costs = cost * (1 + found.cost.share * 0.999 * rng.choice([-1, 1], cost.shape))
        assert moved_best(cost, demand, 2) == found.selected
        assert moved_best(costs, weights, 2) == found.selected


@pytest.mark.parametrize("seed", range(5))
def test_a_little_more_than_the_radius_lets_the_rival_win(seed):
    rng = np.random.default_rng(seed)
    cost, weights = rng.uniform(1, 9, (10, 7)), rng.uniform(1, 4, 10)

    found = median_stability(cost, weights, 2, within=2.0)

    assert found.demand.exact
    assert found.cost.exact
    best, rival = (cost[:, sites].min(axis=1) for sites in (found.selected, found.demand.rival))
    demand = weights * (1 - found.demand.share * 1.001 * np.sign(rival - best))
    assert demand @ rival < demand @ best
    costs = cost * (1 - found.cost.share * 1.001)
    ours = sorted(set(found.selected) - set(found.cost.rival))
    costs[:, ours] = cost[:, ours] * (1 + found.cost.share * 1.001)
    shared = sorted(set(found.selected) & set(found.cost.rival))
    low, high = costs[:, found.cost.rival].min(axis=1), costs[:, ours].min(axis=1)
    for site in shared:  # a shared site is dear where the rival has something better
        rest = np.setdiff1d(found.cost.rival, shared)
        away = costs[:, rest].min(axis=1) <= high
        costs[away, site] = cost[away, site] * (1 + found.cost.share * 1.001)
    low = costs[:, found.cost.rival].min(axis=1)
    assert weights @ low < weights @ costs[:, found.selected].min(axis=1)


def test_radius_without_a_rival_is_only_a_lower_bound():
    cost = np.random.default_rng(2).uniform(1, 9, (10, 7))

    found = median_stability(cost, np.ones(10), 2, within=0.0, k=1)

    assert (found.demand.exact, found.demand.rival, found.demand.share) == (False, None, 0.0)
    assert found.selected == p_median(cost, np.ones(10), 2).selected


@pytest.mark.parametrize(
    "options", [{"k": 0}, {"within": -0.1}, {"within": np.inf}, {"time_limit": 0}]
)
def test_impossible_request_is_refused(options):
    with pytest.raises(MethodError):
        near_best_medians([[1, 2]], [1], 1, **options)


def test_negative_cost_has_no_radius():
    with pytest.raises(MethodError, match="cost"):
        median_stability([[-1, 2]], [1], 1)
