"""Shapley's value of groups of changes, draw by draw: it shares the whole among them exactly."""

import math
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

import numpy as np

from fucina.study.sampling import Floats


def subsets[T: Hashable](groups: Sequence[T]) -> list[frozenset[T]]:
    """All sets of groups, the smaller before the larger.

    >>> [sorted(s) for s in subsets("ab")]
    [[], ['a'], ['b'], ['a', 'b']]
    """
    return [frozenset(s) for size in range(len(groups) + 1) for s in combinations(groups, size)]


def shapley[T: Hashable](
    groups: Sequence[T], value: Callable[[frozenset[T]], Floats]
) -> dict[T, Floats]:
    """What each group adds on average over all orders of applying them, draw by draw (n,).

    Their sum is ``value(all) - value(none)`` in every draw.

    >>> def area(sides): return np.array([(3.0 if "a" in sides else 1.0) * (2.0 if "b" in sides else 1.0)])
    >>> {g: v.item() for g, v in shapley("ab", area).items()}
    {'a': 3.0, 'b': 2.0}
    """
    count = len(groups)
    found = {}
    for group in groups:
        others = [g for g in groups if g != group]
        total = np.zeros_like(value(frozenset()))
        for without in subsets(others):
            size = len(without)
            weight = math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count)
            total = total + weight * (value(without | {group}) - value(without))
        found[group] = np.asarray(total)
    return found
