"""The loops of power in float64, compiled: how likely each player turns defeat into victory."""

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.compiled import kernel


@kernel
def pivot_chances(extra: Integers, distinct: Integers, quota: int, chance: float) -> Floats:
    """P(the others' votes fall within the last `distinct` votes below `quota`), by halving.

    Each other player votes yes with `chance`: one of every distinct weight, and the `extra` ones.
    """
    depths = 2 + int(np.ceil(np.log2(max(distinct.size, 2))))
    sums, spare = np.zeros((depths, quota)), np.zeros(quota)
    sums[0, 0] = 1.0
    reach = int(distinct.sum())
    _add(sums[0], spare, extra, 0, extra.size, quota - reach, chance)
    chances = np.zeros(distinct.size)
    tasks = np.zeros((2 * depths + 2, 5), np.int64)  # kept from, to; joining from, to; depth
    tasks[0, 1], waiting = distinct.size, 1
    while waiting > 0:
        waiting -= 1
        low, high, start, stop, depth = tasks[waiting]
        if depth > 0:
            sums[depth] = sums[depth - 1]
            needed = quota - int(distinct[low:high].sum())
            _add(sums[depth], spare, distinct, start, stop, needed, chance)
        if high - low == 1:
            for votes in range(max(0, quota - distinct[low]), quota):
                chances[low] += sums[depth, votes]
            continue
        middle = (low + high) // 2
        tasks[waiting, 0], tasks[waiting, 1] = middle, high
        tasks[waiting, 2], tasks[waiting, 3], tasks[waiting, 4] = low, middle, depth + 1
        waiting += 1
        tasks[waiting, 0], tasks[waiting, 1] = low, middle
        tasks[waiting, 2], tasks[waiting, 3], tasks[waiting, 4] = middle, high, depth + 1
        waiting += 1
    return chances


@kernel
def _add(
    sums: Floats,
    spare: Floats,
    joining: Integers,
    start: int,
    stop: int,
    needed: int,
    chance: float,
) -> None:
    """Each of joining[start:stop] votes yes with `chance`; sums that miss `needed` go stale."""
    quota = sums.size
    needed -= int(joining[start:stop].sum())
    for place in range(start, stop):
        weight = int(joining[place])
        needed += weight
        low = max(0, needed)
        spare[max(0, low - weight) :] = sums[max(0, low - weight) :]
        for votes in range(low, quota):
            sums[votes] = (1 - chance) * spare[votes]
        for votes in range(max(low, weight), quota):
            sums[votes] += chance * spare[votes - weight]
