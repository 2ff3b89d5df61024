"""The choice of p sites among m, small enough to list or not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from math import comb

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.errors import MethodError

LISTABLE = 20_000_000  # clients x sets, a second or two
BLOCK = 2_000_000


@dataclass(frozen=True)
class Choice:
    """p sites of m, `required` ones among them. Raises MethodError where that cannot be.

    >>> Choice(5, 2, (3,)).count
    4
    """

    sites: int
    p: int
    required: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.p <= self.sites:
            raise MethodError(f"p: must lie in 1 .. {self.sites}, got {self.p}")
        required = set(self.required)
        if not required <= set(range(self.sites)):
            raise MethodError(f"required: {self.required} are not sites 0 .. {self.sites - 1}")
        if len(required) > self.p:
            raise MethodError(f"required: {len(required)} sites, but only {self.p} may be chosen")

    @property
    def count(self) -> int:
        """Number of possible sets."""
        fixed = len(set(self.required))
        return comb(self.sites - fixed, self.p - fixed)

    def listable(self, clients: int) -> bool:
        """Whether trying every set is quick."""
        return self.count * clients * self.p <= LISTABLE


def best_set(choice: Choice, clients: int, cost: Callable[[Integers], Floats]) -> tuple[int, ...]:
    """The set of least cost, the first in lexicographic order on a tie.

    `cost` maps sets (k, p) to costs (k,).

    >>> best_set(Choice(3, 1), 1, lambda sets: np.array([5.0, 2.0, 9.0])[sets[:, 0]])
    (1,)
    """
    lowest, best = np.inf, ()
    for sets in sets_of(choice, max(1, BLOCK // (clients * choice.p))):
        costs = cost(sets)
        place = int(costs.argmin())
        if costs[place] < lowest:
            lowest, best = float(costs[place]), tuple(sorted(sets[place].tolist()))
    return best


def sets_of(choice: Choice, block: int) -> Iterator[Integers]:
    """Every possible set (rows, p) in lexicographic order of the free sites, `block` rows at a time.

    >>> [rows.tolist() for rows in sets_of(Choice(3, 2, (2,)), 10)]
    [[[2, 0], [2, 1]]]
    """
    required = tuple(sorted(set(choice.required)))
    others = [site for site in range(choice.sites) if site not in required]
    rest = combinations(others, choice.p - len(required))
    while rows := [(*required, *more) for more in islice(rest, block)]:
        yield np.array(rows, dtype=np.int64)
