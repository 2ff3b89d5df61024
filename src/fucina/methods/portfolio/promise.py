"""What a partial portfolio can still become, at best."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Booleans, Floats
from fucina.methods.portfolio.partial import Partial
from fucina.methods.portfolio.problem import Problem


@dataclass(frozen=True)
class Promise:
    """Bounds from the items not yet decided: their best value at each corner within each budget,
    items divisible, rules forgotten (Dantzig 1957).

    >>> from fucina.methods.portfolio.problem import problem as checked
    >>> from fucina.methods.portfolio.rules import Rules
    >>> found = checked([[4.0], [3.0]], [2, 2], 3, Rules())
    >>> Promise(found, found.values, found.extra, {0}).best(Partial.empty(2, 1, 1)).tolist()
    [[3.0]]
    """

    problem: Problem
    worth: Floats
    extra: Floats
    decided: set[int]

    def _open(self) -> Booleans:
        synergies = self.problem.rules.synergies
        return np.array([not set(s.items) <= self.decided for s in synergies], dtype=np.bool_)

    def savings(self) -> Floats:
        """Costs (r,) that synergies still open may save."""
        return np.asarray(np.clip(self.problem.saving[self._open()], 0, None).sum(axis=0))

    def best(self, partial: Partial) -> Floats:
        """Upper bounds (N, t) of the value at each corner of anything that comes of a partial."""
        problem = self.problem
        left = [i for i in range(problem.costs.shape[0]) if i not in self.decided]
        brought = np.clip(self.extra[self._open()], 0, None).sum(axis=0)
        most = np.full(partial.values.shape, np.inf)
        room = problem.limits + self.savings() - partial.costs
        for corner in range(most.shape[1]):
            gain = np.clip(self.worth[left, corner], 0, None)
            for resource in range(room.shape[1]):
                cost = problem.costs[left, resource]
                more = _divisible(gain, cost, room[:, resource])
                most[:, corner] = np.minimum(most[:, corner], more)
        return np.asarray(partial.values + most + brought)


def _divisible(gain: Floats, cost: Floats, room: Floats) -> Floats:
    """Most gain (N,) within each room (N,) where items can be split."""
    free = cost == 0
    order = np.argsort(-gain[~free] / cost[~free], kind="stable")
    spent = np.append(0.0, np.cumsum(cost[~free][order]))
    earned = np.append(0.0, np.cumsum(gain[~free][order]))
    return np.asarray(gain[free].sum() + np.interp(room, spent, earned))
