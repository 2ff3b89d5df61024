"""The loops of the p-median in NumPy alone; sums run in the order of the compiled ones."""

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers

MEMORY = 0.95


def greedy(near: Floats, site: Integers, opened: Booleans, p: int) -> Booleans:
    """Open one site at a time, that which saves most, until p are open."""
    opened = opened.copy()
    served = _two_nearest(near, site, opened)[0] if opened.any() else near[:, -1].copy()
    while opened.sum() < p:
        i, k = np.nonzero(near < served[:, None])
        gain = np.bincount(site[i, k], weights=served[i] - near[i, k], minlength=opened.size)
        gain[opened] = -1.0
        best = gain.argmax()
        opened[best] = True
        here = site[i, k] == best
        served[i[here]] = near[i[here], k[here]]
    return opened


def interchange(
    near: Floats, site: Integers, opened: Booleans, held: Booleans, least: float
) -> Booleans:
    """Swap the pair of sites that saves most, until none saves `least`; `held` sites stay."""
    opened = opened.copy()
    while True:
        first, nearest, second = _two_nearest(near, site, opened)
        chosen, closed = np.flatnonzero(opened), np.flatnonzero(~opened)
        slot = np.searchsorted(chosen, nearest)
        loss, gain, back = _savings(near, site, first, second, slot, chosen.size)
        change = loss - back[closed] - gain[closed, None]
        change[:, held[chosen]] = np.inf
        if change.size == 0 or change.min() >= -least:
            return opened
        into, out = np.unravel_index(change.argmin(), change.shape)
        opened[chosen[out]], opened[closed[into]] = False, True


def _two_nearest(near: Floats, site: Integers, opened: Booleans) -> tuple[Floats, Integers, Floats]:
    rows, available = np.arange(near.shape[0]), opened[site]
    rank = available.argmax(axis=1)
    first, nearest = near[rows, rank], site[rows, rank]
    available[rows, rank] = False
    following = available.argmax(axis=1)
    second = np.where(available.any(axis=1), near[rows, following], near[:, -1])
    return first, nearest, second


def _savings(
    near: Floats, site: Integers, first: Floats, second: Floats, slot: Integers, p: int
) -> tuple[Floats, Floats, Floats]:
    sites = near.shape[1]
    loss = np.bincount(slot, weights=second - first, minlength=p)
    i, k = np.nonzero(near < second[:, None])
    cost, j = near[i, k], site[i, k]
    saved = np.where(cost < first[i], first[i] - cost, 0.0)
    gain = np.bincount(j, weights=saved, minlength=sites)
    returned = second[i] - np.maximum(cost, first[i])
    back = np.bincount(j * p + slot[i], weights=returned, minlength=sites * p)
    return loss, gain, back.reshape(sites, p)


def ascend(
    near: Floats,
    site: Integers,
    state: Integers,
    need: int,
    prices: Floats,
    target: float,
    enough: float,
    agility: float,
    patience: int,
    inertia: float,
    sweeps: int,
) -> tuple[float, Floats, Floats, Booleans, Floats, float]:
    """Deflected subgradient steps, as the compiled kernel takes them."""
    price, direction = prices.copy(), np.zeros(prices.size)
    best, best_price = -np.inf, prices.copy()
    best_reduced, best_opened = np.zeros(state.size), np.zeros(state.size, np.bool_)
    often, stall = np.zeros(state.size), 0
    for _ in range(sweeps):
        bound, reduced, opened, slack = _sweep(near, site, state, need, price)
        often = often * MEMORY + np.where(opened, 1 - MEMORY, 0)
        stall = 0 if bound > best + 1e-4 * abs(target - best) else stall + 1
        if bound > best:
            best, best_price, best_reduced, best_opened = bound, price.copy(), reduced, opened
            if best > enough:
                break
        if stall >= patience:
            agility, stall = agility / 2, 0
            price, direction = best_price.copy(), np.zeros(prices.size)
            if agility < 1e-3:
                agility = 0.0
                break
            continue
        direction = slack + inertia * direction
        norm = _sum(direction * direction)
        if norm == 0:
            agility = 0.0
            break
        price = price + agility * (target - bound) / norm * direction
    return best, best_price, best_reduced, best_opened, often, agility


def _sweep(
    near: Floats, site: Integers, state: Integers, need: int, price: Floats
) -> tuple[float, Floats, Booleans, Floats]:
    i, k = np.nonzero(near < price[:, None])
    j = site[i, k]
    reduced = np.bincount(j, weights=near[i, k] - price[i], minlength=state.size)
    opened: Booleans = state == 1
    free = np.flatnonzero(state == 0)
    opened[free[np.argsort(reduced[free], kind="stable")[:need]]] = True
    bound = _sum(np.concatenate([price, reduced[opened]]))
    slack: Floats = 1.0 - np.bincount(i[opened[j]], minlength=price.size).astype(np.float64)
    return bound, reduced, opened, slack


def _sum(values: Floats) -> float:
    """One after the other, as a loop adds; `np.sum` adds in pairs."""
    return float(np.cumsum(values)[-1])
