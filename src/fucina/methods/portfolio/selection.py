"""A chosen portfolio carries its proof."""

from dataclasses import dataclass
from typing import Literal

from fucina.methods.arrays import Floats

type Status = Literal["optimal", "feasible", "time_limit"]


@dataclass(frozen=True)
class Selection:
    """Chosen items (ascending), their value and cost (r,), the proved bound, gap and status.

    gap = |bound - value| / |value|; `optimal` only where the search was exhausted, `feasible`
    where it stopped with a gap, `time_limit` where the clock stopped it.

    >>> import numpy as np
    >>> Selection((0,), 4.0, np.array([1.0]), 4.0, 0.0, "optimal").status
    'optimal'
    """

    items: tuple[int, ...]
    value: float
    cost: Floats
    bound: float
    gap: float
    status: Status


def relative_gap(value: float, bound: float) -> float:
    """|bound - value| / |value|, 0 where both are equal, infinite for another bound on 0.

    >>> relative_gap(10.0, 11.0)
    0.1
    """
    if value == bound:
        return 0.0
    return abs(bound - value) / abs(value) if value else float("inf")
