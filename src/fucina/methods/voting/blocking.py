"""Who is needed, with whom it is enough, and who together can stop everything."""

from collections.abc import Iterator

import numpy as np

from fucina.methods.errors import MethodError
from fucina.methods.voting.compound import Dual
from fucina.methods.voting.enumeration import coalitions
from fucina.methods.voting.game import Game
from fucina.methods.voting.weighted import WeightedGame

MOST_COALITIONS = 200_000

type Coalition = tuple[int, ...]


def minimal_winning(game: Game) -> tuple[Coalition, ...]:
    """Winning coalitions that lose with any member gone, smallest first.

    Players as indices. Weighted games of any size, others to 20 players. Raises MethodError for
    more players, or for more than 200,000 coalitions.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> minimal_winning(WeightedGame((2, 1, 1), 3))
    ((0, 1), (0, 2))
    """
    found = _grown(game) if isinstance(game, WeightedGame) else _listed(game)
    return tuple(sorted(found, key=lambda coalition: (len(coalition), coalition)))


def minimal_blocking(game: Game) -> tuple[Coalition, ...]:
    """Coalitions without which the others lose, and that cannot do so with any member gone.

    The minimal winning coalitions of the dual game. Limits and errors as `minimal_winning`.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> minimal_blocking(WeightedGame((2, 1, 1), 3))
    ((0,), (1, 2))
    """
    return minimal_winning(game.dual() if isinstance(game, WeightedGame) else Dual(game))


def blocking_players(game: Game) -> Coalition:
    """Players without whom no coalition wins: everyone else together loses.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> blocking_players(WeightedGame((2, 1, 1), 3))
    (0,)
    """
    all_but_one = ~np.eye(game.players, dtype=np.bool_)
    return tuple(np.flatnonzero(~game.wins(all_but_one)).tolist())


def _listed(game: Game) -> list[Coalition]:
    everyone = coalitions(game.players)
    wins = game.wins(everyone)
    minimal = wins.copy()
    for player in range(game.players):
        split = wins.reshape(-1, 2, 2**player)
        minimal.reshape(-1, 2, 2**player)[:, 1] &= ~split[:, 0]
    return [tuple(np.flatnonzero(row).tolist()) for row in everyone[minimal]]


def _grown(game: WeightedGame) -> list[Coalition]:
    """Members join by falling weight, so that the last to join is the first to be spared."""
    found: list[Coalition] = []
    for coalition in _minimal(game):
        found.append(coalition)
        if len(found) > MOST_COALITIONS:
            raise MethodError(f"game: more than {MOST_COALITIONS} minimal winning coalitions")
    return found


def _minimal(game: WeightedGame) -> Iterator[Coalition]:
    order = sorted(range(game.players), key=lambda i: -game.weights[i])
    weights = [int(game.weights[i]) for i in order]
    rest = np.cumsum([0, *weights[::-1]])[::-1].tolist()
    stack: list[tuple[int, int, Coalition]] = [(0, int(game.quota), ())]
    while stack:
        place, missing, members = stack.pop()
        if rest[place] < missing:
            continue
        joined = (*members, order[place])
        if rest[place + 1] >= missing:
            stack.append((place + 1, missing, members))
        if weights[place] >= missing:
            yield tuple(sorted(joined))
        else:
            stack.append((place + 1, missing - weights[place], joined))
