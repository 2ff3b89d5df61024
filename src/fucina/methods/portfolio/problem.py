"""Items, budgets and rules, checked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, non_negative, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.portfolio.rules import Amounts, Rules

SLACK = 1e-9
"""Share of a budget by which rounding may exceed it."""


@dataclass(frozen=True)
class Problem:
    """Values (n, c) and costs (n, r) of n items, budgets (r,), rules, and what the k synergies bring:
    values (k, c) and savings (k, r).

    >>> problem([[3.0], [2.0]], [1, 1], 1, Rules()).limits.tolist()
    [1.0]
    """

    values: Floats
    costs: Floats
    limits: Floats
    rules: Rules
    extra: Floats
    saving: Floats

    def together(self, chosen: Booleans) -> Booleans:
        """Which synergies (k,) the chosen items (n,) bring."""
        groups = [list(synergy.items) for synergy in self.rules.synergies]
        return np.array([chosen[group].all() for group in groups], dtype=np.bool_)

    def value(self, chosen: Booleans) -> Floats:
        """Value (c,) of the chosen items (n,), synergies included."""
        return np.asarray(
            self.values[chosen].sum(axis=0) + self.extra[self.together(chosen)].sum(axis=0)
        )

    def cost(self, chosen: Booleans) -> Floats:
        """Cost (r,) of the chosen items (n,), savings taken off."""
        saved = self.saving[self.together(chosen)].sum(axis=0)
        return np.asarray(self.costs[chosen].sum(axis=0) - saved)

    def affordable(self, cost: Floats) -> Booleans:
        """Whether costs (..., r) keep every budget, to 1e-9 of it."""
        return np.asarray((cost <= self.limits * (1 + SLACK)).all(axis=-1))


def problem(
    values: Floats | ArrayLike, cost: ArrayLike, budget: ArrayLike, rules: Rules
) -> Problem:
    """Checks values (n, c), costs (n,) or (n, r) >= 0 and budgets, one or (r,), >= 0.

    Raises MethodError for shapes that differ, rules on unknown items, and required items that
    exclude one another or cost more than a budget.

    >>> problem([[1.0]], [[1.0, 2.0]], [5, 5], Rules()).costs.shape
    (1, 2)
    """
    worth = real("values", values, ndim=2)
    price = non_negative("cost", cost)
    price = price[:, None] if price.ndim == 1 else price
    limits = np.atleast_1d(non_negative("budget", budget))
    if price.ndim != 2 or limits.ndim != 1:
        raise MethodError(f"cost: expected (n,) or (n, r) and r budgets, got {price.shape}")
    same_length("values and costs", worth.shape[0], price.shape[0])
    same_length("budgets and columns of cost", limits.size, price.shape[1])
    rules.check(worth.shape[0])
    extra = [_amounts("value", synergy.value, worth.shape[1]) for synergy in rules.synergies]
    saving = [_amounts("saving", synergy.saving, limits.size) for synergy in rules.synergies]
    found = Problem(
        worth,
        price,
        limits,
        rules,
        np.array(extra).reshape(len(extra), worth.shape[1]),
        np.array(saving).reshape(len(saving), limits.size),
    )
    _check_required(found)
    return found


def _amounts(name: str, amounts: Amounts, size: int) -> Floats:
    found = np.atleast_1d(real(f"synergies: {name}", amounts))
    if size > 1 and found.size == 1 and found[0] == 0:
        return np.zeros(size)
    same_length(f"synergies: amounts of {name} and columns", found.size, size)
    return found


def _check_required(found: Problem) -> None:
    needed = found.rules.implied(found.rules.required)
    for one, other in found.rules.excluding_pairs:
        if one in needed and other in needed:
            raise MethodError(
                f"required: items {one} and {other} are needed but exclude each other"
            )
    spared = np.clip(found.saving, 0, None).sum(axis=0)
    cost = found.costs[list(needed)].sum(axis=0) - spared
    over = np.flatnonzero(cost > found.limits * (1 + SLACK))
    if over.size:
        raise MethodError(
            f"required: items {needed} cost {cost[over[0]]:g} of resource {over[0]}, "
            f"its budget is {found.limits[over[0]]:g}"
        )
