"""The p-median problem as its solver sees it: weighted costs, and each client's sites by cost."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers

EXACT = 2.0**52  # whole numbers below it add without rounding
ROUNDING = 1e-10  # of a value: what two orders of adding may differ by


@dataclass(frozen=True)
class MedianProblem:
    """`cost` (clients, sites) already weighted; `names` (sites,) are the sites' numbers outside.

    >>> problem = MedianProblem.of(np.array([[0.0, 9.0], [6.0, 3.0]]))
    >>> problem.value(np.array([0])), problem.step
    (6.0, 3.0)
    """

    cost: Floats
    near: Floats
    site: Integers
    names: Integers
    step: float

    @classmethod
    def of(cls, cost: Floats) -> "MedianProblem":
        """The problem over all sites."""
        site = np.argsort(cost, axis=1, kind="stable")
        near = np.take_along_axis(cost, site, axis=1)
        return cls(cost, near, site, np.arange(cost.shape[1]), _step(cost))

    @cached_property
    def sites(self) -> int:
        return self.names.size

    @cached_property
    def floor(self) -> float:
        """What no set of sites can undercut: every client at its cheapest."""
        return float(self.near[:, 0].sum())

    def keep(self, kept: Booleans) -> "MedianProblem":
        """The same without the other sites.

        >>> MedianProblem.of(np.array([[4.0, 1.0]])).keep(np.array([True, False])).near
        array([[4.]])
        """
        place, shape = np.cumsum(kept) - 1, (self.cost.shape[0], -1)
        still = kept[self.site]
        near, site = self.near[still].reshape(shape), place[self.site[still]].reshape(shape)
        return MedianProblem(self.cost[:, kept], near, site, self.names[kept], self.step)

    def value(self, selected: Integers) -> float:
        """Total cost of these sites, each client at its nearest."""
        return float(self.cost[:, selected].min(axis=1).sum())

    def below(self, value: float) -> float:
        """The greatest total that is less than `value`: a step below, or a rounding error."""
        return value - max(self.step * (1 - 1e-6), ROUNDING * abs(value))


def _step(cost: Floats) -> float:
    """What every total is a multiple of, 0 where the costs are not whole numbers."""
    if np.abs(cost).max() * cost.shape[0] > EXACT or (cost != np.rint(cost)).any():
        return 0.0
    return float(np.gcd.reduce(cost.astype(np.int64).ravel()))
