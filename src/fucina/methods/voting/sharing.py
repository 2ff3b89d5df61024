"""Sharing a common cost or a short estate."""

from collections.abc import Callable
from math import factorial

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real
from fucina.methods.errors import MethodError
from fucina.methods.voting.enumeration import coalitions

MOST_PLAYERS = 16


def shapley_value(players: int, worth: Callable[[tuple[int, ...]], float]) -> Floats:
    """Mean contribution of each player over all orders of joining (Shapley 1953); (players,).

    `worth` gives what each ascending tuple of players is worth (or costs) together.
    Raises MethodError for fewer than 1 or more than 16 players, or a worth that is not finite.

    >>> shapley_value(2, lambda who: {(): 0, (0,): 1, (1,): 3, (0, 1): 6}[who]).tolist()
    [2.0, 4.0]
    """
    if not 1 <= players <= MOST_PLAYERS:
        raise MethodError(f"players: must lie in 1 .. {MOST_PLAYERS}, got {players}")
    member = coalitions(players)
    value = real("worth", [worth(tuple(np.flatnonzero(row).tolist())) for row in member], ndim=1)
    size = member.sum(axis=1)
    orders = [
        factorial(s) * factorial(players - s - 1) / factorial(players) for s in range(players)
    ]
    shares = np.zeros(players)
    for player in range(players):
        without = ~member[:, player]
        gain = value[member[:, player]] - value[without]
        shares[player] = np.take(orders, size[without]) @ gain
    return shares


def talmud(claims: ArrayLike, estate: float) -> Floats:
    """Contested-garment division of `estate` among claims (k,) (Aumann and Maschler 1985).

    Equal awards up to half of each claim while the estate is below half of the claims, equal
    losses up to half above it. Raises MethodError for an estate outside 0 .. sum of claims.

    >>> talmud([100, 200, 300], 300).tolist()
    [50.0, 100.0, 150.0]
    """
    claim = non_negative("claims", claims, ndim=1)
    total = float(claim.sum())
    available = float(non_negative("estate", estate, ndim=0))
    if available > total:
        raise MethodError(f"estate: {available} exceeds the claims' sum {total}")
    if available <= total / 2:
        return _equal_awards(claim / 2, available)
    return claim - _equal_awards(claim / 2, total - available)


def _equal_awards(caps: Floats, amount: float) -> Floats:
    """Equal parts of `amount`, none above its cap."""
    awards = np.zeros_like(caps)
    left, waiting = amount, caps.size
    for index in np.argsort(caps, kind="stable"):
        awards[index] = min(caps[index], left / waiting)
        left -= awards[index]
        waiting -= 1
    return awards
