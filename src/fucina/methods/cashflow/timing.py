"""When the first flow falls: the convention without which a present value means nothing."""

from enum import Enum

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


class Timing(Enum):
    """Discounting convention; the value is the exponent of the first flow, in periods.

    START is the custom of IRR functions and of the funding gap, END that of spreadsheets' NPV.

    >>> Timing.END.value, Timing.END.label
    (1.0, 'timing_end')
    """

    START = 0.0
    MIDDLE = 0.5
    END = 1.0

    @property
    def label(self) -> str:
        """Key of the phrase to print beside every indicator."""
        return f"timing_{self.name.lower()}"

    def __str__(self) -> str:
        """What is printed beside a figure.

        >>> print(Timing.MIDDLE)
        first flow discounted 0.5 periods
        """
        return f"first flow discounted {self.value:g} period{'' if self.value == 1 else 's'}"


def rates(rate: ArrayLike) -> Floats:
    """Rates per period, checked to be finite and greater than -1.

    >>> rates(0.04).item()
    0.04
    """
    array = real("rate", rate)
    if (array <= -1).any():
        raise MethodError(f"rate: must be greater than -1, got {array.min()}")
    return array


def discount_factors(rate: ArrayLike, periods: int, timing: Timing) -> Floats:
    """(1 + rate)**-(t + first exponent) for t = 0 .. periods-1; rate (...) gives (..., periods).

    Raises MethodError for a rate of -1 or less and for periods < 1.

    >>> discount_factors(0.25, 3, Timing.START).tolist()
    [1.0, 0.8, 0.64]
    """
    if periods < 1:
        raise MethodError(f"periods: must be at least 1, got {periods}")
    exponents = np.arange(periods) + timing.value
    return np.asarray((1 + rates(rate))[..., None] ** -exponents)
