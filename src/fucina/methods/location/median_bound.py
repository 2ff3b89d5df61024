"""The Lagrangian bound of the p-median, and the good sets its prices point to."""

from dataclasses import dataclass
from time import monotonic

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.location.median_problem import ROUNDING, MedianProblem

FREE, OPEN, CLOSED = 0, 1, 2
PATIENCE, INERTIA = 20, 0.9
BLOCK = 500
_NOTHING = np.zeros(0), np.zeros(0, np.bool_), np.zeros(0)


@dataclass(frozen=True)
class MedianBound:
    """A lower bound, the prices (clients,) that give it, the sites it opens and their reduced
    costs (sites,), and how often each was open in the last sweeps, 0..1.

    >>> problem = MedianProblem.of(np.array([[0.0, 9.0], [9.0, 0.0]]))
    >>> state = np.zeros(2, np.int64)
    >>> bound_median(problem, state, 2, np.array([1.0, 1.0]), 0.0, 0.0, 10, None).value
    0.0
    """

    value: float
    prices: Floats
    reduced: Floats
    opened: Booleans
    often: Floats

    def fix(self, state: Integers, limit: float) -> Integers:
        """The state with every site fixed that a set of value up to `limit` leaves no choice."""
        free = state == FREE
        into, out = free & ~self.opened, free & self.opened
        fixed = state.copy()
        if into.any() and out.any():
            fixed[into & (self.value + self.reduced - self.reduced[out].max() > limit)] = CLOSED
            fixed[out & (self.value - self.reduced + self.reduced[into].min() > limit)] = OPEN
        return fixed


def bound_median(
    problem: MedianProblem,
    state: Integers,
    need: int,
    prices: Floats,
    target: float,
    limit: float,
    sweeps: int,
    deadline: float | None,
) -> MedianBound:
    """Raise the bound by at most `sweeps` subgradient steps from `prices`, until it passes `limit`
    or settles.

    The assignment constraints are relaxed (Cornuejols, Fisher and Nemhauser 1977); steps towards
    `target` are deflected (Camerini, Fratta and Maffioli 1975). `state` says which sites are
    FREE, OPEN or CLOSED, `need` of the free ones are opened.
    """
    if compiled.available():
        from fucina.methods.location.kernels import ascend
    else:
        from fucina.methods.location.plain import ascend
    agility, best = 1.0, MedianBound(-np.inf, prices, *_NOTHING)
    for _ in range(0, sweeps, BLOCK):
        value, price, reduced, opened, often, agility = ascend(
            problem.near, problem.site, state, need, best.prices,
            target, limit, agility, PATIENCE, INERTIA, min(BLOCK, sweeps),
        )  # fmt: skip
        if value > best.value:
            best = MedianBound(value, price, reduced, opened, often)
        late = deadline is not None and monotonic() > deadline
        if late or agility == 0 or best.value > limit:
            break
    return best


def greedy(problem: MedianProblem, opened: Booleans, p: int) -> Booleans:
    """p open sites, each the one that saves most with those before (Kuehn and Hamburger 1963).

    >>> problem = MedianProblem.of(np.array([[0.0, 9.0], [9.0, 8.0]]))
    >>> greedy(problem, np.zeros(2, np.bool_), 1).tolist()
    [True, False]
    """
    if compiled.available():
        from fucina.methods.location.kernels import greedy as run
    else:
        from fucina.methods.location.plain import greedy as run
    return run(problem.near, problem.site, opened, p)


def interchange(problem: MedianProblem, opened: Booleans, held: Booleans) -> Integers:
    """A local optimum from the open sites: no swap of one site, not `held`, saves anything.

    Teitz and Bart 1968, with the quick evaluation of Resende and Werneck 2007.

    >>> problem = MedianProblem.of(np.array([[0.0, 9.0], [9.0, 8.0]]))
    >>> interchange(problem, np.array([False, True]), np.zeros(2, np.bool_)).tolist()
    [0]
    """
    if compiled.available():
        from fucina.methods.location.kernels import interchange as run
    else:
        from fucina.methods.location.plain import interchange as run
    least = ROUNDING * float(np.abs(problem.near[:, 0]).sum() + np.abs(problem.near).max())
    return np.flatnonzero(run(problem.near, problem.site, opened, held, least))
