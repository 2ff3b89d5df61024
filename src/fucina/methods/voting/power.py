"""Indices of voting power, exact."""

from fractions import Fraction
from math import factorial

from fucina.methods.errors import MethodError
from fucina.methods.voting.game import Game
from fucina.methods.voting.tally import tally_swings, tally_swings_by_size


def banzhaf(game: Game) -> tuple[Fraction, ...]:
    """Each player's share of all swings (Banzhaf 1965); shares sum to one.

    Games of WeightedGame, Veto, AllOf, AnyOf and Dual to some 200 players, others to 20. Raises
    MethodError for a game that no coalition decides, and for votes too fine to count.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> [str(share) for share in banzhaf(WeightedGame((4, 3, 2, 1), 6))]
    ['5/12', '1/4', '1/4', '1/12']
    """
    swings = tally_swings(game)
    if sum(swings) == 0:
        raise MethodError("game: no player ever decides, power cannot be shared")
    return tuple(Fraction(count, sum(swings)) for count in swings)


def banzhaf_absolute(game: Game) -> tuple[Fraction, ...]:
    """P(the player decides) when the others vote yes or no by a fair coin (Penrose 1946).

    Swings / 2**(players - 1). Raises as `banzhaf`, except that undecided games give zeros.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> [str(chance) for chance in banzhaf_absolute(WeightedGame((1, 1, 1), 2))]
    ['1/2', '1/2', '1/2']
    """
    return tuple(Fraction(count, 2 ** (game.players - 1)) for count in tally_swings(game))


def shapley_shubik(game: Game) -> tuple[Fraction, ...]:
    """Share of the orders of joining in which the player turns defeat into victory.

    Sum over swings of s!(n-s-1)!/n!, s the size without the player (Shapley and Shubik 1954).
    Shares sum to one. Limits and errors as `banzhaf`.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> [str(share) for share in shapley_shubik(WeightedGame((2, 1, 1), 3))]
    ['2/3', '1/6', '1/6']
    """
    n = game.players
    orders = [factorial(s) * factorial(n - s - 1) for s in range(n)]
    pivots = [
        sum(count * order for count, order in zip(by_size, orders, strict=True))
        for by_size in tally_swings_by_size(game)
    ]
    if sum(pivots) == 0:
        raise MethodError("game: no player ever decides, power cannot be shared")
    return tuple(Fraction(count, factorial(n)) for count in pivots)
