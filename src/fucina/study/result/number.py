"""Numbers of a result: never bare, always with their error or their spread."""

from typing import Annotated, Self

import numpy as np
from pydantic import AfterValidator

from fucina.methods.uncertainty import Estimate, probability, summary
from fucina.study.sampling import Floats
from fucina.study.schema.record import Record

DIGITS = 10


def _rounded(value: float) -> float:
    """Ten significant digits: what the arithmetic can promise on any machine."""
    return float(f"{value:.{DIGITS}g}")


Number = Annotated[float, AfterValidator(_rounded)]


class Estimated(Record):
    """A simulated probability or mean, with its standard error."""

    value: Number
    se: Number

    @classmethod
    def of(cls, estimate: Estimate) -> Self:
        return cls(value=estimate.value, se=estimate.se)

    @classmethod
    def share(cls, mask: np.ndarray) -> Self:
        return cls.of(probability(mask))


class Spread(Record):
    """The spread of a quantity over the draws: mean with its standard error, and percentiles."""

    mean: Number
    se: Number
    p05: Number
    p50: Number
    p95: Number

    @classmethod
    def of(cls, samples: Floats) -> Self:
        found = summary(samples)
        return cls(mean=found.mean, se=found.se, p05=found.p05, p50=found.p50, p95=found.p95)
