"""Direction numbers of Sobol' sequences, as Joe and Kuo chose them."""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from fucina.methods.errors import MethodError

BITS = 32
DIMENSIONS = 1024

type Words = NDArray[np.uint64]


@cache
def _table() -> tuple[tuple[int, ...], ...]:
    text = resources.files(__package__).joinpath("joe_kuo.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(int(number) for number in line.split()) for line in lines)


@cache
def direction_numbers(dimension: int) -> Words:
    """The 32 direction numbers (32,) of a dimension 0 .. 1023, the first bit of the point highest.

    Recurrence over a primitive polynomial (Sobol' 1967; Bratley and Fox 1988) from the initial
    numbers of Joe and Kuo (2008). Raises MethodError for a dimension that the table does not have.

    >>> [f"{word:032b}"[:4] for word in direction_numbers(1)[:4].tolist()]
    ['1000', '1100', '1010', '1111']
    """
    if not 0 <= dimension < DIMENSIONS:
        raise MethodError(f"dimension: must lie in 0 .. {DIMENSIONS - 1}, got {dimension}")
    polynomial, *odd = _table()[dimension]
    degree = len(odd)
    if degree == 0:
        odd = [1] * BITS
    for k in range(len(odd), BITS):
        new = odd[k - degree]
        for back in range(1, degree + 1):
            if polynomial >> (degree - back) & 1:
                new ^= odd[k - back] << back
        odd.append(new)
    words = np.array([m << (BITS - 1 - j) for j, m in enumerate(odd[:BITS])], dtype=np.uint64)
    words.setflags(write=False)
    return words
