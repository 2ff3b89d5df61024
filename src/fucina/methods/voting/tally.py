"""Exact tallies of coalitions: every index of power is a weighing of them."""

from math import comb

from fucina.methods.voting.ballots import Ballots, read_ballots
from fucina.methods.voting.compound_counting import count_compound_losing, count_compound_swings
from fucina.methods.voting.counting import (
    BySize,
    Tallying,
    count_losing,
    count_swings,
    swings_by_size,
)
from fucina.methods.voting.enumeration import count_enumerated
from fucina.methods.voting.game import Game
from fucina.methods.voting.weighted import WeightedGame

LISTED = 12  # players up to whom listing all coalitions is quickest


def tally_swings(game: Game) -> tuple[int, ...]:
    """Each player's swings: losing coalitions of others that win once the player joins.

    Exact integers: generating functions for games made of weighted ones, else enumeration.
    Raises MethodError for votes too fine, or a game of another kind with more than 20 players.

    >>> tally_swings(WeightedGame((2, 1, 1), 3))
    (3, 1, 1)
    """
    if isinstance(game, WeightedGame):
        small = game.reduced()
        return count_swings(min(small, small.dual(), key=lambda g: g.quota), Tallying())
    ballots = _ballots(game)
    if ballots is not None:
        return count_compound_swings(ballots, Tallying())
    return tuple(sum(by_size) for by_size in count_enumerated(game)[1])


def tally_swings_by_size(game: Game) -> tuple[BySize, ...]:
    """The swings by the size of the coalition without the player.

    >>> tally_swings_by_size(WeightedGame((2, 1, 1), 3))
    ((0, 2, 1), (0, 1, 0), (0, 1, 0))
    """
    if isinstance(game, WeightedGame):
        return swings_by_size(game)
    ballots, n = _ballots(game), game.players
    if ballots is None:
        return count_enumerated(game)[1]
    how = Tallying.by_size(n)
    return tuple(how.digits(packed, n) for packed in count_compound_swings(ballots, how))


def tally_losing(game: Game, yes: int, no: int) -> int:
    """Losing coalitions, each counted yes**size * no**(players - size) times.

    >>> tally_losing(WeightedGame((2, 1, 1), 3), 1, 1)
    5
    """
    how = Tallying(yes, no)
    if isinstance(game, WeightedGame):
        return count_losing(game.reduced(), how)
    ballots = _ballots(game)
    if ballots is not None:
        return count_compound_losing(ballots, how)
    n, winning = game.players, count_enumerated(game)[0]
    return sum(
        (comb(n, size) - count) * yes**size * no ** (n - size) for size, count in enumerate(winning)
    )


def _ballots(game: Game) -> Ballots | None:
    return read_ballots(game) if game.players > LISTED else None
