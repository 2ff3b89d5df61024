"""Checked arrays: every method takes its numbers in through these doors."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fucina.methods.errors import MethodError

type Floats = NDArray[np.float64]
type Integers = NDArray[np.int64]
type Booleans = NDArray[np.bool_]


def real(name: str, value: ArrayLike, *, ndim: int | None = None) -> Floats:
    """Finite, non-empty float64 array; `ndim` fixes the number of axes.

    Raises MethodError naming `name` where the value is not that.

    >>> real("flows", [1, 2]).tolist()
    [1.0, 2.0]
    """
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise MethodError(f"{name}: not an array of numbers ({error})") from error
    if ndim is not None and array.ndim != ndim:
        raise MethodError(f"{name}: expected {ndim} axes, got shape {array.shape}")
    if array.size == 0:
        raise MethodError(f"{name}: empty")
    if not np.isfinite(array).all():
        raise MethodError(f"{name}: contains a value that is not finite")
    return array


def non_negative(name: str, value: ArrayLike, *, ndim: int | None = None) -> Floats:
    """`real`, and no value below zero.

    >>> non_negative("demand", 3.0).item()
    3.0
    """
    array = real(name, value, ndim=ndim)
    if (array < 0).any():
        raise MethodError(f"{name}: must not be negative, got {array.min()}")
    return array


def positive(name: str, value: ArrayLike, *, ndim: int | None = None) -> Floats:
    """`real`, and every value above zero.

    >>> positive("speed", [30, 50]).tolist()
    [30.0, 50.0]
    """
    array = real(name, value, ndim=ndim)
    if (array <= 0).any():
        raise MethodError(f"{name}: must be positive, got {array.min()}")
    return array


def same_length(names: str, *lengths: int) -> None:
    """Raises MethodError unless all lengths are equal.

    >>> same_length("weights and rows of cost", 3, 3)
    """
    if len(set(lengths)) > 1:
        raise MethodError(f"{names}: lengths differ, got {', '.join(map(str, lengths))}")
