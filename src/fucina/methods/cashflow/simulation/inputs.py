"""How each uncertain input is drawn: inside the kernel where its inverse is a closed form, else before."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from fucina.methods.arrays import Floats, Integers, real
from fucina.methods.uncertainty import Distribution, Fixed, Triangular, Uniform, uniform

FIXED, UNIFORM, TRIANGULAR, GIVEN = range(4)

type Plan = tuple[NDArray[np.uint64], Integers, Floats]
"""Of each input: key of its draws, kind, and low, mode, high (or the row of those given)."""


@dataclass(frozen=True)
class Inputs:
    """Uncertain inputs by name, and the seed of their draws."""

    seed: int
    names: Sequence[str]
    distributions: Sequence[Distribution]

    @property
    def plan(self) -> Plan:
        """What a kernel needs to draw for itself."""
        keys = np.array([_key(name) for name in self.names], dtype=np.uint64)
        kinds = np.array([_kind(d) for d in self.distributions], dtype=np.int64)
        bounds = np.array([_bounds(d) for d in self.distributions])
        others = kinds == GIVEN
        bounds[others, 0] = np.arange(np.count_nonzero(others))
        return keys, kinds, bounds

    def given(self, start: int, draws: int) -> Floats:
        """Draws start .. start+draws-1 of the inputs a kernel cannot draw (m, draws)."""
        rows = [
            real(f"draws of {name}", distribution.quantile(uniform(self.seed, name, draws, start)))
            for name, distribution in zip(self.names, self.distributions, strict=True)
            if _kind(distribution) == GIVEN
        ]
        return np.stack(rows) if rows else np.empty((0, draws))


def _key(name: str) -> int:
    """The word by which `uncertainty.uniform` knows the name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def _kind(distribution: Distribution) -> int:
    kinds: dict[type, int] = {Fixed: FIXED, Uniform: UNIFORM, Triangular: TRIANGULAR}
    return kinds.get(type(distribution), GIVEN)


def _bounds(distribution: Distribution) -> tuple[float, float, float]:
    if isinstance(distribution, Triangular):
        return distribution.low, distribution.mode, distribution.high
    if isinstance(distribution, Fixed | Uniform):
        return distribution.low, distribution.low, distribution.high
    return 0.0, 0.0, 0.0
