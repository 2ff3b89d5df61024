"""Indices of voting power in float64, for many players."""

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.voting.game import Game
from fucina.methods.voting.pivots import chances_to_decide, quadrature


def banzhaf_float(game: Game) -> Floats:
    """`banzhaf` in float64, to a thousand players and more; relative error below 1e-12.

    Raises MethodError for a game that no coalition decides, one not made of WeightedGame, Veto,
    AllOf, AnyOf and Dual, or with more than four million states of votes.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> banzhaf_float(WeightedGame((2, 1, 1), 3)).tolist()
    [0.6, 0.2, 0.2]
    """
    return _share(chances_to_decide(game, 0.5))


def shapley_shubik_float(game: Game) -> Floats:
    """`shapley_shubik` in float64, to a thousand players; relative error below 1e-12.

    The chance to decide, averaged over the probability with which the others vote yes
    (Owen 1972), by Gauss-Legendre quadrature. Raises as `banzhaf_float`.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> shapley_shubik_float(WeightedGame((2, 1, 1), 3)).round(12).tolist()
    [0.666666666667, 0.166666666667, 0.166666666667]
    """
    total = np.zeros(game.players)
    for node, weight in zip(*quadrature(game.players), strict=True):
        total += weight * chances_to_decide(game, float(node))
    return _share(total)


def _share(chances: Floats) -> Floats:
    total = chances.sum()
    if total == 0:
        raise MethodError("game: no player ever decides, power cannot be shared")
    return np.asarray(chances / total)
