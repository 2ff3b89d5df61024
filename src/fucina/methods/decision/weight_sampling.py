"""Uniform draws of weights from a weight set: exact, and each with its own address."""

from collections.abc import Callable
from itertools import pairwise
from math import factorial, prod

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.decision.weight_set import WeightSet, weight_ranges
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import uniform

ATTEMPTS = 2000
SPARSE = 50

type Proposal = Callable[[Floats], Floats]


def sample_weights(weight_set: WeightSet, seed: int, name: str, n: int) -> Floats:
    """n draws (n, size), uniform on the simplex restricted by the set; draw i depends on
    (seed, name, i) alone.

    Without bounds: normalised exponentials (Rubinstein 1982), sorted into the stated order
    (Lahdelma and Salminen 2001; exact, nothing is rejected). With bounds: rejection from the
    smaller of two enclosing sets, the ordered simplex above the lower bounds or the box of the
    weights' ranges. Raises MethodError for contradictory statements, for statements that leave
    no room, and where 2000 proposals in a row miss.

    >>> w = sample_weights(WeightSet(3, order=((1,), (0, 2))), 7, "weights", 100)
    >>> bool((w[:, 1] >= w[:, [0, 2]].max(axis=1)).all()), bool(np.allclose(w.sum(axis=1), 1))
    (True, True)
    """
    if weight_set.size == 1:
        weight_ranges(weight_set)
        return np.ones((n, 1))
    if not weight_set.bounded:
        return _ordered(
            _simplex(_uniforms(seed, name, np.arange(n), n, weight_set.size)), weight_set
        )
    propose, admits = _proposal(weight_set)
    drawn = np.empty((n, weight_set.size))
    open_rows = np.arange(n)
    for attempt in range(ATTEMPTS):
        u = _uniforms(seed, f"{name}#{attempt}", open_rows, n, weight_set.size)
        candidates = propose(u)
        hit = admits(candidates)
        drawn[open_rows[hit]] = candidates[hit]
        open_rows = open_rows[~hit]
        if open_rows.size == 0:
            return drawn
    raise MethodError(
        f"weights: the statements are so tight that {ATTEMPTS} proposals miss; widen the bounds"
    )


def _uniforms(seed: int, name: str, rows: Integers, n: int, width: int) -> Floats:
    """The `width` numbers of each row's address; few rows are fetched singly, many in one sweep."""
    if rows.size * SPARSE < n:
        fetched = [uniform(seed, name, width, start=int(row) * width) for row in rows]
        return np.array(fetched).reshape(rows.size, width)
    return uniform(seed, name, n * width).reshape(n, width)[rows]


def _simplex(u: Floats) -> Floats:
    exponential = -np.log(u)
    return np.asarray(exponential / exponential.sum(axis=1, keepdims=True))


def _ordered(simplex: Floats, weight_set: WeightSet) -> Floats:
    """Hands the mentioned weights, sorted, to the groups; inside a group the drawn order stays.

    Exact because the uniform simplex does not change when its coordinates are exchanged.
    """
    mentioned = list(weight_set.mentioned)
    if not mentioned:
        return simplex
    weights = simplex.copy()
    ordered = -np.sort(-simplex[:, mentioned], axis=1)
    taken = 0
    for group in weight_set.order or ():
        columns = list(group)
        place = np.argsort(np.argsort(-simplex[:, columns], axis=1), axis=1)
        share = ordered[:, taken : taken + len(columns)]
        weights[:, columns] = np.take_along_axis(share, place, axis=1)
        taken += len(columns)
    return weights


def _proposal(weight_set: WeightSet) -> tuple[Proposal, Callable[[Floats], Booleans]]:
    """The enclosing set with less volume to spare, and the test of what belongs to the set."""
    low, high = weight_ranges(weight_set)
    k = weight_set.size
    floor = float(low.min()) if weight_set.order else low
    free = 1 - float(np.sum(np.broadcast_to(floor, (k,))))
    orders = factorial(len(weight_set.mentioned)) / prod(
        factorial(len(group)) for group in weight_set.order or ()
    )
    rest = int(np.argmax(high - low))
    others = np.delete(np.arange(k), rest)
    width = (high - low)[others]

    def from_simplex(u: Floats) -> Floats:
        return np.asarray(floor + free * _ordered(_simplex(u), weight_set))

    def from_box(u: Floats) -> Floats:
        weights = np.empty_like(u)
        weights[:, others] = low[others] + width * u[:, others]
        weights[:, rest] = 1 - weights[:, others].sum(axis=1)
        return weights

    def admits(weights: Floats) -> Booleans:
        inside = ((weights >= low) & (weights <= high)).all(axis=1)
        groups = [list(group) for group in weight_set.order or () if group]
        for before, after in pairwise(groups):
            inside &= weights[:, before].min(axis=1) >= weights[:, after].max(axis=1)
        return np.asarray(inside)

    simplex_volume = max(free, 0.0) ** (k - 1) / factorial(k - 1) / orders
    box_volume = float(np.prod(width))
    return (from_box if box_volume < simplex_volume else from_simplex), admits
