"""The corners of a set of weights."""

import numpy as np

from fucina.methods.arrays import Booleans, Floats
from fucina.methods.decision.statement import contradiction
from fucina.methods.decision.weight_set import WeightSet

TOUCH = 1e-12


def extreme_points(weights: WeightSet) -> Floats:
    """The corners (t, size) of a set of weights, in lexicographic order.

    Every statement cuts the simplex in turn; new corners arise on the edges it cuts (double
    description, Motzkin et al. 1953). Raises MethodError, naming the statements, where they
    contradict one another.

    >>> extreme_points(WeightSet(3, order=((0,), (1,), (2,)))).round(3).tolist()
    [[0.333, 0.333, 0.333], [0.5, 0.5, 0.0], [1.0, 0.0, 0.0]]
    """
    corners = np.eye(weights.size)
    tight = ~np.eye(weights.size, dtype=np.bool_)
    for statement in weights.statements:
        slack = statement.limit - corners @ statement.coefficients
        corners, tight = _cut(corners, tight, slack)
        if corners.shape[0] == 0:
            raise contradiction(weights.size, weights.statements, None)
    return corners[np.lexsort(corners.T[::-1].round(12))]


def _cut(corners: Floats, tight: Booleans, slack: Floats) -> tuple[Floats, Booleans]:
    """Corners with slack >= 0, and those where an edge leaves; which inequalities each touches."""
    inside, outside = slack > TOUCH, slack < -TOUCH
    on = ~inside & ~outside
    kept, kept_tight = corners[~outside], np.column_stack([tight, on])[~outside]
    new, new_tight = [], []
    for i in np.flatnonzero(inside):
        for j in np.flatnonzero(outside):
            common = tight[i] & tight[j]
            sharing = (tight | ~common).all(axis=1)
            if sharing.sum() > 2:  # a third corner on their common face: no edge
                continue
            share = slack[i] / (slack[i] - slack[j])
            new.append(corners[i] + share * (corners[j] - corners[i]))
            new_tight.append(np.append(common, True))
    if not new:
        return kept, kept_tight
    return np.vstack([kept, new]), np.vstack([kept_tight, new_tight])
