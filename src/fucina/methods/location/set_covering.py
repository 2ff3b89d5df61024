"""Location set covering."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array

from fucina.methods.arrays import Booleans, Floats, Integers, positive, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.location.optimum import Optimum, relative_gap
from fucina.methods.location.p_median import nearest_site
from fucina.methods.location.program import minimise

NAMED = 10


def set_covering(
    distance: ArrayLike,
    limit: float,
    cost: ArrayLike | None = None,
    required: tuple[int, ...] = (),
    time_limit: float | None = None,
) -> Optimum:
    """The fewest of m sites that reach every one of n clients within `limit` (Toregas et al. 1971).

    With `cost` (m,) > 0 the cheapest sites instead. `distance` (n, m) and `limit` in one unit,
    `time_limit` in seconds; each client is assigned to its nearest selected site. Solved by HiGHS.
    Raises MethodError for other shapes, for clients no site reaches, named by their rows, or no
    answer in time.

    >>> set_covering([[1, 9, 4], [9, 1, 4]], limit=5).selected
    (2,)
    """
    away = real("distance", distance, ndim=2)
    sites = away.shape[1]
    price = np.ones(sites) if cost is None else positive("cost", cost, ndim=1)
    same_length("cost and columns of distance", price.size, sites)
    if not set(required) <= set(range(sites)):
        raise MethodError(f"required: {required} are not sites 0 .. {sites - 1}")
    reach = away <= float(real("limit", limit, ndim=0))
    _refuse_unreachable(away, reach, limit)
    lower = np.zeros(sites)
    lower[list(required)] = 1
    every = LinearConstraint(csr_array(reach.astype(np.float64)), 1, np.inf)
    found = minimise(price, [every], whole=np.ones(sites), lower=lower, time_limit=time_limit)
    selected = tuple(np.flatnonzero(found.x > 0.5).tolist())
    return _optimum(away, price, selected, np.inf if found.status == "optimal" else found.bound)


def _refuse_unreachable(away: Floats, reach: Booleans, limit: float) -> None:
    alone: Integers = np.flatnonzero(~reach.any(axis=1))
    if alone.size:
        named = ", ".join(map(str, alone[:NAMED])) + (", …" if alone.size > NAMED else "")
        needed = away.min(axis=1).max()
        raise MethodError(
            f"distance: no site within {limit} of client {named}; "
            f"a limit of {needed} reaches everyone"
        )


def _optimum(away: Floats, price: Floats, selected: tuple[int, ...], bound: float) -> Optimum:
    value = float(price[list(selected)].sum())
    assignment = nearest_site(away, selected)
    if bound >= value:
        return Optimum(selected, assignment, value, value, 0.0, "optimal")
    return Optimum(selected, assignment, value, bound, relative_gap(value, bound), "time_limit")
