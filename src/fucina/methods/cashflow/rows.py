"""Rows of amounts: every line of an account over the same periods, and over the same draws."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real
from fucina.methods.errors import MethodError


def amounts(signed: bool = False, /, **rows: ArrayLike) -> tuple[Floats, ...]:
    """Rows (..., T) brought to one shape; not negative unless `signed`; a scalar holds in every period.

    Raises MethodError naming the row that is not finite, is negative or does not fit.

    >>> [row.tolist() for row in amounts(cost=[1, 2], rent=3)]
    [[1.0, 2.0], [3.0, 3.0]]
    """
    check = real if signed else non_negative
    arrays = {name: check(name, row) for name, row in rows.items()}
    return broadcast(arrays)


def broadcast(arrays: dict[str, Floats]) -> tuple[Floats, ...]:
    """Arrays brought to one shape, at least (T,); MethodError with every shape where that fails.

    >>> [array.shape for array in broadcast({"cost": np.ones(3), "draws": np.ones((2, 1))})]
    [(2, 3), (2, 3)]
    """
    try:
        shape = np.broadcast_shapes((1,), *(array.shape for array in arrays.values()))
    except ValueError as error:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise MethodError(f"{', '.join(arrays)}: shapes do not fit, got {shapes}") from error
    return tuple(np.broadcast_to(array, shape) for array in arrays.values())


def in_last_period(name: str, value: ArrayLike, periods: int) -> Floats:
    """A value (...) that is not negative as a row (..., periods): all of it in the last period.

    >>> in_last_period("residual_value", 5.0, 3).tolist()
    [0.0, 0.0, 5.0]
    """
    last = non_negative(name, value)
    row = np.zeros((*last.shape, periods))
    row[..., -1] = last
    return row


def share_of_one(name: str, value: ArrayLike) -> Floats:
    """Shares, each in 0..1; MethodError naming them where not.

    >>> share_of_one("cofinancing_rate", 0.5).item()
    0.5
    """
    share = non_negative(name, value)
    if (share > 1).any():
        raise MethodError(f"{name}: must lie in 0..1, got {share.max()}")
    return share
