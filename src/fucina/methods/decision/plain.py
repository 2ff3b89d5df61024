"""The loops of `kernels` in NumPy alone: same names, same arrays, equal to 1e-12."""

import numpy as np

from fucina.methods.arrays import Floats, Integers
from fucina.methods.decision.preference import KINDS, Preference


def linear_scores(values: Floats, weights: Floats, scores: Floats) -> None:
    """scores (m, n) = values (m, c) @ weights (c, n), criteria added in their order."""
    scores[:] = 0.0
    for column, share in zip(values.T, weights, strict=True):
        scores += column[:, None] * share


def drawn_scores(values: Floats, weights: Floats, scores: Floats) -> None:
    """scores[a, i] = sum over k of values[i, a, k] * weights[k, i], criteria in their order."""
    scores[:] = 0.0
    for k, share in enumerate(weights):
        scores += values[:, :, k].T * share


def count_better(scores: Floats, tie: Floats, above: Integers, wins: Integers) -> None:
    """above[a, i]: how many beat a in draw i by more than tie[i]; wins[a, b] += draws a beats b."""
    for a, mine in enumerate(scores):
        better = scores - mine > tie
        above[a] = np.count_nonzero(better, axis=0)
        wins[:, a] += np.count_nonzero(better, axis=1)


def share_ranks(
    above: Integers, weights: Floats, ranks: Floats, won: Floats, squares: Floats, best: Integers
) -> None:
    """Adds each draw's ranks to `ranks` (m, m) and the winner's weights to `won`, `squares` (m, c).

    Alternatives with as many above them share their ranks; best[i] is the first of the winners.
    """
    m, n = above.shape
    each = np.arange(n)
    size = np.zeros((m, n), dtype=np.int64)
    for row in above:
        size[row, each] += 1
    start = np.cumsum(size, axis=0) - size
    best[:] = (above == 0).argmax(axis=0)
    for a, group in enumerate(above):
        length = size[group, each]
        share = 1.0 / length
        first = start[group, each]
        for step in range(int(length.max())):
            held = length > step
            ranks[a] += np.bincount(first[held] + step, share[held], minlength=m)
        wins = group == 0
        mine = weights[:, wins]
        won[a] += (mine * share[wins]).sum(axis=1)
        squares[a] += (mine * mine * share[wins]).sum(axis=1)


def net_flow(column: Floats, kind: int, q: float, p: float, s: float, net: Floats) -> None:
    """net[a, i] = sum over b of P(a, b) - P(b, a) on one criterion, column (m, n), more is better.

    `kind` 1..6 is the preference function; only one of the two preferences of a pair is above 0.
    """
    preference = Preference(KINDS[kind - 1], q, p, s)
    for a, mine in enumerate(column):
        lead = mine - column
        net[a] = (np.sign(lead) * preference.degree(np.abs(lead))).sum(axis=0)
