"""The outside view: what projects of the same kind overran by."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real
from fucina.methods.errors import MethodError
from fucina.methods.network.quantile import quantile
from fucina.methods.uncertainty import Estimate


@dataclass(frozen=True)
class Uplift:
    """Share to add to an estimate (0.4 adds 40 %), with standard error, for the risk accepted.

    >>> Uplift(Estimate(0.4, 0.1, 30), 0.2).apply(100.0).item()
    140.0
    """

    share: Estimate
    accepted_risk: float

    def apply(self, estimate: ArrayLike) -> Floats:
        """The estimate with the uplift, in its unit."""
        return np.asarray(non_negative("estimate", estimate) * (1 + self.share.value))


def reference_class_uplift(overruns: ArrayLike, accepted_risk: float) -> Uplift:
    """The uplift that a share `accepted_risk` of the reference class exceeds.

    `overruns` (m,) are actual / estimated - 1 of finished projects, of cost or of time alike. The
    uplift is the quantile of the class at 1 - accepted risk, never below the lowest seen
    (Flyvbjerg and COWI 2004). Its standard error is that of a class of m projects. Raises
    MethodError for an overrun of -1 or less or a risk outside 0..1.

    >>> reference_class_uplift([0.0, 0.1, 0.2, 0.4, 1.0], 0.2).share.value
    0.4
    """
    seen = real("overruns", overruns, ndim=1)
    if (seen <= -1).any():
        raise MethodError(f"overruns: must be greater than -1, got {seen.min()}")
    if not 0 <= accepted_risk <= 1:
        raise MethodError(f"accepted_risk: must lie in 0..1, got {accepted_risk}")
    return Uplift(quantile(seen, 1 - accepted_risk), accepted_risk)
