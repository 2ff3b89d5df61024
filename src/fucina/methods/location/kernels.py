"""The loops of the p-median, compiled: interchange of sites, and ascent of the Lagrangian bound."""

import numpy as np

from fucina.methods.arrays import Booleans, Floats, Integers
from fucina.methods.compiled import kernel

MEMORY = 0.95


@kernel
def greedy(near: Floats, site: Integers, opened: Booleans, p: int) -> Booleans:
    """Open one site at a time, that which saves most, until p are open."""
    opened = opened.copy()
    served, none = near[:, opened.size - 1].copy(), True
    for j in range(opened.size):
        if opened[j]:
            none = False
    if not none:
        served = _two_nearest(near, site, opened)[0]
    while opened.sum() < p:
        gain = np.zeros(opened.size)
        for i in range(served.size):
            for k in range(opened.size):
                if near[i, k] >= served[i]:
                    break
                gain[site[i, k]] += served[i] - near[i, k]
        gain[opened] = -1.0
        best = np.argmax(gain)
        opened[best] = True
        for i in range(served.size):
            for k in range(opened.size):
                if near[i, k] >= served[i]:
                    break
                if site[i, k] == best:
                    served[i] = near[i, k]
                    break
    return opened


@kernel
def interchange(
    near: Floats, site: Integers, opened: Booleans, held: Booleans, least: float
) -> Booleans:
    """Swap the pair of sites that saves most, until none saves `least`; `held` sites stay."""
    sites = opened.size
    opened = opened.copy()
    while True:
        first, nearest, second = _two_nearest(near, site, opened)
        chosen = np.flatnonzero(opened)
        slot = np.zeros(sites, np.int64)
        for r in range(chosen.size):
            slot[chosen[r]] = r
        loss, gain, back = _savings(near, site, first, second, slot[nearest], chosen.size)
        lowest, out, into = -least, -1, -1
        for j in range(sites):
            if not opened[j]:
                for r in range(chosen.size):
                    change = loss[r] - back[j, r] - gain[j]
                    if change < lowest and not held[chosen[r]]:
                        lowest, out, into = change, chosen[r], j
        if into < 0:
            return opened
        opened[out], opened[into] = False, True


@kernel
def _two_nearest(near: Floats, site: Integers, opened: Booleans) -> tuple[Floats, Integers, Floats]:
    """Cost and site of each client's nearest open site, and cost of the next (else the farthest)."""
    clients, sites = near.shape
    first, second = np.empty(clients), near[:, sites - 1].copy()
    nearest = np.zeros(clients, np.int64)
    for i in range(clients):
        found = 0
        for k in range(sites):
            if opened[site[i, k]]:
                found += 1
                if found == 1:
                    first[i], nearest[i] = near[i, k], site[i, k]
                else:
                    second[i] = near[i, k]
                    break
    return first, nearest, second


@kernel
def _savings(
    near: Floats, site: Integers, first: Floats, second: Floats, slot: Integers, p: int
) -> tuple[Floats, Floats, Floats]:
    """Loss where an open site goes, gain where a closed one comes, and loss taken back if both."""
    clients, sites = near.shape
    loss, gain, back = np.zeros(p), np.zeros(sites), np.zeros((sites, p))
    for i in range(clients):
        loss[slot[i]] += second[i] - first[i]
        for k in range(sites):
            cost = near[i, k]
            if cost >= second[i]:
                break
            if cost < first[i]:
                gain[site[i, k]] += first[i] - cost
                back[site[i, k], slot[i]] += second[i] - first[i]
            else:
                back[site[i, k], slot[i]] += second[i] - cost
    return loss, gain, back


@kernel
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
    """Deflected subgradient steps; best bound, its prices, reduced costs and sites, how often each
    site was open of late, and the agility left (0: settled)."""
    price, direction = prices.copy(), np.zeros(prices.size)
    best, best_price = -np.inf, prices.copy()
    best_reduced, best_opened = np.zeros(state.size), np.zeros(state.size, np.bool_)
    often, stall = np.zeros(state.size), 0
    for _ in range(sweeps):
        bound, reduced, opened, slack = _sweep(near, site, state, need, price)
        for j in range(state.size):
            often[j] *= MEMORY
            if opened[j]:
                often[j] += 1 - MEMORY
        stall = 0 if bound > best + 1e-4 * abs(target - best) else stall + 1
        if bound > best:
            best, best_price[:], best_reduced, best_opened = bound, price, reduced, opened
            if best > enough:
                break
        if stall >= patience:
            agility, stall = agility / 2, 0
            price[:], direction[:] = best_price, 0
            if agility < 1e-3:
                agility = 0.0
                break
            continue
        norm = 0.0
        for i in range(price.size):
            direction[i] = slack[i] + inertia * direction[i]
            norm += direction[i] * direction[i]
        if norm == 0:
            agility = 0.0
            break
        stride = agility * (target - bound) / norm
        for i in range(price.size):
            price[i] += stride * direction[i]
    return best, best_price, best_reduced, best_opened, often, agility


@kernel
def _sweep(
    near: Floats, site: Integers, state: Integers, need: int, price: Floats
) -> tuple[float, Floats, Booleans, Floats]:
    """Bound at these prices, reduced cost of each site, the sites it opens, 1 - times served."""
    clients, sites = near.shape
    reduced, slack, bound = np.zeros(state.size), np.ones(clients), 0.0
    for i in range(clients):
        bound += price[i]
        for k in range(sites):
            saving = near[i, k] - price[i]
            if saving >= 0:
                break
            reduced[site[i, k]] += saving
    opened = _cheapest(reduced, state, need)
    for j in range(state.size):
        if opened[j]:
            bound += reduced[j]
    for i in range(clients):
        for k in range(sites):
            if near[i, k] >= price[i]:
                break
            if opened[site[i, k]]:
                slack[i] -= 1
    return bound, reduced, opened, slack


@kernel
def _cheapest(reduced: Floats, state: Integers, need: int) -> Booleans:
    """The sites fixed open and the `need` free ones of least reduced cost, the first on a tie."""
    opened: Booleans = state == 1
    if need == 0:
        return opened
    free = np.flatnonzero(state == 0)
    last = np.partition(reduced[free], need - 1)[need - 1]
    left = need
    for j in free:
        if reduced[j] < last:
            opened[j] = True
            left -= 1
    for j in free:
        if left > 0 and reduced[j] == last:
            opened[j] = True
            left -= 1
    return opened
