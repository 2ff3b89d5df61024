"""Every portfolio that nothing dominates, found without listing the others."""

import numpy as np

from fucina.methods.arrays import Booleans, Floats
from fucina.methods.errors import MethodError
from fucina.methods.portfolio.dominance import NEAR, undominated
from fucina.methods.portfolio.partial import Partial, decide, groups, order_of, settle
from fucina.methods.portfolio.problem import Problem
from fucina.methods.portfolio.promise import Promise


def enumerate_portfolios(
    problem: Problem, worth: Floats, extra: Floats, known: Floats, *, strict: bool, most: int
) -> Partial:
    """Undominated portfolios in value at each corner, worth (n, t), and cost.

    Items are decided one after the other; of partial portfolios with the same open rules the
    dominated are dropped (Nemhauser and Ullmann 1969; with rules and many values Liesiö, Mild and
    Salo 2007), and so are those whose best end the values (k, t) of a known portfolio exceed.
    `strict` as in `undominated`. Raises MethodError beyond `most` partial portfolios at once.
    """
    partial = Partial.empty(worth.shape[0], worth.shape[1], problem.limits.size)
    decided: set[int] = set()
    for item in order_of(problem):
        partial = decide(problem, worth, partial, item)
        decided.add(item)
        partial = settle(problem, extra, partial, item, decided)
        promise = Promise(problem, worth, extra, decided)
        partial = partial.keep(problem.affordable(partial.costs - promise.savings()))
        partial = partial.keep(~_hopeless(promise.best(partial), known))
        if partial.values.shape[0] > most:
            raise MethodError(
                f"most: more than {most} portfolios stay open after {len(decided)} of "
                f"{worth.shape[0]} items; say more of the weights, lower the budget or raise `most`"
            )
        group = groups(problem, partial, decided)
        partial = partial.keep(undominated(partial.values, partial.costs, group, strict=strict))
    return partial


def _hopeless(best: Floats, known: Floats) -> Booleans:
    """Which rows of best (N, t) a known portfolio reaches everywhere and exceeds somewhere."""
    result = np.zeros(best.shape[0], np.bool_)
    near = NEAR * np.abs(known).max(initial=0)
    for values in known:
        lead = values - best
        result |= (lead >= 0).all(axis=1) & (lead > near).any(axis=1)
    return result
