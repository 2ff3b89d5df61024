"""Branch and bound for the p-median: depth first, sites fixed by reduced cost."""

from dataclasses import dataclass
from time import monotonic

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.location.choice import Choice
from fucina.methods.location.median_bound import (
    CLOSED,
    FREE,
    OPEN,
    MedianBound,
    bound_median,
    greedy,
    interchange,
)
from fucina.methods.location.median_problem import MedianProblem
from fucina.methods.location.shortlist import Shortlist

WORTH_POLISHING = 1.01
ROOT_SWEEPS, NODE_SWEEPS = 10_000, 200


@dataclass(frozen=True)
class _Node:
    """What is left to decide: FREE, OPEN or CLOSED a site, and what no set in here can undercut."""

    problem: MedianProblem
    state: Integers
    prices: Floats
    bound: float


def search(cost: Floats, choice: Choice, kept: Shortlist, deadline: float | None) -> float:
    """Fill `kept` with the best sets; the bound proved: no other set is cheaper than that.

    `cost` (clients, sites) weighted; inf where the search was exhausted, else the least bound of
    what was left when the clock passed `deadline`.

    >>> kept = Shortlist()
    >>> search(np.array([[0.0, 9.0], [6.0, 3.0]]), Choice(2, 1), kept, None), kept.ranked()
    (inf, [((0,), 6.0)])
    """
    problem = MedianProblem.of(cost)
    state = np.full(choice.sites, FREE)
    state[list(choice.required)] = OPEN
    chosen = interchange(problem, greedy(problem, state == OPEN, choice.p), state == OPEN)
    _offer(kept, problem, chosen)
    nearest = np.sort(np.append(cost[:, chosen], problem.near[:, -1:], axis=1), axis=1)
    stack = [_Node(problem, state, nearest[:, :2].mean(axis=1), problem.floor)]
    while stack:
        node = stack.pop()
        if node.bound > _limit(kept, problem):
            continue
        if deadline is not None and monotonic() > deadline:
            return min(rest.bound for rest in [node, *stack])
        stack += _branch(node, choice.p, kept, deadline)
    return np.inf


def _offer(kept: Shortlist, problem: MedianProblem, chosen: Integers) -> None:
    selected = tuple(sorted(problem.names[chosen].tolist()))
    kept.offer(selected, problem.value(chosen))


def _limit(kept: Shortlist, problem: MedianProblem) -> float:
    """Sets above it need not be found."""
    return problem.below(kept.worst) if kept.full else kept.limit


def _branch(node: _Node, p: int, kept: Shortlist, deadline: float | None) -> list[_Node]:
    """The parts of a node still of interest, the likelier last."""
    problem, state = node.problem, node.state
    need = p - int((state == OPEN).sum())
    limit = _limit(kept, problem)
    target = max(kept.best, limit)
    sweeps = ROOT_SWEEPS if node.bound == problem.floor else NODE_SWEEPS
    found = bound_median(problem, state, need, node.prices, target, limit, sweeps, deadline)
    if found.value > limit:
        return []
    _round(found, node, kept)
    state = found.fix(state, _limit(kept, problem))
    free = np.flatnonzero(state == FREE)
    need = p - int((state == OPEN).sum())
    if need in (0, free.size):
        state[free] = CLOSED if need == 0 else OPEN
        _offer(kept, problem, np.flatnonzero(state == OPEN))
        return []
    doubtful = int(free[np.abs(found.often[free] - 0.5).argmin()])
    order = (CLOSED, OPEN) if found.often[doubtful] >= 0.5 else (OPEN, CLOSED)
    return [_child(problem, state, doubtful, side, found, node.bound) for side in order]


def _round(found: MedianBound, node: _Node, kept: Shortlist) -> None:
    """Offer the sites that the bound opens, and where they are good, what swapping makes of them."""
    chosen = np.flatnonzero(found.opened)
    _offer(kept, node.problem, chosen)
    if node.problem.value(chosen) <= kept.limit * WORTH_POLISHING:
        held = node.state == OPEN
        _offer(kept, node.problem, interchange(node.problem, found.opened, held))


def _child(
    problem: MedianProblem,
    state: Integers,
    site: int,
    side: int,
    found: MedianBound,
    bound: float,
) -> _Node:
    state = state.copy()
    state[site] = side
    kept = state != CLOSED
    if kept.mean() < 0.7:  # sites without hope cost time in every sweep
        problem, state = problem.keep(kept), state[kept]
    return _Node(problem, state, found.prices, max(found.value, bound))
