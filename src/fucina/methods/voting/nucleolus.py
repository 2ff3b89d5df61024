"""The nucleolus of a common cost or gain."""

from collections.abc import Callable

import numpy as np
from scipy.linalg import orth
from scipy.optimize import linprog

from fucina.methods.arrays import Booleans, Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.voting.enumeration import coalitions

MOST_PLAYERS = 12
TIGHT = 1e-9


def nucleolus(
    players: int, worth: Callable[[tuple[int, ...]], float], *, cost: bool = False
) -> Floats:
    """The shares (players,) whose least satisfied coalition is as satisfied as can be, then the
    next, and so on (Schmeidler 1969), among shares no player alone would refuse.

    `worth` gives what each ascending tuple of players is worth together, or with `cost` what it
    costs; shares are in its unit. One linear program a round, at most `players` rounds (Maschler,
    Peleg and Shapley 1979). Raises MethodError for fewer than 1 or more than 12 players, a worth
    that is not finite, or a whole worth less than its players alone.

    >>> nucleolus(2, lambda who: {(): 0, (0,): 1, (1,): 3, (0, 1): 6}[who]).round(9).tolist()
    [2.0, 4.0]
    """
    if not 1 <= players <= MOST_PLAYERS:
        raise MethodError(f"players: must lie in 1 .. {MOST_PLAYERS}, got {players}")
    groups = coalitions(players)[1:]
    values = [worth(tuple(np.flatnonzero(row).tolist())) for row in groups]
    value = real("worth", values, ndim=1) * (-1 if cost else 1)
    scale = max(float(np.abs(value).max()), 1e-300)
    shares = scale * _share(groups, value / scale)
    return -shares if cost else shares


def _share(groups: Booleans, value: Floats) -> Floats:
    """Rounds: raise the least excess, fix the coalitions that hold it down, until all is fixed."""
    players = groups.shape[1]
    alone = value[[2**player - 1 for player in range(players)]]
    if alone.sum() > value[-1] + TIGHT:
        raise MethodError("worth: the players alone are worth more than all of them together")
    fixed, level = groups[-1:].astype(np.float64), value[-1:]
    member = groups.astype(np.float64)
    while np.linalg.matrix_rank(fixed) < players:
        loose = _outside_span(member, fixed)
        excess, dual = _round(member[loose], value[loose], fixed, level, alone)
        held = np.flatnonzero(loose)[dual > TIGHT]
        fixed = np.concatenate([fixed, member[held]])
        level = np.concatenate([level, value[held] + excess])
    return np.asarray(np.linalg.lstsq(fixed, level)[0])


def _outside_span(member: Floats, fixed: Floats) -> Booleans:
    """Coalitions whose total the fixed ones do not determine yet."""
    basis: Floats = orth(fixed.T)
    left = member - member @ basis @ basis.T
    return np.asarray(np.abs(left).max(axis=1) > 1e-7)


def _round(
    member: Floats, value: Floats, fixed: Floats, level: Floats, alone: Floats
) -> tuple[float, Floats]:
    """Largest least excess and how firmly each coalition holds it; variables: shares, excess."""
    players = member.shape[1]
    result = linprog(
        np.append(np.zeros(players), -1.0),
        A_ub=np.column_stack([-member, np.ones(value.size)]),
        b_ub=-value,
        A_eq=np.column_stack([fixed, np.zeros(level.size)]),
        b_eq=level,
        bounds=[*((low, None) for low in alone), (None, None)],
    )
    if result.x is None:
        raise MethodError(f"worth: no shares found ({result.message})")
    return float(result.x[-1]), np.asarray(-result.ineqlin.marginals)
