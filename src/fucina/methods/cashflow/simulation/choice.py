"""The kernel that runs: compiled where Numba is installed, else plain."""

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Floats
from fucina.methods.cashflow.simulation import plain
from fucina.methods.cashflow.simulation.inputs import Plan


def simulate(
    seed: np.uint64,
    start: int,
    draws: int,
    plan: Plan,
    given: Floats,
    profiles: Floats,
    exponent: float,
) -> Floats:
    """Present value (draws,) of lines; draws start .. start+draws-1, start a multiple of four."""
    if compiled.available():
        from fucina.methods.cashflow.simulation import kernels

        return kernels.simulate(seed, start, draws, plan, given, profiles, exponent)
    return plain.simulate(seed, start, draws, plan, given, profiles, exponent)
