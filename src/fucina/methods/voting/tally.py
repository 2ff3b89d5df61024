"""Exact tallies of coalitions by size: every index of power is a weighing of them."""

from dataclasses import dataclass

from fucina.methods.voting.counting import count_weighted
from fucina.methods.voting.enumeration import count_enumerated
from fucina.methods.voting.game import Game
from fucina.methods.voting.weighted import WeightedGame


@dataclass(frozen=True)
class Tally:
    """Winning coalitions by size (players + 1), and by player the swings by the size of the
    coalition without that player (players x players).

    >>> tally(WeightedGame((2, 1, 1), 3)).winning
    (0, 0, 2, 1)
    """

    winning: tuple[int, ...]
    swings: tuple[tuple[int, ...], ...]


def tally(game: Game) -> Tally:
    """Tally of a game: by generating functions where it is weighted, else by enumeration.

    A swing is a losing coalition that wins once the player joins. Exact integers.
    Raises MethodError for a game that is not weighted and has more than 20 players.

    >>> tally(WeightedGame((2, 1, 1), 3)).swings
    ((0, 2, 1), (0, 1, 0), (0, 1, 0))
    """
    if isinstance(game, WeightedGame):
        return Tally(*count_weighted(game))
    return Tally(*count_enumerated(game))
