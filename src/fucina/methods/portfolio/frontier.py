"""The efficient frontier: the most value for every budget."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.portfolio.enumeration import enumerate_portfolios
from fucina.methods.portfolio.problem import SLACK, problem
from fucina.methods.portfolio.rules import Rules
from fucina.methods.portfolio.selection import Selection

FREE = Rules()
MOST = 200_000


@dataclass(frozen=True)
class Frontier:
    """Efficient portfolios by rising cost: items of each, its cost (k,) and value (k,), both rising.

    Between two costs the most value is that of the lower one; nothing on it is estimated: the
    list is complete and each point is its own bound.

    >>> efficient_frontier([5, 4, 3], [3, 2, 2], 4).value.tolist()
    [0.0, 4.0, 5.0, 7.0]
    """

    items: tuple[tuple[int, ...], ...]
    cost: Floats
    value: Floats

    def at(self, budget: float) -> Selection:
        """The best portfolio for a budget up to the largest asked for.

        Raises MethodError for a budget below the cheapest portfolio.
        """
        place = int(np.searchsorted(self.cost, budget * (1 + SLACK), side="right")) - 1
        if place < 0:
            raise MethodError(
                f"budget: the cheapest portfolio costs {self.cost[0]:g}, got {budget}"
            )
        value = float(self.value[place])
        cost = self.cost[place : place + 1]
        return Selection(self.items[place], value, cost, value, 0.0, "optimal")


def efficient_frontier(
    value: ArrayLike, cost: ArrayLike, budget: float, rules: Rules = FREE, *, most: int = MOST
) -> Frontier:
    """Every portfolio within the budget than which none is worth more at no more cost.

    `value` (n,), `cost` (n,) >= 0 and `budget` in one unit. Exact, by the dominance method of
    Nemhauser and Ullmann (1969); of portfolios equal in both one is listed. Raises MethodError as
    `select`, and where more than `most` portfolios stay open at once.

    >>> points = efficient_frontier([5, 4, 3], [3, 2, 2], 4)
    >>> points.cost.tolist(), points.items
    ([0.0, 2.0, 3.0, 4.0], ((), (1,), (0,), (1, 2)))
    """
    worth = real("value", value, ndim=1)[:, None]
    found = problem(worth, real("cost", cost, ndim=1), real("budget", budget, ndim=0), rules)
    nothing_known = np.zeros((0, 1))
    ends = enumerate_portfolios(found, worth, found.extra, nothing_known, strict=False, most=most)
    order = np.argsort(ends.costs[:, 0], kind="stable")
    return Frontier(
        tuple(tuple(np.flatnonzero(row).tolist()) for row in ends.chosen[order]),
        ends.costs[order, 0],
        ends.values[order, 0],
    )
