"""How much the inputs of a p-median may move before another set of sites wins."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative
from fucina.methods.location.near_best import near_best_medians
from fucina.methods.location.p_median import median_input
from fucina.methods.location.shortlist import Sites

HALVINGS = 60


@dataclass(frozen=True)
class Radius:
    """Every input may change by this share of itself, each on its own, and the choice stays best.

    `exact`: a little more lets `rival` win; else only a lower bound, with no rival found.

    >>> Radius(0.1, (0, 2), True).share
    0.1
    """

    share: float
    rival: Sites | None
    exact: bool


@dataclass(frozen=True)
class Stability:
    """The best sites, and how far the weights, or the costs, may move before others win.

    >>> Stability((0, 1), 10.0, Radius(0.1, (0, 2), True), Radius(0.05, None, False)).cost.exact
    False
    """

    selected: Sites
    value: float
    demand: Radius
    cost: Radius


def median_stability(
    cost: ArrayLike,
    weights: ArrayLike,
    p: int,
    within: float = 0.1,
    k: int = 200,
    required: tuple[int, ...] = (),
    time_limit: float | None = None,
) -> Stability:
    """Proved radii of stability of the best p sites, relative, at most 1 (all of an input).

    Each weight w_i (or each cost c_ij) may lie anywhere in its value times 1 - r .. 1 + r. A
    rival within the list of near-best sets has the r of closed form or bisection at which it
    draws level in the worst case; a set not listed costs at least B against the optimum v, so it
    cannot win while r <= (B - v)/(B + v). The least of these is returned (tolerance approach,
    Wendell 1985). Inputs as in `near_best_medians`, costs >= 0. Raises MethodError as it does.

    >>> round(median_stability([[1, 2], [1, 3]], [1, 1], 1, within=2).cost.share, 6)
    0.428571
    """
    distance, weight = median_input(non_negative("cost", cost, ndim=2), weights)
    near = near_best_medians(distance, weight, p, k, within, required, time_limit)
    best, value = near.sets[0], near.values[0]
    safe = 1.0
    if np.isfinite(near.bound):
        total = near.bound + value
        safe = max(0.0, (near.bound - value) / total) if total else 0.0
    rivals = near.sets[1:]
    demand = [_demand_radius(distance, weight, best, rival) for rival in rivals]
    costs = [_cost_radius(distance, weight, best, rival) for rival in rivals]
    return Stability(best, value, _least(rivals, demand, safe), _least(rivals, costs, safe))


def _least(rivals: tuple[Sites, ...], radii: list[float], safe: float) -> Radius:
    place = int(np.argmin(radii)) if radii else -1
    if place >= 0 and radii[place] <= safe and radii[place] < 1:
        return Radius(radii[place], rivals[place], True)
    return Radius(safe, None, safe == 1.0)


def _demand_radius(distance: Floats, weight: Floats, best: Sites, rival: Sites) -> float:
    more = distance[:, list(rival)].min(axis=1) - distance[:, list(best)].min(axis=1)
    swing = float(weight @ np.abs(more))
    return max(0.0, float(weight @ more)) / swing if swing else np.inf


def _cost_radius(distance: Floats, weight: Floats, best: Sites, rival: Sites) -> float:
    """The r at which the worst case lets the rival draw level, from below."""
    shared = set(best) & set(rival)
    theirs, ours, both = (
        distance[:, sorted(sites)].min(axis=1, initial=np.inf)
        for sites in (set(rival) - shared, set(best) - shared, shared)
    )

    def lead(r: float) -> float:
        low, high = theirs * (1 - r), ours * (1 + r)
        common = both * np.where(low <= high, 1 + r, 1 - r)
        return float(weight @ (np.minimum(low, common) - np.minimum(high, common)))

    if lead(1.0) >= 0:
        return np.inf
    below, above = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (below + above) / 2
        below, above = (middle, above) if lead(middle) >= 0 else (below, middle)
    return below
