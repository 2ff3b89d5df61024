"""A number from a simulation never travels without its standard error."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import real
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Estimate:
    """An estimated value, its standard error (same unit) and the number of draws behind it.

    >>> Estimate(0.5, 0.05, 100).n
    100
    """

    value: float
    se: float
    n: int


def probability(mask: ArrayLike) -> Estimate:
    """Share of draws where `mask` (n,) holds; standard error sqrt(p(1-p)/n).

    Raises MethodError for an empty mask or one that is not boolean.

    >>> probability([True, True, False, False])
    Estimate(value=0.5, se=0.25, n=4)
    """
    holds = np.asarray(mask)
    if holds.dtype != np.bool_ or holds.ndim != 1 or holds.size == 0:
        raise MethodError(f"mask: expected booleans (n,), got {holds.dtype} {holds.shape}")
    share = float(holds.mean())
    return Estimate(share, sqrt(share * (1 - share) / holds.size), holds.size)


def mean(samples: ArrayLike) -> Estimate:
    """Mean of the draws (n,); standard error s/sqrt(n), nan for a single draw.

    >>> mean([1.0, 3.0])
    Estimate(value=2.0, se=1.0, n=2)
    """
    values = real("samples", samples, ndim=1)
    spread = float(values.std(ddof=1)) if values.size > 1 else float("nan")
    return Estimate(float(values.mean()), spread / sqrt(values.size), values.size)
