"""What is known about the weights: an order, bounds, or nothing."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError

ROOM = 1e-9


@dataclass(frozen=True)
class WeightSet:
    """Weights >= 0 of `size` criteria that sum to one and obey the statements.

    `order`: groups of criteria from the most to the least important; every weight of a group is
    at least every weight of the groups after it, inside a group nothing is said, and criteria not
    mentioned are free. `lower`, `upper`: bounds on each weight, (size,).
    Raises MethodError for a criterion named twice or unknown, and for bounds outside 0..1.

    >>> WeightSet(3, order=((2,), (0, 1))).mentioned
    (2, 0, 1)
    """

    size: int
    order: tuple[tuple[int, ...], ...] | None = None
    lower: tuple[float, ...] | None = None
    upper: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        if self.size < 1:
            raise MethodError(f"size: must be at least 1, got {self.size}")
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


def weight_ranges(weights: WeightSet) -> tuple[Floats, Floats]:
    """Least and greatest value of each weight (size,) within the set, by linear programming.

    Raises MethodError where the statements contradict one another or leave no room to draw.

    >>> low, high = weight_ranges(WeightSet(2, order=((0,), (1,)), upper=(0.8, 1.0)))
    >>> low.round(9).tolist(), high.round(9).tolist()
    ([0.5, 0.2], [0.8, 0.5])
    """
    k = weights.size
    lower = np.zeros(k) if weights.lower is None else np.asarray(weights.lower, np.float64)
    upper = np.ones(k) if weights.upper is None else np.asarray(weights.upper, np.float64)
    groups = [group for group in weights.order or () if group]
    pairs = [
        (more, less) for before, after in pairwise(groups) for more in before for less in after
    ]
    # one more unknown: the slack left in every inequality, which must be able to be positive
    rows = np.zeros((len(pairs) + 2 * k, k + 1))
    limits = np.zeros(len(rows))
    for row, (more, less) in zip(rows, pairs, strict=False):
        row[less], row[more] = 1, -1
    each = np.arange(k)
    rows[len(pairs) + each, each], limits[len(pairs) : len(pairs) + k] = -1, -lower
    rows[len(pairs) + k + each, each], limits[len(pairs) + k :] = 1, upper
    rows[:, k] = 1
    if k == 1:
        rows[:, k] = 0  # a single weight is 1, there is no room to want
    total = np.append(np.ones(k), 0.0)[None]

    def extreme(goal: Floats, slack: tuple[float, float]) -> float | None:
        bounds = [(0.0, 1.0)] * k + [slack]
        found = linprog(goal, rows, limits, total, [1.0], bounds=bounds)
        return None if found.fun is None else float(found.fun)

    slack = extreme(-np.eye(k + 1)[k], (0.0, 1.0))
    if slack is None:
        raise MethodError("weights: the statements contradict one another, no weights obey them")
    if k > 1 and -slack < ROOM:
        raise MethodError("weights: the statements leave no room, state the weights instead")
    ends = [(extreme(e, (0.0, 0.0)), extreme(-e, (0.0, 0.0))) for e in np.eye(k, k + 1)]
    low = np.array([0.0 if least is None else least for least, _ in ends])
    high = np.array([1.0 if most is None else -most for _, most in ends])
    return low, high
