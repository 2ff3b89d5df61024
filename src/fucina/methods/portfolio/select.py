"""The portfolio of most value, for one budget or for many."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import non_negative, real
from fucina.methods.errors import MethodError
from fucina.methods.portfolio.problem import problem
from fucina.methods.portfolio.program import solve
from fucina.methods.portfolio.rules import Rules
from fucina.methods.portfolio.selection import Selection, relative_gap

FREE = Rules()


def select(
    value: ArrayLike,
    cost: ArrayLike,
    budget: ArrayLike,
    rules: Rules = FREE,
    *,
    time_limit: float | None = None,
) -> Selection:
    """The items of most value within the budgets (capital budgeting, Weingartner 1963).

    `value` (n,), may be negative; `cost` (n,) or (n, r) >= 0; `budget` one or (r,), in the units
    of cost; `time_limit` in seconds. Cost and value include what synergies bring. A budget is kept
    to 1e-9 of it. Raises MethodError for other shapes, unknown items, and required items that
    cannot be chosen together.

    >>> best = select([5, 4, 3], [3, 2, 2], budget=4)
    >>> best.items, best.value, best.status
    ((1, 2), 7.0, 'optimal')
    >>> select([5, 4, 3], [3, 2, 2], 5, Rules(prerequisites=((1, 2),))).items
    (0, 2)
    """
    found = problem(real("value", value, ndim=1)[:, None], cost, budget, rules)
    return solve(found, found.values[:, 0], found.extra[:, 0], time_limit)


def budget_curve(
    value: ArrayLike,
    cost: ArrayLike,
    budgets: ArrayLike,
    rules: Rules = FREE,
    *,
    time_limit: float | None = None,
) -> tuple[Selection, ...]:
    """`select` for each budget (k,), or each row of budgets (k, r): value never falls as they grow.

    A selection that fits a larger budget is not forgotten there, nor a bound of a larger one at a
    smaller, so that answers cut off by the time limit (seconds, each) keep in order too.
    Raises as `select`.

    >>> [answer.value for answer in budget_curve([5, 4, 3], [3, 2, 2], [2, 3, 4, 7])]
    [4.0, 5.0, 7.0, 12.0]
    """
    limits = non_negative("budgets", budgets)
    limits = limits[:, None] if limits.ndim == 1 else limits
    if limits.ndim != 2:
        raise MethodError(f"budgets: expected (k,) or (k, r), got {limits.shape}")
    found = [select(value, cost, row, rules, time_limit=time_limit) for row in limits]
    within = (limits[:, None] <= limits[None]).all(axis=2)
    curve = []
    for i, own in enumerate(found):
        best = max((found[j] for j in np.flatnonzero(within[:, i])), key=lambda s: s.value)
        best = own if own.value >= best.value else best
        bound = max(best.value, min(found[j].bound for j in np.flatnonzero(within[i])))
        gap = relative_gap(best.value, bound)
        curve.append(Selection(best.items, best.value, best.cost, bound, gap, own.status))
    return tuple(curve)
