"""What ``kernels`` computes, in NumPy alone: slower, and equal to 1e-12."""

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.cashflow.roots.exponential import exponential_roots
from fucina.methods.cashflow.roots.tolerance import NEWTON_DONE, STEPS


def single_roots(amounts: Floats) -> Floats:
    """The root x > 0 of each row that changes sign once (n,); nan for others, and where it is far."""
    last = np.zeros(amounts.shape[0])
    turns = np.zeros(amounts.shape[0], dtype=np.int64)
    for flow in amounts.T:
        turns += last * flow < 0
        last = np.where(flow != 0, np.sign(flow), last)
    asked = turns == 1
    result = np.full(amounts.shape[0], np.nan)
    result[asked] = _newton((amounts[asked] * last[asked, None]).T)
    return result


def _newton(rows: Floats) -> Floats:
    """Newton steps of log(inflows / outflows) in log x, all columns (T, m) at once."""
    x = np.ones(rows.shape[1])
    moving = np.ones(x.shape, dtype=np.bool_)
    with np.errstate(all="ignore"):
        for _ in range(STEPS):
            gain, gain_slope = _horner(np.maximum(rows, 0), x)
            loss, loss_slope = _horner(np.maximum(-rows, 0), x)
            duration = x * (gain_slope / gain - loss_slope / loss)
            half = np.clip((loss - gain) / ((loss + gain) * duration), -0.5, 0.5)
            x = np.where(moving, x * ((1 + half) / (1 - half)), x)
            moving &= np.abs(half) > NEWTON_DONE
            if not moving.any():
                break
    return np.where(moving, np.nan, x)


def _horner(rows: Floats, x: Floats) -> tuple[Floats, Floats]:
    value, slope = np.zeros(x.shape), np.zeros(x.shape)
    for flow in rows[::-1]:
        slope = slope * x + value
        value = value * x + flow
    return value, slope


def all_roots(amounts: Floats) -> tuple[Integers, Floats]:
    """How many roots x > 0 each row has (n,), and one of them (n,), nan where there is none."""
    periods = np.arange(amounts.shape[1], dtype=np.float64)
    roots = [exponential_roots(row, periods) for row in amounts]
    counts = np.array([len(found) for found in roots], dtype=np.int64)
    with np.errstate(over="ignore", under="ignore"):
        return counts, np.exp([found[0] if found else np.nan for found in roots])
