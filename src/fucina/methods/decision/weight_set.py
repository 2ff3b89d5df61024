"""What is known about the weights: an order, bounds, or nothing."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog

from fucina.methods.arrays import Floats, real
from fucina.methods.decision.statement import ROOM, Statement, contradiction, room
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class WeightSet:
    """Weights >= 0 of `size` criteria that sum to one and obey the statements.

    `order`: groups of criteria from the most to the least important; every weight of a group is
    at least every weight of the groups after it, inside a group nothing is said, and criteria not
    mentioned are free. `lower`, `upper`: bounds on each weight, (size,). `names`: what the
    criteria are called in an error, their numbers unless said.
    Raises MethodError for a criterion named twice or unknown, and for bounds outside 0..1.

    >>> WeightSet(3, order=((2,), (0, 1))).mentioned
    (2, 0, 1)
    """

    size: int
    order: tuple[tuple[int, ...], ...] | None = None
    lower: tuple[float, ...] | None = None
    upper: tuple[float, ...] | None = None
    names: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.size < 1:
            raise MethodError(f"size: must be at least 1, got {self.size}")
        if self.names is not None and len(self.names) != self.size:
            raise MethodError(f"names: expected {self.size}, got {len(self.names)}")
        named = self.mentioned
        if len(set(named)) < len(named):
            raise MethodError(f"order: a criterion is named twice in {self.order}")
        if not set(named) <= set(range(self.size)):
            raise MethodError(f"order: names a criterion outside 0 .. {self.size - 1}")
        for name, bound in (("lower", self.lower), ("upper", self.upper)):
            if bound is not None:
                values = real(name, bound, ndim=1)
                if values.size != self.size or values.min() < 0 or values.max() > 1:
                    raise MethodError(f"{name}: expected {self.size} values in 0..1, got {bound}")

    @property
    def mentioned(self) -> tuple[int, ...]:
        """Criteria in the order's groups, from the most important."""
        return tuple(criterion for group in self.order or () for criterion in group)

    @property
    def bounded(self) -> bool:
        """Whether any bound is stated."""
        return self.lower is not None or self.upper is not None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The inequalities said of the weights, each with its words."""
        unit = np.eye(self.size)
        names = self.names or tuple(f"criterion {i}" for i in range(self.size))
        groups = [group for group in self.order or () if group]
        said = [
            Statement(unit[less] - unit[more], 0.0, f"{names[more]} >= {names[less]}")
            for before, after in pairwise(groups)
            for more in before
            for less in after
        ]
        for i, least in enumerate(self.lower or ()):
            if least > 0:
                said.append(Statement(-unit[i], -least, f"{names[i]} >= {least:g}"))
        for i, most in enumerate(self.upper or ()):
            if most < 1:
                said.append(Statement(unit[i], most, f"{names[i]} <= {most:g}"))
        return tuple(said)


def weight_ranges(weights: WeightSet) -> tuple[Floats, Floats]:
    """Least and greatest value of each weight (size,) within the set, by linear programming.

    Raises MethodError, naming the statements, where they contradict one another or leave no room
    to draw.

    >>> low, high = weight_ranges(WeightSet(2, order=((0,), (1,)), upper=(0.8, 1.0)))
    >>> low.round(9).tolist(), high.round(9).tolist()
    ([0.5, 0.2], [0.8, 0.5])
    """
    k, said = weights.size, weights.statements
    slack = room(k, said)
    if slack is None:
        raise contradiction(k, said, None)
    if k > 1 and slack < ROOM:
        raise contradiction(k, said, ROOM)
    if not said:
        return (np.zeros(k), np.ones(k)) if k > 1 else (np.ones(1), np.ones(1))
    rows = np.array([statement.coefficients for statement in said])
    limits = np.array([statement.limit for statement in said])

    def extreme(goal: Floats, otherwise: float) -> float:
        found = linprog(goal, rows, limits, np.ones((1, k)), [1.0], bounds=(0.0, 1.0))
        return otherwise if found.fun is None else float(found.fun)

    low = np.array([extreme(goal, 0.0) for goal in np.eye(k)])
    high = np.array([-extreme(-goal, -1.0) for goal in np.eye(k)])
    return low, high
