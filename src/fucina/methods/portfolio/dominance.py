"""Striking out what is dominated."""

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Booleans, Floats, Integers

NEAR = 1e-12


def undominated(values: Floats, costs: Floats, group: Integers, *, strict: bool) -> Booleans:
    """Which rows (n,) no other row of their group dominates: worth (n, t) at least as much at cost
    (n, r) no higher.

    With `strict` only what is worth more somewhere dominates, and equals stay; without, one of
    equals stays, the first. Equal is what differs by 1e-12 of the largest figure.

    >>> undominated(np.array([[2.0], [2.0], [1.0]]), np.zeros((3, 1)), np.zeros(3, int),
    ...             strict=True).tolist()
    [True, True, False]
    """
    near = np.array([NEAR * np.abs(values).max(initial=0), NEAR * np.abs(costs).max(initial=0)])
    sums = np.round(values.sum(axis=1) / (near[0] or 1.0))
    order = np.lexsort((costs.sum(axis=1), -sums, group))
    keep = np.empty(order.size, dtype=np.bool_)
    sorted_by = values[order], costs[order], group[order].astype(np.int64)
    if compiled.available():
        from fucina.methods.portfolio import kernels

        kernels.undominated(*sorted_by, near, strict, keep)
    else:
        from fucina.methods.portfolio import plain

        plain.undominated(*sorted_by, near, strict, keep)
    found = np.empty(order.size, dtype=np.bool_)
    found[order] = keep
    return found
