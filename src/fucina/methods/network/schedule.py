"""Critical path method over draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.network.order import topological_order

FLOAT_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Schedule:
    """Early start and finish (n, k) and end (n,) in the durations' unit; criticality (k,).

    `criticality` is the share of draws in which the activity has no float, `criticality_se` its
    standard error.

    >>> schedule([[], [0]], [[2.0, 3.0]]).end.tolist()
    [5.0]
    """

    start: Floats
    finish: Floats
    end: Floats
    criticality: Floats
    criticality_se: Floats


def schedule(
    predecessors: Sequence[Sequence[int]],
    durations: ArrayLike,
    lags: Sequence[Sequence[float]] | None = None,
) -> Schedule:
    """Earliest schedule of k activities for n draws of their durations (n, k), all at once.

    Start = latest predecessor's finish plus lag, or 0; the backward pass gives the float
    (Kelley and Walker 1959); criticality index after Van Slyke 1963. `lags` has the shape of
    `predecessors`; a negative lag is a lead, but nothing starts before 0. Float below 1e-9 of the
    draw's end counts as none. Raises MethodError for a cycle, a negative duration, shapes that
    differ.

    >>> plan = schedule([[], [], [0, 1]], [[2, 3, 1], [4, 3, 1]])
    >>> plan.criticality.tolist()
    [0.5, 0.5, 1.0]
    """
    times = non_negative("durations", durations, ndim=2)
    n, k = times.shape
    same_length("predecessors and columns of durations", len(predecessors), k)
    waits = _lags(predecessors, lags)
    order = topological_order(predecessors)
    start = np.zeros((k, n))
    length = np.ascontiguousarray(times.T)
    for activity in order:
        for before, wait in zip(predecessors[activity], waits[activity], strict=True):
            np.maximum(start[activity], start[before] + length[before] + wait, out=start[activity])
    finish = start + length
    end = finish.max(axis=0)
    latest = np.tile(end, (k, 1))
    for activity in reversed(order):
        for before, wait in zip(predecessors[activity], waits[activity], strict=True):
            bound = latest[activity] - length[activity] - wait
            np.minimum(latest[before], bound, out=latest[before])
    critical = latest - finish <= FLOAT_TOLERANCE * np.maximum(end, 1)
    share = critical.mean(axis=1)
    se = np.sqrt(share * (1 - share) / n)
    return Schedule(start.T, finish.T, end, share, se)


def _lags(
    predecessors: Sequence[Sequence[int]], lags: Sequence[Sequence[float]] | None
) -> list[list[float]]:
    if lags is None:
        return [[0.0] * len(before) for before in predecessors]
    if [len(wait) for wait in lags] != [len(before) for before in predecessors]:
        raise MethodError("lags: must have the shape of predecessors")
    return [real("lags", wait, ndim=1).tolist() if len(wait) else [] for wait in lags]
