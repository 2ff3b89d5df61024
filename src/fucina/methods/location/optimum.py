"""An optimum carries its proof."""

from dataclasses import dataclass
from typing import Literal

from fucina.methods.arrays import Integers

type Status = Literal["optimal", "feasible", "time_limit"]


@dataclass(frozen=True)
class Optimum:
    """Selected sites (ascending), each client's site (n,), value, proved bound, gap, status.

    gap = |value - bound| / |value|; `optimal` only where the search was exhausted, `feasible`
    where it stopped with a gap, `time_limit` where the clock stopped it. In a covering a client
    out of reach has site -1.

    >>> import numpy as np
    >>> Optimum((0,), np.array([0]), 4.0, 4.0, 0.0, "optimal").status
    'optimal'
    """

    selected: tuple[int, ...]
    assignment: Integers
    value: float
    bound: float
    gap: float
    status: Status


def relative_gap(value: float, bound: float) -> float:
    """|value - bound| / |value|, 0 where both are equal.

    >>> relative_gap(10.0, 9.0)
    0.1
    """
    if value == bound:
        return 0.0
    return abs(value - bound) / abs(value) if value else float("inf")
