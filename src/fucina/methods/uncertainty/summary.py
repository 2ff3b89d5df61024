"""The usual figures of a sample."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import real
from fucina.methods.uncertainty.estimate import mean


@dataclass(frozen=True)
class Summary:
    """Mean with standard error, spread and percentiles of a sample, all in the sample's unit.

    >>> Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2).n
    2
    """

    mean: float
    se: float
    sd: float
    p05: float
    p25: float
    p50: float
    p75: float
    p95: float
    minimum: float
    maximum: float
    n: int


def summary(samples: ArrayLike) -> Summary:
    """Summary of the draws (n,); percentiles by linear interpolation (Hyndman-Fan 1996, type 7).

    Raises MethodError for an empty or non-finite sample.

    >>> summary(range(101)).p95
    95.0
    """
    values = real("samples", samples, ndim=1)
    centre = mean(values)
    percentiles = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95])
    p05, p25, p50, p75, p95 = (float(p) for p in percentiles)
    return Summary(
        mean=centre.value,
        se=centre.se,
        sd=float(values.std(ddof=1)) if values.size > 1 else float("nan"),
        p05=p05,
        p25=p25,
        p50=p50,
        p75=p75,
        p95=p95,
        minimum=float(values.min()),
        maximum=float(values.max()),
        n=values.size,
    )
