"""Roots of many polynomials in loops compiled by Numba; ``plain`` says the same in NumPy."""

from typing import Any

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.cashflow.roots.tolerance import NEWTON_DONE, STEPS, TOUCH
from fucina.methods.compiled import kernel

LANES = 64  # projects in flight


@kernel
def _gather(amounts: Any, first: int, rows: Any, sign: Any, turns: Any, later: Any) -> Any:
    """Rows first .. as columns, last period on top, later sign positive; x is 1, or nan where not asked."""
    periods = rows.shape[0]
    rows[:], sign[:], turns[:], later[:] = 0.0, 0.0, 0.0, 0.0
    for j in range(min(LANES, amounts.shape[0] - first)):
        for t in range(periods):
            rows[periods - 1 - t, j] = amounts[first + j, t]
    for t in range(periods):
        for j in range(LANES):
            flow = rows[t, j]
            here = 1.0 if flow > 0 else (-1.0 if flow < 0 else 0.0)
            turns[j] += 1.0 if here * sign[j] < 0 else 0.0
            sign[j] = here if here != 0 else sign[j]
    for j in range(LANES):
        later[j] = -sign[j]  # after a single turn it is the opposite of the first
    for t in range(periods):
        for j in range(LANES):
            rows[t, j] *= later[j]
    x = np.empty(LANES)
    for j in range(LANES):
        x[j] = 1.0 if turns[j] == 1 else np.nan
    return x


@kernel
def _horner(rows: Any, x: Any, sign: float, value: Any, slope: Any) -> None:
    """The part of each column's polynomial that has this sign, and its slope."""
    value[:], slope[:] = 0.0, 0.0
    for t in range(rows.shape[0]):
        for j in range(LANES):
            slope[j] = slope[j] * x[j] + value[j]
            value[j] = value[j] * x[j] + max(sign * rows[t, j], 0.0)


@kernel
def _step(rows: Any, x: Any, sums: Any, moving: Any) -> bool:
    """One Newton step of log(inflows / outflows) in log x for every column that moves; does any?"""
    gain, loss, gain_slope, loss_slope = sums
    _horner(rows, x, 1.0, gain, gain_slope)
    _horner(rows, x, -1.0, loss, loss_slope)
    half = gain_slope
    for j in range(LANES):
        duration = np.divide(gain_slope[j], gain[j]) - np.divide(loss_slope[j], loss[j])
        half[j] = np.divide(loss[j] - gain[j], (loss[j] + gain[j]) * (x[j] * duration))
    for j in range(LANES):
        bounded = min(max(half[j], -0.5), 0.5)
        x[j] *= np.divide(1 + bounded, 1 - bounded) if moving[j] > 0 else 1.0
        # a column at rest stays there, so that none depends on its neighbours
        moving[j] = moving[j] if abs(bounded) > NEWTON_DONE else 0.0
    return bool(moving.max() > 0)


@kernel
def single_roots(amounts: Floats) -> Floats:
    """The root x > 0 of each row that changes sign once (n,); nan for others, and where it is far."""
    result = np.empty(amounts.shape[0])
    rows, moving = np.empty((amounts.shape[1], LANES)), np.empty(LANES)
    sums = (np.empty(LANES), np.empty(LANES), np.empty(LANES), np.empty(LANES))
    for first in range(0, amounts.shape[0], LANES):
        x = _gather(amounts, first, rows, sums[0], sums[1], sums[2])
        for j in range(LANES):
            moving[j] = 0.0 if np.isnan(x[j]) else 1.0
        for _ in range(STEPS):
            if not _step(rows, x, sums, moving):
                break
        for j in range(min(LANES, amounts.shape[0] - first)):
            result[first + j] = np.nan if moving[j] > 0 else x[j]
    return result


@kernel
def _derivative(a: Any, k: int, b: Any) -> int:
    """The k-th derivative of a_0 + a_1 x + ... over k!, in b without its low zeros; its terms."""
    size, weight = 0, 1.0
    for j in range(k, a.size):
        if size > 0 or a[j] != 0:
            b[size] = a[j] * weight
            size += 1
        weight = weight * (j + 1) / (j + 1 - k)
    return size


@kernel
def _worth(b: Any, size: int, s: float) -> Any:
    """The polynomial in e**s over max(1, e**s)**degree, and the same of its terms' magnitudes."""
    value, magnitude = 0.0, 0.0
    point = np.exp(-abs(s))
    for i in range(size):
        term = b[size - 1 - i] if s <= 0 else b[i]
        value = value * point + term
        magnitude = magnitude * point + abs(term)
    return value, magnitude


@kernel
def _reach(b: Any, size: int, first: int, step: int) -> float:
    """Log of a bound on the roots from above, or with step -1 of their inverses (Fujiwara 1916)."""
    largest = -np.inf
    last = np.log(abs(b[first]))
    for i in range(1, size):
        term = b[first - step * i]
        if term != 0:
            largest = max(largest, (np.log(abs(term)) - last) / i)
    return largest + 0.7  # a little more than log 2


@kernel
def _crossing(b: Any, size: int, left: float, right: float) -> float:
    """The root between two points of opposite sign (Chandrupatla 1997)."""
    old, new = left, right
    old_worth, new_worth = _worth(b, size, left)[0], _worth(b, size, right)[0]
    share, best = 0.5, right
    for _ in range(200):
        x = new + share * (old - new)
        worth = _worth(b, size, x)[0]
        if (worth > 0) == (new_worth > 0):
            third, third_worth = new, new_worth
        else:
            third, third_worth, old, old_worth = old, old_worth, new, new_worth
        new, new_worth = x, worth
        best = new if abs(new_worth) < abs(old_worth) else old
        reach = 2e-16 * max(abs(best), 0.05) / max(abs(old - new), 1e-300)
        if reach > 0.5 or new_worth == 0:
            break
        xi = np.divide(new - old, third - old)
        phi = np.divide(new_worth - old_worth, third_worth - old_worth)
        if phi * phi < xi and (1 - phi) * (1 - phi) < 1 - xi:
            share = new_worth / (old_worth - new_worth) * third_worth / (
                old_worth - third_worth
            ) + (third - new) / (old - new) * new_worth / (third_worth - new_worth) * old_worth / (
                third_worth - old_worth
            )
        else:
            share = 0.5
        share = min(max(share, reach), 1 - reach)
    return best


@kernel
def _level(b: Any, size: int, roots: Any, turning: int, found: Any) -> int:
    """Logs of the roots of one polynomial, given those of its derivative; as many as it returns."""
    count, left, touched = 0, -_reach(b, size, 0, -1), False
    for i in range(turning + 1):
        right = roots[i] if i < turning else _reach(b, size, size - 1, 1)
        worth, magnitude = _worth(b, size, right)
        touches = i < turning and abs(worth) <= TOUCH * magnitude
        before = _worth(b, size, left)[0]
        if not touches and not touched and before * worth < 0:
            found[count] = _crossing(b, size, left, right)
            count += 1
        if touches:
            found[count] = right
            count += 1
        left, touched = right, touches
    roots[:count] = found[:count]
    return count


@kernel
def _turns(a: Any, first: int, last: int) -> int:
    """Changes of sign from a term to before another: those of a derivative, too."""
    sign, turns = 0.0, 0
    for i in range(first, last):
        if a[i] != 0:
            turns += sign * a[i] < 0
            sign = 1.0 if a[i] > 0 else -1.0
    return turns


@kernel
def all_roots(amounts: Floats) -> tuple[Integers, Floats]:
    """How many roots x > 0 each row has (n,), and one of them (n,), nan where there is none."""
    n, periods = amounts.shape
    counts, ones = np.zeros(n, np.int64), np.full(n, np.nan)
    b, roots, found = np.empty(periods), np.empty(2 * periods), np.empty(2 * periods)
    for row in range(n):
        a = amounts[row]
        last = periods
        while last > 0 and a[last - 1] == 0:
            last -= 1
        k = 0
        while _turns(a, k, last) > 1:  # one change of sign is one root: no need to derive further
            k += 1
        count = 0
        while k >= 0 and _turns(a, 0, last) > 0:
            size = _derivative(a[:last], k, b)
            count = _level(b, size, roots, count, found)
            k -= 1
        counts[row] = count
        if count > 0:
            ones[row] = np.exp(roots[0])
    return counts, ones
