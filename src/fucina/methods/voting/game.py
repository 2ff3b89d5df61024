"""What a voting game can answer."""

from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans
from fucina.methods.errors import MethodError


class Game(Protocol):
    """A simple game: which coalitions win. Monotone: a winning coalition stays so when joined.

    >>> from fucina.methods.voting import WeightedGame
    >>> majority: Game = WeightedGame((1, 1, 1), quota=2)
    >>> majority.wins([True, True, False]).item()
    True
    """

    @property
    def players(self) -> int: ...

    def wins(self, coalition: ArrayLike) -> Booleans:
        """Coalitions (..., players) of booleans to outcomes (...)."""
        ...


def members(coalition: ArrayLike, players: int) -> Booleans:
    """Coalitions checked to be booleans with at least `players` on the last axis.

    >>> members([True, False], 2).tolist()
    [True, False]
    """
    mask = np.asarray(coalition)
    if mask.dtype != np.bool_ or mask.ndim == 0 or mask.shape[-1] < players:
        raise MethodError(f"coalition: expected booleans (..., {players}), got {mask.shape}")
    return mask
