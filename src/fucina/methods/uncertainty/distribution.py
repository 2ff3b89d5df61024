"""What every distribution can answer."""

from typing import Protocol

from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError


class Distribution(Protocol):
    """A distribution of one real figure, sampled by inversion: quantile(uniform(...)).

    >>> from fucina.methods.uncertainty import Uniform
    >>> rent: Distribution = Uniform(10, 20)
    >>> rent.mean
    15.0
    """

    @property
    def low(self) -> float: ...

    @property
    def high(self) -> float: ...

    @property
    def mean(self) -> float: ...

    def quantile(self, u: ArrayLike) -> Floats: ...


def levels(u: ArrayLike) -> Floats:
    """Probability levels, checked to lie in 0..1.

    >>> levels([0, 0.5]).tolist()
    [0.0, 0.5]
    """
    array = real("u", u)
    if array.min() < 0 or array.max() > 1:
        raise MethodError("u: probability levels must lie in 0..1")
    return array
