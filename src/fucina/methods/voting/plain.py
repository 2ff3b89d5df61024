"""The loops of power in NumPy alone; sums run in the order of the compiled ones."""

import numpy as np

from fucina.methods.arrays import Floats, Integers


def pivot_chances(extra: Integers, distinct: Integers, quota: int, chance: float) -> Floats:
    """P(the others' votes fall within the last `distinct` votes below `quota`), by halving."""
    sums = np.zeros(quota)
    sums[0] = 1.0
    chances = np.zeros(distinct.size)
    sums = _add(sums, extra, quota - int(distinct.sum()), chance)
    _halve(sums, distinct, chance, chances)
    return chances


def _halve(sums: Floats, distinct: Integers, chance: float, chances: Floats) -> None:
    if distinct.size == 1:
        window = sums[max(0, sums.size - int(distinct[0])) :]
        chances[0] = np.cumsum(window)[-1] if window.size else 0.0
        return
    middle = distinct.size // 2
    for kept, joining in (
        (slice(middle), slice(middle, None)),
        (slice(middle, None), slice(middle)),
    ):
        needed = sums.size - int(distinct[kept].sum())
        after = _add(sums, distinct[joining], needed, chance)
        _halve(after, distinct[kept], chance, chances[kept])


def _add(sums: Floats, joining: Integers, needed: int, chance: float) -> Floats:
    needed -= int(joining.sum())
    for weight in joining.tolist():
        needed += weight
        low = max(0, needed)
        after = (1 - chance) * sums
        first = max(low, weight)
        if first < sums.size:
            after[first:] += chance * sums[first - weight : sums.size - weight]
        sums = after
    return sums
