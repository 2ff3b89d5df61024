"""A quantile of draws with its standard error."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Estimate


def quantile(samples: ArrayLike, level: float) -> Estimate:
    """The smallest of the draws (n,) that a share `level` of them does not exceed.

    Standard error: half the distance between the quantiles one standard error of the level to
    either side (Woodruff 1952). Raises MethodError for a level outside 0..1 or no finite draws.

    >>> quantile(range(1, 101), 0.8).value
    80.0
    """
    values = np.sort(real("samples", samples, ndim=1))
    if not 0 <= level <= 1:
        raise MethodError(f"level: must lie in 0..1, got {level}")
    n = values.size
    spread = (level * (1 - level) / n) ** 0.5

    def at(share: float) -> float:
        place = int(np.ceil(min(max(share, 0.0), 1.0) * n - 1e-9)) - 1
        return float(values[max(place, 0)])

    return Estimate(at(level), (at(level + spread) - at(level - spread)) / 2, n)
