"""Robust portfolio modelling: what to choose when the weights are only partly known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, real, same_length
from fucina.methods.decision import WeightSet, extreme_points
from fucina.methods.portfolio.dominance import undominated
from fucina.methods.portfolio.enumeration import enumerate_portfolios
from fucina.methods.portfolio.problem import Problem, problem
from fucina.methods.portfolio.program import solve
from fucina.methods.portfolio.rules import Rules
from fucina.methods.portfolio.selection import Selection

FREE = Rules()
MOST = 100_000
CERTAIN = 1.0


@dataclass(frozen=True)
class RobustPortfolios:
    """All k portfolios that no other dominates over the whole weight set.

    `portfolios` (k, n); `corners` (t, c) of the weight set; `values` (k, t) at each corner; `costs`
    (k, r); `core_index` (n,): share of the portfolios that hold an item. `maximin`: the portfolio
    of greatest least value; `minimax_regret`: the one whose value falls least below what the best
    would have had, its value being that regret. Both are exact, the list being complete.

    >>> robust_portfolios([[3, 1], [1, 3], [0, 0]], [1, 1, 1], 1, WeightSet(2)).core_index.tolist()
    [0.5, 0.5, 0.0]
    """

    portfolios: Booleans
    corners: Floats
    values: Floats
    costs: Floats
    core_index: Floats
    maximin: Selection
    minimax_regret: Selection

    @property
    def core(self) -> tuple[int, ...]:
        """Items in every one of the portfolios: choose them whatever the weights."""
        return tuple(np.flatnonzero(self.core_index == CERTAIN).tolist())

    @property
    def borderline(self) -> tuple[int, ...]:
        """Items in some: what more must be learnt about."""
        inside = (self.core_index > 0) & (self.core_index < CERTAIN)
        return tuple(np.flatnonzero(inside).tolist())

    @property
    def exterior(self) -> tuple[int, ...]:
        """Items in none: drop them whatever the weights."""
        return tuple(np.flatnonzero(self.core_index == 0).tolist())


def robust_portfolios(
    values: ArrayLike,
    cost: ArrayLike,
    budget: ArrayLike,
    weights: WeightSet,
    rules: Rules = FREE,
    *,
    most: int = MOST,
) -> RobustPortfolios:
    """Undominated portfolios, core index and robust choices (Liesiö, Mild and Salo 2007).

    `values` (n, c) of n items on c criteria, `cost` (n,) or (n, r) >= 0, `budget` one or (r,). A
    portfolio's value is the sum of its items' values, weighted; it dominates another if it is
    worth no less for every weight of the set and more for some, which the set's corners decide.
    Portfolios equal at every corner all count. Raises MethodError as `select`, for contradictory
    weights, and where more than `most` portfolios stay open at once.

    >>> found = robust_portfolios([[3, 3], [3, 1], [1, 3], [0, 1]], [1, 1, 1, 1], 2, WeightSet(2))
    >>> found.core, found.borderline, found.exterior
    ((0,), (1, 2), (3,))
    """
    scores = real("values", values, ndim=2)
    same_length("weights and columns of values", weights.size, scores.shape[1])
    checked = problem(scores, cost, budget, rules)
    corners = extreme_points(weights)
    worth, extra = scores @ corners.T, checked.extra @ corners.T
    known = _known(checked, corners)
    ends = enumerate_portfolios(checked, worth, extra, known, strict=True, most=most)
    free = np.zeros((ends.values.shape[0], 0))
    alone = np.zeros(ends.values.shape[0], np.int64)
    ends = ends.keep(undominated(ends.values, free, alone, strict=True))
    ends = ends.keep(np.lexsort(ends.chosen.T[::-1])[::-1])
    least = ends.values.min(axis=1)
    regret = (ends.values.max(axis=0) - ends.values).max(axis=1)
    return RobustPortfolios(
        ends.chosen,
        corners,
        ends.values,
        ends.costs,
        ends.chosen.mean(axis=0),
        _chosen(ends.chosen, ends.costs, least, int(least.argmax())),
        _chosen(ends.chosen, ends.costs, regret, int(regret.argmin())),
    )


def _known(checked: Problem, corners: Floats) -> Floats:
    """Values at the corners of the best portfolios at, between and amid the corners: to prune by."""
    t = corners.shape[0]
    between = [(corners[i] + corners[j]) / 2 for i in range(t) for j in range(i)]
    weights = np.vstack([corners, corners.mean(axis=0), *between[:t]])
    found = []
    for weight in weights:
        best = solve(checked, checked.values @ weight, checked.extra @ weight, None)
        chosen = np.zeros(checked.costs.shape[0], np.bool_)
        chosen[list(best.items)] = True
        found.append(checked.value(chosen) @ corners.T)
    return np.unique(np.array(found), axis=0)


def _chosen(portfolios: Booleans, costs: Floats, values: Floats, place: int) -> Selection:
    items = tuple(np.flatnonzero(portfolios[place]).tolist())
    value = float(values[place])
    return Selection(items, value, costs[place], value, 0.0, "optimal")
