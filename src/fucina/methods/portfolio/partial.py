"""Partial portfolios: what the first items decided, what rules still hang open."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.portfolio.problem import Problem


@dataclass(frozen=True)
class Partial:
    """N partial portfolios: choices (N, n), values at each corner (N, t) and costs (N, r).

    >>> Partial.empty(3, 2, 1).chosen.tolist()
    [[False, False, False]]
    """

    chosen: Booleans
    values: Floats
    costs: Floats

    @classmethod
    def empty(cls, items: int, corners: int, resources: int) -> "Partial":
        return cls(np.zeros((1, items), np.bool_), np.zeros((1, corners)), np.zeros((1, resources)))

    def keep(self, which: Booleans | Integers) -> "Partial":
        return Partial(self.chosen[which], self.values[which], self.costs[which])

    def join(self, other: "Partial") -> "Partial":
        return Partial(
            np.vstack([self.chosen, other.chosen]),
            np.vstack([self.values, other.values]),
            np.vstack([self.costs, other.costs]),
        )


def order_of(problem: Problem) -> list[int]:
    """The items, those bound by a rule next to each other, so that few rules hang open at a time.

    >>> from fucina.methods.portfolio.problem import problem as checked
    >>> from fucina.methods.portfolio.rules import Rules
    >>> order_of(checked([[1.0]] * 3, [1, 1, 1], 2, Rules(exclusions=((0, 2),))))
    [0, 2, 1]
    """
    bound: dict[int, set[int]] = {item: set() for item in range(problem.costs.shape[0])}
    for group in ties(problem):
        for item in group:
            bound[item] |= set(group)
    order: list[int] = []
    for first in bound:
        waiting = [first]
        while waiting:
            item = waiting.pop(0)
            if item not in order:
                order.append(item)
                waiting += sorted(bound[item] - set(order))
    return order


def ties(problem: Problem) -> list[tuple[int, ...]]:
    """The groups of items that a rule binds."""
    rules = problem.rules
    synergies = tuple(synergy.items for synergy in rules.synergies)
    return [*rules.exclusions, *rules.prerequisites, *synergies]


def decide(problem: Problem, worth: Floats, past: Partial, item: int) -> Partial:
    """Every partial portfolio without and with the item, of `worth` (n, t); rules settled later."""
    taken = past.chosen.copy()
    taken[:, item] = True
    chosen = Partial(taken, past.values + worth[item], past.costs + problem.costs[item])
    return chosen if item in problem.rules.required else past.join(chosen)


def settle(
    problem: Problem, extra: Floats, partial: Partial, item: int, decided: set[int]
) -> Partial:
    """Drops what breaks a rule all of whose items are now decided, and adds the synergies brought."""
    rules, chosen = problem.rules, partial.chosen
    lawful = np.ones(chosen.shape[0], np.bool_)
    for one, other in rules.excluding_pairs:
        if item in (one, other) and {one, other} <= decided:
            lawful &= ~(chosen[:, one] & chosen[:, other])
    for one, need in rules.prerequisites:
        if item in (one, need) and {one, need} <= decided:
            lawful &= ~chosen[:, one] | chosen[:, need]
    values, costs = partial.values.copy(), partial.costs.copy()
    for j, synergy in enumerate(rules.synergies):
        if item in synergy.items and set(synergy.items) <= decided:
            brought = chosen[:, list(synergy.items)].all(axis=1)
            values[brought] += extra[j]
            costs[brought] -= problem.saving[j]
    return Partial(chosen, values, costs).keep(lawful)


def groups(problem: Problem, partial: Partial, decided: set[int]) -> Integers:
    """A number for each partial portfolio: equal where the choices that open rules hang on are."""
    hanging = sorted(
        {
            item
            for tie in ties(problem)
            if not set(tie) <= decided
            for item in tie
            if item in decided
        }
    )
    if not hanging:
        return np.zeros(partial.chosen.shape[0], np.int64)
    _, number = np.unique(partial.chosen[:, hanging], axis=0, return_inverse=True)
    return np.asarray(number.reshape(-1), dtype=np.int64)
