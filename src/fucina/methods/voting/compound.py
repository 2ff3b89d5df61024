"""Games made of games: double majorities, alternatives, vetoes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans
from fucina.methods.errors import MethodError
from fucina.methods.voting.game import Game, members


@dataclass(frozen=True)
class Veto:
    """Won by every coalition that contains `player`: joined by AllOf, a right of veto.

    It fits into a game of any number of players that has this player.

    >>> Veto(1).wins([True, False, True]).item()
    False
    """

    player: int

    def __post_init__(self) -> None:
        if self.player < 0:
            raise MethodError(f"player: must not be negative, got {self.player}")

    @property
    def players(self) -> int:
        return self.player + 1

    def wins(self, coalition: ArrayLike) -> Booleans:
        return np.asarray(members(coalition, self.players)[..., self.player])


@dataclass(frozen=True)
class AllOf:
    """Won by the coalitions that win every one of the games, all over the same players.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> AllOf((WeightedGame((1, 1, 1), 2), Veto(0))).wins([False, True, True]).item()
    False
    """

    games: tuple[Game, ...]

    def __post_init__(self) -> None:
        _check(self.games)

    @property
    def players(self) -> int:
        return max(game.players for game in self.games)

    def wins(self, coalition: ArrayLike) -> Booleans:
        return np.asarray(np.logical_and.reduce([game.wins(coalition) for game in self.games]))


@dataclass(frozen=True)
class AnyOf:
    """Won by the coalitions that win at least one of the games, all over the same players.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> AnyOf((WeightedGame((1, 1, 1), 2), Veto(0))).wins([True, False, False]).item()
    True
    """

    games: tuple[Game, ...]

    def __post_init__(self) -> None:
        _check(self.games)

    @property
    def players(self) -> int:
        return max(game.players for game in self.games)

    def wins(self, coalition: ArrayLike) -> Booleans:
        return np.asarray(np.logical_or.reduce([game.wins(coalition) for game in self.games]))


@dataclass(frozen=True)
class Dual:
    """Won by the coalitions that can block `game`: those whose opponents together lose it.

    >>> from fucina.methods.voting.weighted import WeightedGame
    >>> Dual(WeightedGame((50, 30, 20), 80)).wins([True, False, False]).item()
    True
    """

    game: Game

    @property
    def players(self) -> int:
        return self.game.players

    def wins(self, coalition: ArrayLike) -> Booleans:
        return np.asarray(~self.game.wins(~members(coalition, self.players)))


def _check(games: Sequence[Game]) -> None:
    sizes = {game.players for game in games if not isinstance(game, Veto)}
    if not games or len(sizes) > 1:
        raise MethodError(f"games: must be over the same players, got sizes {sorted(sizes)}")
    vetoes = [game.player for game in games if isinstance(game, Veto)]
    if sizes and vetoes and max(vetoes) >= max(sizes):
        raise MethodError(f"games: veto of player {max(vetoes)} among {max(sizes)} players")
