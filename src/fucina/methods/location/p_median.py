"""The p-median problem."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array, eye_array, hstack, kron

from fucina.methods.arrays import Floats, Integers, non_negative, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.location.choice import Choice, best_set
from fucina.methods.location.optimum import Optimum, relative_gap
from fucina.methods.location.program import Solution, minimise


def p_median(
    cost: ArrayLike,
    weights: ArrayLike,
    p: int,
    required: tuple[int, ...] = (),
    capacity: ArrayLike | None = None,
    time_limit: float | None = None,
) -> Optimum:
    """p of m sites with the least weighted cost to n clients, each served whole by one site.

    Minimises sum of weights_i * cost_i,site(i) (Hakimi 1964; ReVelle and Swain 1970). `cost`
    (n, m), `weights` (n,) >= 0; `required` sites are among the p; `capacity` (m,) limits the
    weight a site serves; `time_limit` in seconds. Small choices are listed, others proved by
    branch and bound; an answer cut off by the clock has status time_limit and its gap.
    Raises MethodError for other shapes, p outside 1..m, a choice nobody can make, or no answer
    in time.

    >>> answer = p_median([[0, 9, 5], [9, 0, 5], [9, 1, 5]], [1, 1, 1], 2)
    >>> answer.selected, answer.value, answer.assignment.tolist(), answer.status
    ((0, 1), 1.0, [0, 1, 1], 'optimal')
    """
    distance, weight = real("cost", cost, ndim=2), non_negative("weights", weights, ndim=1)
    clients, sites = distance.shape
    same_length("weights and rows of cost", weight.size, clients)
    choice = Choice(sites, p, required)
    if capacity is not None:
        return _capacitated(distance, weight, choice, _capacity(capacity, sites), time_limit)
    if choice.listable(clients):
        columns = distance.T

        def total(sets: Integers) -> Floats:
            return np.asarray(columns[sets].min(axis=1) @ weight)

        selected = best_set(choice, clients, total)
        return _optimum(distance, weight, _nearest(distance, selected), selected, None)
    found = _solve(distance, weight, choice, None, time_limit)
    selected = tuple(np.flatnonzero(found.x[-sites:] > 0.5).tolist())
    return _optimum(distance, weight, _nearest(distance, selected), selected, found)


def _capacity(capacity: ArrayLike, sites: int) -> Floats:
    most = non_negative("capacity", capacity, ndim=1)
    same_length("capacity and columns of cost", most.size, sites)
    return most


def _capacitated(
    distance: Floats, weight: Floats, choice: Choice, capacity: Floats, time_limit: float | None
) -> Optimum:
    clients, sites = distance.shape
    if weight.sum() > np.sort(capacity)[-choice.p :].sum() * (1 + 1e-12):
        raise MethodError(f"capacity: {choice.p} sites cannot serve a demand of {weight.sum()}")
    found = _solve(distance, weight, choice, capacity, time_limit)
    selected = tuple(np.flatnonzero(found.x[-sites:] > 0.5).tolist())
    assignment = found.x[: clients * sites].reshape(clients, sites).argmax(axis=1)
    return _optimum(distance, weight, assignment, selected, found)


def _solve(
    distance: Floats,
    weight: Floats,
    choice: Choice,
    capacity: Floats | None,
    time_limit: float | None,
) -> Solution:
    """Variables: client i at site j (n*m), then site j open (m)."""
    clients, sites = distance.shape
    served = kron(eye_array(clients), np.ones((1, sites)))
    constraints = [
        LinearConstraint(hstack([served, csr_array((clients, sites))], format="csr"), 1, 1),
        LinearConstraint(
            csr_array(np.append(np.zeros(clients * sites), np.ones(sites))[None]),
            choice.p,
            choice.p,
        ),
        LinearConstraint(
            hstack(
                [
                    eye_array(clients * sites),
                    kron(np.ones((clients, 1)), -eye_array(sites)),
                ],
                format="csr",
            ),
            -np.inf,
            0,
        ),
    ]
    if capacity is not None:
        load = kron(weight[None], eye_array(sites))
        open_capacity = -eye_array(sites).multiply(capacity)
        constraints.append(
            LinearConstraint(hstack([load, open_capacity], format="csr"), -np.inf, 0)
        )
    lower = np.zeros(clients * sites + sites)
    lower[[clients * sites + site for site in choice.required]] = 1
    # with no capacity the assignment is whole of itself once the sites are
    whole = np.append(np.full(clients * sites, float(capacity is not None)), np.ones(sites))
    costs = np.append((weight[:, None] * distance).ravel(), np.zeros(sites))
    return minimise(costs, constraints, whole=whole, lower=lower, time_limit=time_limit)


def _nearest(distance: Floats, selected: tuple[int, ...]) -> Integers:
    chosen = np.array(selected)
    return np.asarray(chosen[distance[:, chosen].argmin(axis=1)])


def _optimum(
    distance: Floats,
    weight: Floats,
    assignment: Integers,
    selected: tuple[int, ...],
    found: Solution | None,
) -> Optimum:
    value = float(weight @ distance[np.arange(weight.size), assignment])
    if found is None or found.status == "optimal":
        return Optimum(selected, assignment, value, value, 0.0, "optimal")
    bound = min(found.bound, value)
    return Optimum(selected, assignment, value, bound, relative_gap(value, bound), found.status)
