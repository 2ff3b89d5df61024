"""A gate: a decision that comes on certain dates, and may be no."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError

ON_TIME = 1e-9


@dataclass(frozen=True)
class Gate:
    """A gate before `activity`: it opens at `opens`, then `every` so often, and lets pass with `passes`.

    With `every` zero it stays open once opened. Where it does not let pass, the project stops
    there. Times are in the durations' unit. Raises MethodError for a negative time or a
    probability outside 0..1.

    >>> Gate("build", opens=3.0, every=6.0).next_date(np.array([0.0, 3.0, 4.0])).tolist()
    [3.0, 3.0, 9.0]
    """

    activity: str
    opens: float = 0.0
    every: float = 0.0
    passes: float = 1.0

    def __post_init__(self) -> None:
        real(f"gate of {self.activity}", [self.opens, self.every, self.passes])
        if min(self.opens, self.every) < 0 or not 0 <= self.passes <= 1:
            raise MethodError(
                f"gate of {self.activity}: need opens >= 0, every >= 0 and passes in 0..1, got {self}"
            )

    def next_date(self, ready: Floats) -> Floats:
        """The first date on which the gate is open, from `ready` on."""
        if self.every == 0:
            return np.maximum(ready, self.opens)
        waited = np.ceil(np.maximum(ready - self.opens, 0) / self.every - ON_TIME)
        return np.maximum(ready, self.opens + waited * self.every)

    def last_date(self, latest: Floats) -> Floats:
        """The last date on which the gate is open, up to `latest`, which is not before it opens."""
        if self.every == 0:
            return latest
        waited = np.floor((latest - self.opens) / self.every + ON_TIME)
        return np.minimum(latest, self.opens + waited * self.every)
