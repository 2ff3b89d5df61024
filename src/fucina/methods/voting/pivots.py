"""How likely each player decides when the others vote yes with a given probability, in float64."""

from math import ceil, prod, sqrt

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.voting.ballot_sums import empty_sums, sum_swings
from fucina.methods.voting.ballots import read_ballots
from fucina.methods.voting.game import Game
from fucina.methods.voting.weighted import WeightedGame

MOST_STATES = 4_000_000


def chances_to_decide(game: Game, chance: float) -> Floats:
    """P(the player turns defeat into victory), the others voting yes with `chance`, (players,).

    The distribution of the others' votes is built by adding, never by taking out: every term is
    positive, so the relative error stays near 1e-14. Raises MethodError for a game that is not
    made of weighted ones or has more than four million states.

    >>> chances_to_decide(WeightedGame((2, 1, 1), 3), 0.5).tolist()
    [0.75, 0.25, 0.25]
    """
    if isinstance(game, WeightedGame):
        return _weighted(game.reduced(), chance)
    ballots = read_ballots(game)
    if ballots is None:
        raise MethodError("game: must be made of WeightedGame, Veto, AllOf, AnyOf and Dual")
    states = prod(quota + 1 for quota in ballots.quotas)
    if states > MOST_STATES:
        raise MethodError(f"games: {states} states are too many, at most {MOST_STATES}")
    start = empty_sums(ballots).astype(np.float64)
    return np.array(
        sum_swings(ballots, start, lambda out, joined: (1 - chance) * out + chance * joined),
        dtype=np.float64,
    )


def quadrature(players: int) -> tuple[Floats, Floats]:
    """Gauss-Legendre nodes and weights on 0..1 for a chance to decide, a polynomial in the others'
    probability of voting yes: exact, or with fewer nodes an error below 1e-18.

    On the ellipse with foci 0 and 1 and semi-axes summing to e**s / 2 the integrand is at most
    cosh(s)**(n-1), which bounds the error by about exp((n-1) s**2 / 2 - 2 N s) (Trefethen 2008).

    >>> quadrature(3)[0].size
    2
    """
    count = min(ceil(players / 2), ceil(sqrt(22 * players)) + 1)
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return (nodes + 1) / 2, weights / 2


def _weighted(game: WeightedGame, chance: float) -> Floats:
    """By the dual game where its quota is lower: yes and no change places."""
    dual = game.dual()
    if dual.quota < game.quota:
        game, chance = dual, 1 - chance
    if compiled.available():
        from fucina.methods.voting.kernels import pivot_chances
    else:
        from fucina.methods.voting.plain import pivot_chances
    weights = np.array(game.weights, dtype=np.int64)
    distinct, first, place = np.unique(weights, return_index=True, return_inverse=True)
    extra = np.delete(weights, first)
    return np.asarray(pivot_chances(extra, distinct, game.quota, chance)[place])
