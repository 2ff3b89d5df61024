"""The loop of `kernels` in NumPy alone: same name, same arrays, same answer."""

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers


def undominated(
    values: Floats, costs: Floats, group: Integers, near: Floats, strict: bool, keep: Booleans
) -> None:
    """keep[i]: nothing kept before i in its group is worth at least as much at no more cost.

    values (n, t) and costs (n, r) sorted so that what can dominate comes first, groups together.
    `near` (2,): how close two values, two costs are equal. `strict`: only what is worth more
    somewhere strikes out.
    """
    keep[:] = False
    start = 0
    for i in range(values.shape[0]):
        if i > 0 and group[i] != group[i - 1]:
            start = i
        before = start + np.flatnonzero(keep[start:i])
        lead = values[before] - values[i]
        covers = (lead >= -near[0]).all(axis=1) & (costs[before] <= costs[i] + near[1]).all(axis=1)
        if strict:
            covers &= (lead > near[0]).any(axis=1)
        keep[i] = not covers.any()
