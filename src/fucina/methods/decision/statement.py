"""What is said of the weights, one inequality at a time, and which sayings cannot stand together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError

ROOM = 1e-9


@dataclass(frozen=True)
class Statement:
    """coefficients (k,) @ weights <= limit, and how it reads.

    >>> Statement(np.array([-1.0, 0.0]), -0.6, "criterion 0 >= 0.6").text
    'criterion 0 >= 0.6'
    """

    coefficients: Floats
    limit: float
    text: str


def room(size: int, statements: Sequence[Statement]) -> float | None:
    """The most by which weights (size,) on the simplex can clear every statement and stay above
    zero; none where no weights obey all.

    >>> round(room(2, [Statement(np.array([1.0, 0.0]), 0.25, "")]), 9)
    0.125
    """
    rows = np.zeros((len(statements) + size, size + 1))
    limits = np.zeros(len(rows))
    for i, statement in enumerate(statements):
        rows[i, :size], limits[i] = statement.coefficients, statement.limit
    rows[len(statements) :, :size] = -np.eye(size)
    rows[:, size] = 1.0
    goal = -np.eye(size + 1)[size]
    bounds = [(0.0, 1.0)] * size + [(0.0, 1.0)]
    total = np.append(np.ones(size), 0.0)[None]
    found = linprog(goal, rows, limits, total, [1.0], bounds=bounds)
    return None if found.fun is None else -float(found.fun)


def contradiction(size: int, statements: Sequence[Statement], least: float | None) -> MethodError:
    """The refusal of statements with less room than `least` (none: no weights at all), naming a
    smallest set of them: without any one of those named, the rest could stand.

    Chinneck and Dravnieks 1991, deletion filter.

    >>> high = [Statement(-row, -0.6, f"criterion {i} >= 0.6") for i, row in enumerate(np.eye(3)[:2])]
    >>> str(contradiction(3, high, None))
    'weights: no weights obey "criterion 0 >= 0.6" and "criterion 1 >= 0.6"; change one of them'
    """
    kept = list(statements)
    for statement in statements:
        without = [other for other in kept if other is not statement]
        if not _stands(size, without, least):
            kept = without
    named = " and ".join(f'"{statement.text}"' for statement in kept)
    if least is None:
        return MethodError(f"weights: no weights obey {named}; change one of them")
    return MethodError(f"weights: {named} leave no room to draw; state the weights instead")


def _stands(size: int, statements: Sequence[Statement], least: float | None) -> bool:
    found = room(size, statements)
    return found is not None and (least is None or found >= least)
