"""What ``kernels`` computes, in NumPy alone: slower, and equal to 1e-12."""

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.simulation.inputs import FIXED, GIVEN, UNIFORM, Plan


def simulate(
    seed: np.uint64,
    start: int,
    draws: int,
    plan: Plan,
    given: Floats,
    profiles: Floats,
    exponent: float,
) -> Floats:
    """Present value (draws,) of lines: inputs are the amounts, the growths, and last the rate."""
    lines, periods = profiles.shape
    figures = [_draw(seed, start, draws, i, plan, given) for i in range(2 * lines + 1)]
    factor = 1 / (1 + figures[-1])
    total = np.zeros(draws)
    for line in range(lines):
        ratio = (1 + figures[lines + line]) * factor
        worth = np.zeros(draws)
        for t in range(periods - 1, -1, -1):
            worth = worth * ratio + profiles[line, t]
        total += figures[line] * worth
    return np.asarray(total * factor**exponent)


def _draw(seed: np.uint64, start: int, draws: int, i: int, plan: Plan, given: Floats) -> Floats:
    keys, kinds, bounds = plan
    low, mode, high = bounds[i]
    if kinds[i] == FIXED:
        return np.full(draws, low)
    if kinds[i] == GIVEN:
        return np.asarray(given[int(low)])
    philox = np.random.Philox(counter=start // 4, key=np.array([seed, keys[i]], dtype=np.uint64))
    u = ((philox.random_raw(draws) >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52
    if kinds[i] == UNIFORM:
        return np.asarray(low * (1 - u) + high * u)
    width, rise, fall = high - low, mode - low, high - mode
    rising = u * width <= rise
    root = np.sqrt(np.where(rising, u * width * rise, (1 - u) * width * fall))
    return np.asarray(np.where(rising, low + root, high - root))
