"""How much an advantage on one criterion counts: the six preference functions of PROMETHEE."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError

type Kind = Literal["I", "II", "III", "IV", "V", "VI"]
KINDS: tuple[Kind, ...] = ("I", "II", "III", "IV", "V", "VI")
NEEDS_P = ("III", "IV", "V")


@dataclass(frozen=True)
class Preference:
    """One of the six preference functions of Brans and Vincke (1985), in the criterion's unit.

    I usual; II indifference up to q; III linear up to p; IV one half between q and p; V linear
    from q to p; VI Gaussian with spread s. Raises MethodError for a missing, negative or not
    finite threshold.

    >>> Preference("III", p=10.0).degree(np.array([-5.0, 5.0, 20.0])).tolist()
    [0.0, 0.5, 1.0]
    """

    kind: Kind = "I"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise MethodError(f"kind: unknown preference function {self.kind!r}, known {KINDS}")
        if not np.isfinite([self.q, self.p, self.s]).all():
            raise MethodError(f"q, p, s: not finite in {self.q}, {self.p}, {self.s}")
        if self.q < 0 or (self.kind in NEEDS_P and not self.p > self.q):
            raise MethodError(f"q, p: need 0 <= q < p, got {self.q}, {self.p}")
        if self.kind == "VI" and not self.s > 0:
            raise MethodError(f"s: must be positive, got {self.s}")

    def degree(self, difference: Floats) -> Floats:
        """Preference in 0..1 for an advantage, any shape; none for a disadvantage."""
        d = np.maximum(difference, 0)
        match self.kind:
            case "I":
                return np.asarray((d > 0) * 1.0)
            case "II":
                return np.asarray((d > self.q) * 1.0)
            case "III":
                return np.asarray(np.minimum(d / self.p, 1))
            case "IV":
                return np.asarray(((d > self.q) * 1.0 + (d > self.p)) / 2)
            case "V":
                return np.asarray(np.clip((d - self.q) / (self.p - self.q), 0, 1))
            case "VI":
                return np.asarray(1 - np.exp(-(d**2) / (2 * self.s**2)))
