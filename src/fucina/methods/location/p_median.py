"""The p-median problem."""

from time import monotonic

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, Integers, non_negative, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.location.choice import Choice, best_set
from fucina.methods.location.median_capacity import checked_capacity, solve_with_capacity
from fucina.methods.location.median_search import search
from fucina.methods.location.optimum import Optimum, relative_gap
from fucina.methods.location.shortlist import Shortlist


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
    weight a site serves; `time_limit` in seconds. Small choices are listed; others are proved by
    interchange, Lagrangian bounds and branch and bound (Beasley 1985), to 1e-10 of the value;
    with capacities by HiGHS. An answer cut off by the clock has status time_limit and its gap.
    Raises MethodError for other shapes, p outside 1..m, a choice nobody can make, or, with
    capacities, no answer in time.

    >>> answer = p_median([[0, 9, 5], [9, 0, 5], [9, 1, 5]], [1, 1, 1], 2)
    >>> answer.selected, answer.value, answer.assignment.tolist(), answer.status
    ((0, 1), 1.0, [0, 1, 1], 'optimal')
    """
    distance, weight = median_input(cost, weights)
    clients, sites = distance.shape
    choice = Choice(sites, p, required)
    if time_limit is not None and not time_limit > 0:
        raise MethodError(f"time_limit: must be positive, got {time_limit}")
    if capacity is not None:
        room = checked_capacity(capacity, weight, choice)
        return _with_capacity(distance, weight, choice, room, time_limit)
    if choice.listable(clients):
        selected = best_set(choice, clients, lambda sets: median_totals(distance, weight, sets))
        return _optimum(distance, weight, nearest_site(distance, selected), selected, np.inf)
    kept = Shortlist()
    deadline = None if time_limit is None else monotonic() + time_limit
    bound = search(weight[:, None] * distance, choice, kept, deadline)
    selected, _value = kept.ranked()[0]
    return _optimum(distance, weight, nearest_site(distance, selected), selected, bound)


def median_input(cost: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    """Costs (n, m) and weights (n,) checked; MethodError for other shapes.

    >>> median_input([[1, 2]], [3])[1].tolist()
    [3.0]
    """
    distance, weight = real("cost", cost, ndim=2), non_negative("weights", weights, ndim=1)
    same_length("weights and rows of cost", weight.size, distance.shape[0])
    return distance, weight


def median_totals(distance: Floats, weight: Floats, sets: Integers) -> Floats:
    """Weighted cost of each set of sites (k, p), clients at their nearest.

    >>> median_totals(np.array([[1.0, 2.0]]), np.array([3.0]), np.array([[0], [1]])).tolist()
    [3.0, 6.0]
    """
    return np.asarray(distance.T[sets].min(axis=1) @ weight)


def nearest_site(distance: Floats, selected: tuple[int, ...]) -> Integers:
    """Each client's cheapest of the selected sites, the first on a tie.

    >>> nearest_site(np.array([[3.0, 1.0, 1.0]]), (0, 2)).tolist()
    [2]
    """
    chosen = np.array(selected)
    return np.asarray(chosen[distance[:, chosen].argmin(axis=1)])


def _with_capacity(
    distance: Floats, weight: Floats, choice: Choice, capacity: Floats, time_limit: float | None
) -> Optimum:
    clients, sites = distance.shape
    found = solve_with_capacity(distance, weight, choice, capacity, time_limit)
    selected = tuple(np.flatnonzero(found.x[-sites:] > 0.5).tolist())
    assignment = found.x[: clients * sites].reshape(clients, sites).argmax(axis=1)
    bound = np.inf if found.status == "optimal" else found.bound
    return _optimum(distance, weight, assignment, selected, bound)


def _optimum(
    distance: Floats,
    weight: Floats,
    assignment: Integers,
    selected: tuple[int, ...],
    bound: float,
) -> Optimum:
    """Proved where the bound reaches the value; else the clock stopped the search."""
    value = float(weight @ distance[np.arange(weight.size), assignment])
    if bound >= value:
        return Optimum(selected, assignment, value, value, 0.0, "optimal")
    return Optimum(selected, assignment, value, bound, relative_gap(value, bound), "time_limit")
