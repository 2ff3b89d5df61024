"""Weighted games: votes against a quota."""

from dataclasses import dataclass
from functools import reduce
from math import gcd

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans
from fucina.methods.errors import MethodError
from fucina.methods.voting.game import members


@dataclass(frozen=True)
class WeightedGame:
    """A coalition wins when its votes reach the quota (von Neumann and Morgenstern 1944).

    `weights`: whole votes >= 0, one a player; 1 <= `quota` <= their sum, else MethodError.

    >>> WeightedGame((50, 30, 20), quota=51).wins([[True, False, False], [True, True, False]])
    array([False,  True])
    """

    weights: tuple[int, ...]
    quota: int

    def __post_init__(self) -> None:
        if not self.weights or min(self.weights) < 0:
            raise MethodError(f"weights: must not be empty or negative, got {self.weights}")
        if any(int(w) != w for w in (*self.weights, self.quota)):
            raise MethodError("weights, quota: must be whole numbers; scale shares up first")
        if not 1 <= self.quota <= sum(self.weights):
            raise MethodError(f"quota: must lie in 1 .. {sum(self.weights)}, got {self.quota}")

    @property
    def players(self) -> int:
        return len(self.weights)

    def wins(self, coalition: ArrayLike) -> Booleans:
        mask = members(coalition, self.players)
        if mask.shape[-1] != self.players:
            raise MethodError(f"coalition: {mask.shape[-1]} players, expected {self.players}")
        votes = np.array(self.weights, dtype=np.int64)
        return np.asarray((mask @ votes) >= self.quota)

    def reduced(self) -> "WeightedGame":
        """The same game with the smallest votes: divided by their common factor.

        >>> WeightedGame((400, 200), quota=500).reduced()
        WeightedGame(weights=(2, 1), quota=3)
        """
        factor = reduce(gcd, (int(w) for w in self.weights))
        weights = tuple(int(w) // factor for w in self.weights)
        return WeightedGame(weights, -(-int(self.quota) // factor))

    def dual(self) -> "WeightedGame":
        """Won by the coalitions that can block this game: those whose opponents lose it.

        >>> WeightedGame((50, 30, 20), quota=80).dual()
        WeightedGame(weights=(50, 30, 20), quota=21)
        """
        return WeightedGame(self.weights, sum(self.weights) - self.quota + 1)
