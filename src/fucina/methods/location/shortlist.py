"""The best sets of sites found so far, and the value above which none is of interest."""

from dataclasses import dataclass, field

import numpy as np

from fucina.methods.location.median_problem import ROUNDING

type Sites = tuple[int, ...]


@dataclass
class Shortlist:
    """At most `length` sets, none costlier than the best by more than its share `within`.

    >>> kept = Shortlist(2, 0.1)
    >>> for sites, value in (((0,), 10.0), ((1,), 10.5), ((2,), 12.0)):
    ...     kept.offer(sites, value)
    >>> kept.ranked()
    [((0,), 10.0), ((1,), 10.5)]
    """

    length: int = 1
    within: float = 0.0
    values: dict[Sites, float] = field(default_factory=dict)

    def offer(self, selected: Sites, value: float) -> None:
        """Take a set in where it is good enough."""
        if value > self.limit or selected in self.values:
            return
        self.values[selected] = value
        self.values = dict(self.ranked())

    @property
    def best(self) -> float:
        return min(self.values.values(), default=np.inf)

    @property
    def limit(self) -> float:
        """Above it no set belongs here."""
        best = self.best
        if not np.isfinite(best):
            return np.inf
        return best + (self.within + ROUNDING) * abs(best)

    @property
    def full(self) -> bool:
        return len(self.values) >= self.length

    @property
    def worst(self) -> float:
        return max(self.values.values())

    def ranked(self) -> list[tuple[Sites, float]]:
        """Sets by value, then by their sites."""
        order = sorted(self.values.items(), key=lambda item: (item[1], item[0]))
        return [item for item in order if item[1] <= self.limit][: self.length]
