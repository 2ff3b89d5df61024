"""How likely a proposal passes."""

from fractions import Fraction

from fucina.methods.errors import MethodError
from fucina.methods.voting.game import Game
from fucina.methods.voting.tally import tally_losing


def passage_probability(game: Game, p: Fraction | float = Fraction(1, 2)) -> Fraction:
    """P(a coalition wins) when each player votes yes with probability p, independently.

    Sum over winning coalitions of p**s (1-p)**(n-s); at p = 1/2 Coleman's (1971) power of a
    collectivity to act. A float p is taken as the decimal it prints. Exact.
    Raises MethodError for p outside 0..1, and for games that cannot be counted, as `banzhaf`.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> str(passage_probability(WeightedGame((1, 1, 1), 2), 0.1))
    '7/250'
    """
    yes = p if isinstance(p, Fraction) else _decimal(p)
    if not 0 <= yes <= 1:
        raise MethodError(f"p: must lie in 0..1, got {p}")
    losing = tally_losing(game, yes.numerator, yes.denominator - yes.numerator)
    return 1 - Fraction(losing, yes.denominator**game.players)


def deadlock_probability(game: Game) -> Fraction:
    """1 - passage_probability: P(a proposal fails) when each player tosses a fair coin.

    The players' votes are independent: blocs that vote together make deadlock likelier or rarer.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> str(deadlock_probability(WeightedGame((1, 1, 1), 3)))
    '7/8'
    """
    return 1 - passage_probability(game)


def _decimal(p: float) -> Fraction:
    try:
        return Fraction(str(float(p)))
    except ValueError as error:
        raise MethodError(f"p: not a probability, got {p}") from error
