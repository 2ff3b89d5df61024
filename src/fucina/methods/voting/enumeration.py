"""Listing every coalition of a small game."""

import numpy as np

from fucina.methods.arrays import Booleans, Integers
from fucina.methods.errors import MethodError
from fucina.methods.voting.game import Game

MOST_PLAYERS = 20

type BySize = tuple[int, ...]


def coalitions(players: int) -> Booleans:
    """All coalitions (2**players, players); player i is bit i of the row's number.

    Raises MethodError for more than 20 players.

    >>> coalitions(2).astype(int).tolist()
    [[0, 0], [1, 0], [0, 1], [1, 1]]
    """
    if players > MOST_PLAYERS:
        raise MethodError(f"players: {players} are too many to list, at most {MOST_PLAYERS}")
    rows = np.arange(2**players, dtype=np.uint32)[:, None]
    return np.asarray((rows >> np.arange(players, dtype=np.uint32)) & 1, dtype=np.bool_)


def count_enumerated(game: Game) -> tuple[BySize, tuple[BySize, ...]]:
    """Winning coalitions by size, and each player's swings by size, by enumeration.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> count_enumerated(WeightedGame((1, 1), 2))
    ((0, 0, 1), ((0, 1), (0, 1)))
    """
    n = game.players
    wins = game.wins(coalitions(n))
    size = np.bitwise_count(np.arange(2**n, dtype=np.uint32)).astype(np.int64)
    swings = []
    for player in range(n):
        split = wins.reshape(-1, 2, 2**player)
        pivotal = split[:, 1] & ~split[:, 0]
        without = size.reshape(-1, 2, 2**player)[:, 0]
        swings.append(_count(without[pivotal], n))
    return _count(size[wins], n + 1), tuple(swings)


def _count(sizes: Integers, length: int) -> BySize:
    return tuple(int(c) for c in np.bincount(sizes, minlength=length))
