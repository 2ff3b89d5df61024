"""Who is needed, and with whom it is enough."""

import numpy as np

from fucina.methods.voting.enumeration import coalitions
from fucina.methods.voting.game import Game


def minimal_winning(game: Game) -> tuple[tuple[int, ...], ...]:
    """Winning coalitions that lose with any member gone, smallest first (up to 20 players).

    Players as indices. Raises MethodError for more than 20 players.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> minimal_winning(WeightedGame((2, 1, 1), 3))
    ((0, 1), (0, 2))
    """
    everyone = coalitions(game.players)
    wins = game.wins(everyone)
    minimal = wins.copy()
    for player in range(game.players):
        split = wins.reshape(-1, 2, 2**player)
        minimal.reshape(-1, 2, 2**player)[:, 1] &= ~split[:, 0]
    found = [tuple(np.flatnonzero(row).tolist()) for row in everyone[minimal]]
    return tuple(sorted(found, key=lambda coalition: (len(coalition), coalition)))


def blocking_players(game: Game) -> tuple[int, ...]:
    """Players without whom no coalition wins: everyone else together loses.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> blocking_players(WeightedGame((2, 1, 1), 3))
    (0,)
    """
    all_but_one = ~np.eye(game.players, dtype=np.bool_)
    return tuple(np.flatnonzero(~game.wins(all_but_one)).tolist())
