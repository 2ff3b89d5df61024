"""Critical path method over draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, non_negative, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.network.network import Network
from fucina.methods.network.order import topological_order
from fucina.methods.network.passes import Gates, Tie, backward, forward, free_float

FLOAT_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Schedule:
    """Early start and finish, total and free float (n, k), end (n,), criticality (k,).

    Times are in the durations' unit. `criticality` is the share of draws in which the activity
    has no total float, `criticality_se` its standard error.

    >>> schedule([[], [0]], [[2.0, 3.0]]).end.tolist()
    [5.0]
    """

    start: Floats
    finish: Floats
    end: Floats
    criticality: Floats
    criticality_se: Floats
    total_float: Floats
    free_float: Floats

    @property
    def critical(self) -> Booleans:
        """Whether the activity has no total float (n, k)."""
        least = FLOAT_TOLERANCE * np.maximum(self.end, 1)
        return np.asarray(self.total_float <= least[:, None])


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
    differ. `schedule_network` knows other links, and gates.

    >>> plan = schedule([[], [], [0, 1]], [[2, 3, 1], [4, 3, 1]])
    >>> plan.criticality.tolist()
    [0.5, 0.5, 1.0]
    """
    times = non_negative("durations", durations, ndim=2)
    same_length("predecessors and columns of durations", len(predecessors), times.shape[1])
    waits = _lags(predecessors, lags)
    ties = [
        Tie(before, after, True, False, wait)
        for after, sources in enumerate(predecessors)
        for before, wait in zip(sources, waits[after], strict=True)
    ]
    return _schedule(topological_order(predecessors), ties, {}, times)


def schedule_network(network: Network, durations: ArrayLike) -> Schedule:
    """Earliest schedule of a network with links of all four kinds, lags and gates.

    `durations` (n, k) in the order of the network's activities, which are not interrupted; links
    after Fondahl 1961, passes after Kelley and Walker 1959. A gate delays what it stands before
    to the next date on which it is open; the wait is float of those before it. Whether it lets
    pass is the matter of `joint_risk`. Raises MethodError for a negative duration or another
    number of activities.

    >>> from fucina.methods.network.link import Link, LinkKind
    >>> network = Network(("dig", "lay"), (Link("dig", "lay", LinkKind.SS, lag=1.0),))
    >>> schedule_network(network, [[4.0, 5.0]]).end.tolist()
    [6.0]
    """
    times = non_negative("durations", durations, ndim=2)
    same_length("activities and columns of durations", len(network.activities), times.shape[1])
    place = network.place
    ties = [
        Tie(place[k.before], place[k.after], k.kind.from_finish, k.kind.to_finish, k.lag)
        for k in network.links
    ]
    gates = {place[gate.activity]: gate for gate in network.gates}
    return _schedule(network.order, ties, gates, times)


def _schedule(order: Sequence[int], ties: Sequence[Tie], gates: Gates, times: Floats) -> Schedule:
    length = np.ascontiguousarray(times.T)
    start = forward(order, ties, gates, length)
    finish = start + length
    end = finish.max(axis=0)
    total = np.maximum(backward(order, ties, gates, length, end) - start, 0)
    free = free_float(ties, start, length, end)
    share = (total <= FLOAT_TOLERANCE * np.maximum(end, 1)).mean(axis=1)
    se = np.sqrt(share * (1 - share) / end.size)
    return Schedule(start.T, finish.T, end, share, se, total.T, free.T)


def _lags(
    predecessors: Sequence[Sequence[int]], lags: Sequence[Sequence[float]] | None
) -> list[list[float]]:
    if lags is None:
        return [[0.0] * len(before) for before in predecessors]
    if [len(wait) for wait in lags] != [len(before) for before in predecessors]:
        raise MethodError("lags: must have the shape of predecessors")
    return [real("lags", wait, ndim=1).tolist() if len(wait) else [] for wait in lags]
