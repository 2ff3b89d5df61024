"""The p-centre problem."""

from time import monotonic

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array

from fucina.methods.arrays import Booleans, Floats, Integers, real
from fucina.methods.errors import MethodError
from fucina.methods.location.choice import Choice, best_set
from fucina.methods.location.optimum import Optimum, relative_gap
from fucina.methods.location.program import minimise


def p_centre(
    distance: ArrayLike, p: int, required: tuple[int, ...] = (), time_limit: float | None = None
) -> Optimum:
    """p of m sites with the least distance of the worst-served of n clients.

    Small choices are listed; else a binary search over the distinct distances, each step a set
    covering (Minieka 1970). `distance` (n, m) in any unit, `time_limit` in seconds.
    Raises MethodError for other shapes, p outside 1..m or a requirement that cannot be met.

    >>> answer = p_centre([[0, 9, 5], [9, 0, 5], [9, 1, 5]], 1)
    >>> answer.selected, answer.value
    ((2,), 5.0)
    """
    away = real("distance", distance, ndim=2)
    clients, sites = away.shape
    choice = Choice(sites, p, required)
    if choice.listable(clients):
        columns = away.T

        def worst(sets: Integers) -> Floats:
            return np.asarray(columns[sets].min(axis=1).max(axis=1))

        return _optimum(away, best_set(choice, clients, worst), None)
    return _search(away, choice, time_limit)


def _search(away: Floats, choice: Choice, time_limit: float | None) -> Optimum:
    radii = np.unique(away)
    # any p sites, the required among them, serve to begin with
    others = [site for site in range(choice.sites) if site not in choice.required]
    required = sorted(set(choice.required))
    best = tuple(sorted([*required, *others][: choice.p]))
    low, high = 0, int(np.searchsorted(radii, _radius(away, best)))
    deadline = None if time_limit is None else monotonic() + time_limit
    while low < high:
        left = None if deadline is None else deadline - monotonic()
        if left is not None and left <= 0:
            return _optimum(away, best, float(radii[low]))
        middle = (low + high) // 2
        try:
            found = _cover(away <= radii[middle], choice, left)
        except TimeoutError:
            return _optimum(away, best, float(radii[low]))
        if found is None:
            low = middle + 1
        else:
            best = found
            high = min(middle, int(np.searchsorted(radii, _radius(away, best))))
    return _optimum(away, best, None)


def _cover(reach: Booleans, choice: Choice, time_limit: float | None) -> tuple[int, ...] | None:
    """At most p sites, filled up to p, that reach everyone; None where there are none."""
    if not reach.any(axis=1).all():
        return None
    lower = np.zeros(choice.sites)
    lower[list(choice.required)] = 1
    every = LinearConstraint(csr_array(reach.astype(np.float64)), 1, np.inf)
    ones = np.ones(choice.sites)
    try:
        found = minimise(ones, [every], whole=ones, lower=lower, time_limit=time_limit)
    except MethodError as error:
        raise TimeoutError from error  # opening every site covers: only the clock can stop it
    chosen = np.flatnonzero(found.x > 0.5).tolist()
    if len(chosen) > choice.p:
        if found.status != "optimal" and found.bound <= choice.p:
            raise TimeoutError
        return None
    spare = [site for site in range(choice.sites) if site not in chosen]
    return tuple(sorted([*chosen, *spare[: choice.p - len(chosen)]]))


def _radius(away: Floats, selected: tuple[int, ...]) -> float:
    return float(away[:, list(selected)].min(axis=1).max())


def _optimum(away: Floats, selected: tuple[int, ...], bound: float | None) -> Optimum:
    chosen = np.array(selected)
    assignment = np.asarray(chosen[away[:, chosen].argmin(axis=1)])
    value = _radius(away, selected)
    if bound is None or bound == value:
        return Optimum(selected, assignment, value, value, 0.0, "optimal")
    return Optimum(selected, assignment, value, bound, relative_gap(value, bound), "time_limit")
