"""Forward and backward pass over all draws at once; arrays are (k, n), an activity a row."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.network.gate import Gate


@dataclass(frozen=True)
class Tie:
    """A link by index: from an end of activity `before` to an end of `after`, `lag` apart.

    >>> Tie(0, 1, True, False, 0.0).after
    1
    """

    before: int
    after: int
    from_finish: bool
    to_finish: bool
    lag: float


type Gates = dict[int, Gate]


def forward(order: Sequence[int], ties: Sequence[Tie], gates: Gates, length: Floats) -> Floats:
    """Earliest start of each activity: no link broken, no gate passed while closed, none before 0.

    >>> forward((0, 1), [Tie(0, 1, True, False, 1.0)], {}, np.array([[2.0], [3.0]])).tolist()
    [[0.0], [3.0]]
    """
    start = np.zeros(length.shape)
    entering = _grouped([tie.after for tie in ties], ties)
    for activity in order:
        own = start[activity]
        for tie in entering.get(activity, ()):
            bound = start[tie.before] + tie.lag
            if tie.from_finish:
                bound = bound + length[tie.before]
            if tie.to_finish:
                bound = bound - length[activity]
            np.maximum(own, bound, out=own)
        if activity in gates:
            own[:] = gates[activity].next_date(own)
    return start


def backward(
    order: Sequence[int], ties: Sequence[Tie], gates: Gates, length: Floats, end: Floats
) -> Floats:
    """Latest start of each activity that leaves the end (n,) where it is.

    >>> order, ties = (0, 1), [Tie(0, 1, True, False, 1.0)]
    >>> backward(order, ties, {}, np.array([[2.0], [3.0]]), np.array([9.0])).tolist()
    [[3.0], [6.0]]
    """
    latest = end - length
    leaving = _grouped([tie.before for tie in ties], ties)
    for activity in reversed(order):
        own = latest[activity]
        for tie in leaving.get(activity, ()):
            bound = latest[tie.after] - tie.lag
            if tie.to_finish:
                bound = bound + length[tie.after]
            if tie.from_finish:
                bound = bound - length[activity]
            np.minimum(own, bound, out=own)
        if activity in gates:
            own[:] = gates[activity].last_date(own)
    return latest


def free_float(ties: Sequence[Tie], start: Floats, length: Floats, end: Floats) -> Floats:
    """How long each activity may slip before another, or the end, moves.

    >>> free_float([], np.array([[0.0]]), np.array([[2.0]]), np.array([5.0])).tolist()
    [[3.0]]
    """
    finish = start + length
    slack = end - finish
    for tie in ties:
        held = finish if tie.to_finish else start
        holding = finish if tie.from_finish else start
        np.minimum(
            slack[tie.before],
            held[tie.after] - tie.lag - holding[tie.before],
            out=slack[tie.before],
        )
    return np.maximum(slack, 0)


def _grouped(keys: Sequence[int], ties: Sequence[Tie]) -> dict[int, list[Tie]]:
    groups: dict[int, list[Tie]] = {}
    for key, tie in zip(keys, ties, strict=True):
        groups.setdefault(key, []).append(tie)
    return groups
