"""Maximal covering."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array, eye_array, hstack

from fucina.methods.arrays import Booleans, Floats, Integers, non_negative, real, same_length
from fucina.methods.location.choice import Choice, best_set
from fucina.methods.location.optimum import Optimum, relative_gap
from fucina.methods.location.program import Solution, minimise


def maximal_covering(
    distance: ArrayLike,
    weights: ArrayLike,
    p: int,
    limit: float,
    required: tuple[int, ...] = (),
    time_limit: float | None = None,
) -> Optimum:
    """p of m sites that cover the most weight within `limit` (Church and ReVelle 1974).

    `distance` (n, m) and `limit` in one unit, `weights` (n,) >= 0, `time_limit` in seconds. The
    value is the weight covered, the bound lies above it; a client out of reach has site -1.
    Raises MethodError for other shapes, p outside 1..m or a requirement that cannot be met.

    >>> answer = maximal_covering([[1, 9], [2, 9], [9, 1]], [1, 1, 3], 1, limit=5)
    >>> answer.selected, answer.value, answer.assignment.tolist()
    ((1,), 3.0, [-1, -1, 1])
    """
    away, weight = real("distance", distance, ndim=2), non_negative("weights", weights, ndim=1)
    clients, sites = away.shape
    same_length("weights and rows of distance", weight.size, clients)
    choice = Choice(sites, p, required)
    reach = away <= float(real("limit", limit, ndim=0))
    if choice.listable(clients):
        columns = reach.T

        def uncovered(sets: Integers) -> Floats:
            return np.asarray(~columns[sets].any(axis=1) @ weight)

        return _optimum(away, reach, weight, best_set(choice, clients, uncovered), None)
    found = _solve(reach, weight, choice, time_limit)
    selected = tuple(np.flatnonzero(found.x[:sites] > 0.5).tolist())
    return _optimum(away, reach, weight, selected, found)


def _solve(reach: Booleans, weight: Floats, choice: Choice, time_limit: float | None) -> Solution:
    """Variables: site j open (m), then client i covered (n)."""
    clients, sites = reach.shape
    link = hstack([csr_array(reach.astype(np.float64)), -eye_array(clients)], format="csr")
    number = csr_array(np.append(np.ones(sites), np.zeros(clients))[None])
    constraints = [
        LinearConstraint(link, 0, np.inf),
        LinearConstraint(number, choice.p, choice.p),
    ]
    lower = np.zeros(sites + clients)
    lower[list(choice.required)] = 1
    whole = np.append(np.ones(sites), np.zeros(clients))
    costs = np.append(np.zeros(sites), -weight)
    return minimise(costs, constraints, whole=whole, lower=lower, time_limit=time_limit)


def _optimum(
    away: Floats,
    reach: Booleans,
    weight: Floats,
    selected: tuple[int, ...],
    found: Solution | None,
) -> Optimum:
    chosen = np.array(selected)
    nearest = chosen[away[:, chosen].argmin(axis=1)]
    covered = reach[np.arange(weight.size), nearest]
    assignment = np.where(covered, nearest, -1)
    value = float(weight @ covered)
    if found is None or found.status == "optimal":
        return Optimum(selected, assignment, value, value, 0.0, "optimal")
    bound = max(-found.bound, value)
    return Optimum(selected, assignment, value, bound, relative_gap(value, bound), found.status)
