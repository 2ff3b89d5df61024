"""Not only the best set of sites: all that come near it."""

from dataclasses import dataclass
from math import isfinite
from time import monotonic

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.errors import MethodError
from fucina.methods.location.choice import BLOCK, Choice, sets_of
from fucina.methods.location.median_search import search
from fucina.methods.location.optimum import Status
from fucina.methods.location.p_median import median_input, median_totals
from fucina.methods.location.shortlist import Shortlist, Sites


@dataclass(frozen=True)
class NearBest:
    """Sets by rising value; no set that is not among them has a value below `bound`.

    `optimal` where that is proved, else `time_limit`: better sets may be missing.

    >>> NearBest(((0,), (1,)), (10.0, 10.5), 11.0, "optimal").values[1]
    10.5
    """

    sets: tuple[Sites, ...]
    values: tuple[float, ...]
    bound: float
    status: Status


def near_best_medians(
    cost: ArrayLike,
    weights: ArrayLike,
    p: int,
    k: int = 10,
    within: float = 0.05,
    required: tuple[int, ...] = (),
    time_limit: float | None = None,
) -> NearBest:
    """The k best choices of p sites whose cost is at most (1 + `within`) times the least.

    Costs, weights, `required` and `time_limit` as in `p_median`. Small choices are listed; else
    the branch and bound of `p_median` keeps every node that the k-th best cannot exclude.
    Raises MethodError for other shapes, k below 1 or a share that is negative or not finite.

    >>> near = near_best_medians([[0, 9, 1], [9, 0, 9]], [1, 1], 2, within=0.5)
    >>> near.sets, near.values
    (((0, 1),), (0.0,))
    """
    distance, weight = median_input(cost, weights)
    clients, sites = distance.shape
    choice, share = Choice(sites, p, required), float(non_negative("within", within, ndim=0))
    if k < 1:
        raise MethodError(f"k: must be at least 1, got {k}")
    if time_limit is not None and not time_limit > 0:
        raise MethodError(f"time_limit: must be positive, got {time_limit}")
    kept, bound = Shortlist(k, share), np.inf
    if choice.listable(clients):
        _list(distance, weight, choice, kept)
    else:
        deadline = None if time_limit is None else monotonic() + time_limit
        bound = search(weight[:, None] * distance, choice, kept, deadline)
    return _near_best(kept, choice, bound)


def _list(distance: Floats, weight: Floats, choice: Choice, kept: Shortlist) -> None:
    for sets in sets_of(choice, max(1, BLOCK // (distance.shape[0] * choice.p))):
        totals = median_totals(distance, weight, sets)
        good = np.flatnonzero(totals <= min(kept.limit, kept.worst if kept.full else np.inf))
        for place in good[np.argsort(totals[good], kind="stable")[: kept.length]]:
            kept.offer(tuple(sorted(sets[place].tolist())), float(totals[place]))


def _near_best(kept: Shortlist, choice: Choice, bound: float) -> NearBest:
    ranked = kept.ranked()
    proved = kept.worst if kept.full else kept.limit
    if len(ranked) == choice.count:
        proved = np.inf
    return NearBest(
        tuple(sites for sites, _value in ranked),
        tuple(value for _sites, value in ranked),
        min(proved, bound),
        "time_limit" if isfinite(bound) else "optimal",
    )
