"""The loop that strikes out dominated portfolios, compiled by Numba; `plain` keeps its twin."""

from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.compiled import kernel


@kernel
def undominated(
    values: Floats, costs: Floats, group: Integers, near: Floats, strict: bool, keep: Booleans
) -> None:
    """keep[i]: nothing kept before i in its group is worth at least as much at no more cost.

    values (n, t) and costs (n, r) sorted so that what can dominate comes first, groups together.
    `near` (2,): how close two values, two costs are equal. `strict`: only what is worth more
    somewhere strikes out.
    """
    n, t = values.shape
    r = costs.shape[1]
    kept_at = group.copy()
    number = 0
    for i in range(n):
        if i > 0 and group[i] != group[i - 1]:
            number = 0
        out = False
        for place in range(number):
            j = kept_at[place]
            better = not strict
            covers = True
            for k in range(t):
                lead = values[j, k] - values[i, k]
                if lead < -near[0]:
                    covers = False
                    break
                if lead > near[0]:
                    better = True
            if not covers or not better:
                continue
            for k in range(r):
                if costs[j, k] > costs[i, k] + near[1]:
                    covers = False
                    break
            if covers:
                out = True
                break
        keep[i] = not out
        if not out:
            kept_at[number] = i
            number += 1
