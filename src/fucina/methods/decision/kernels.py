"""Loops over many draws, compiled by Numba; `plain` keeps their twins in NumPy.

Draws lie side by side in the last axis, so that one instruction serves several of them. Sums run in a fixed order on one thread.
"""

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.compiled import kernel


@kernel
def linear_scores(values: Floats, weights: Floats, scores: Floats) -> None:
    """scores (m, n) = values (m, c) @ weights (c, n), criteria added in their order."""
    m, c = values.shape
    n = weights.shape[1]
    for a in range(m):
        row = scores[a]
        row[:] = 0.0
        for k in range(c):
            value = values[a, k]
            share = weights[k]
            for i in range(n):
                row[i] += value * share[i]


@kernel
def drawn_scores(values: Floats, weights: Floats, scores: Floats) -> None:
    """scores[a, i] = sum over k of values[i, a, k] * weights[k, i], criteria in their order."""
    n, m, c = values.shape
    for i in range(n):
        for a in range(m):
            total = 0.0
            for k in range(c):
                total += values[i, a, k] * weights[k, i]
            scores[a, i] = total


@kernel
def count_better(scores: Floats, tie: Floats, above: Integers, wins: Integers) -> None:
    """above[a, i]: how many beat a in draw i by more than tie[i]; wins[a, b] += draws a beats b."""
    m, n = scores.shape
    above[:] = 0
    for a in range(m):
        mine = scores[a]
        above_mine = above[a]
        for b in range(a + 1, m):
            other = scores[b]
            above_other = above[b]
            won = np.int64(0)
            lost = np.int64(0)
            for i in range(n):
                lead = mine[i] - other[i]
                ahead = np.int64(lead > tie[i])
                behind = np.int64(-lead > tie[i])
                won += ahead
                lost += behind
                above_other[i] += ahead
                above_mine[i] += behind
            wins[a, b] += won
            wins[b, a] += lost


@kernel
def share_tied(
    above: Integers, weights: Floats, ranks: Floats, won: Floats, squares: Floats, best: Integers
) -> None:
    """`share_ranks` of one draw, above (m,), weights (c,), best (1,), in which some are tied."""
    m = above.size
    size = np.zeros(m, np.int64)
    for a in range(m):
        size[above[a]] += 1
    start = np.zeros(m, np.int64)
    for group in range(1, m):
        start[group] = start[group - 1] + size[group - 1]
    best[0] = -1
    for a in range(m):
        group = above[a]
        share = 1.0 / size[group]
        for rank in range(start[group], start[group] + size[group]):
            ranks[a, rank] += share
        if group == 0:
            if best[0] < 0:
                best[0] = a
            for k in range(weights.size):
                won[a, k] += share * weights[k]
                squares[a, k] += share * weights[k] * weights[k]


@kernel
def share_ranks(
    above: Integers, weights: Floats, ranks: Floats, won: Floats, squares: Floats, best: Integers
) -> None:
    """Adds each draw's ranks to `ranks` (m, m) and the winner's weights to `won`, `squares` (m, c).

    Alternatives with as many above them share their ranks; best[i] is the first of the winners.
    """
    m, n = above.shape
    total = np.zeros(n, np.int64)
    for a in range(m):
        row = above[a]
        for i in range(n):
            total[i] += row[i]
    clear = m * (m - 1) // 2
    seen = np.empty(m, np.int64)
    for a in range(m):
        row = above[a]
        seen[:] = 0
        for i in range(n):
            if total[i] == clear:
                seen[row[i]] += 1
                if row[i] == 0:
                    best[i] = a
        for rank in range(m):
            ranks[a, rank] += seen[rank]
    for i in range(n):
        if total[i] != clear:
            share_tied(above[:, i], weights[:, i], ranks, won, squares, best[i : i + 1])
        else:
            a = best[i]
            for k in range(weights.shape[0]):
                won[a, k] += weights[k, i]
                squares[a, k] += weights[k, i] * weights[k, i]


@kernel
def net_flow(column: Floats, kind: int, q: float, p: float, s: float, net: Floats) -> None:
    """net[a, i] = sum over b of P(a, b) - P(b, a) on one criterion, column (m, n), more is better.

    `kind` 1..6 is the preference function; only one of the two preferences of a pair is above 0.
    """
    m, n = column.shape
    net[:] = 0.0
    for a in range(m):
        mine = column[a]
        net_mine = net[a]
        for b in range(a + 1, m):
            other = column[b]
            net_other = net[b]
            for i in range(n):
                lead = mine[i] - other[i]
                size = abs(lead)
                if kind == 1:
                    degree = np.float64(size > 0.0)
                elif kind == 2:
                    degree = np.float64(size > q)
                elif kind == 3:
                    degree = min(size / p, 1.0)
                elif kind == 4:
                    degree = (np.float64(size > q) + np.float64(size > p)) / 2.0
                elif kind == 5:
                    degree = min(max((size - q) / (p - q), 0.0), 1.0)
                else:
                    degree = 1.0 - np.exp(-(size * size) / (2.0 * s * s))
                signed = degree if lead > 0.0 else -degree
                net_mine[i] += signed
                net_other[i] -= signed
