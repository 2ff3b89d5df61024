"""What it is worth to know one input, or a group of them, before deciding."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.estimate import Estimate, mean
from fucina.methods.uncertainty.expectation import expectations
from fucina.methods.uncertainty.information import checked_benefits
from fucina.methods.uncertainty.smooth import smooth_basis

FUNCTIONS = 200
DRAWS_EACH = 20


@dataclass(frozen=True)
class PartialInformation:
    """EVPPI by regression, and a floor: what deciding by the regression brings on draws not seen.

    >>> PartialInformation(Estimate(5.0, 0.1, 1000), Estimate(4.9, 0.1, 1000)).value.value
    5.0
    """

    value: Estimate
    floor: Estimate


def evppi(benefits: ArrayLike, inputs: ArrayLike) -> PartialInformation:
    """Expected value of knowing `inputs` (n,) or as a group (n, q), in the unit of `benefits` (n, d).

    E[max over decisions of E[benefit | inputs]] - max over decisions of E[benefit], read from one
    common sample by regression (Strong, Oakley, Brennan 2014): each decision's advantage over the one
    best on average, on splines of the inputs' ranks and their products, as many as generalised
    cross-validation asks for (Craven and Wahba 1979), at most 200 and one for 20 draws. Standard
    errors are those of the mean gain of deciding by the regression.

    Bias: `value` is pushed up by noise in the regression and down by wiggles or interactions it is
    too coarse for (no interactions are seen beyond 17 inputs, sooner with fewer than 4,000 draws).
    `floor` takes each tenth of the draws to the regression of the others: it falls short of the truth
    on average, and far below `value` it says that draws are too few. A constant input is worth nothing.
    Raises MethodError for unequal numbers of draws and fewer than 20 (q + 1) of them.

    >>> from fucina.methods.uncertainty import uniform
    >>> price, other = (2 * uniform(1, name, 4000) - 1 for name in ("price", "other"))
    >>> build = price + 0.5 * other
    >>> found = evppi(np.stack([np.zeros(4000), build], axis=1), price)
    >>> abs(found.value.value - 0.25) < 3 * found.value.se
    True
    """
    worth = checked_benefits(benefits)
    known = real("inputs", inputs)
    known = known[:, None] if known.ndim == 1 else real("inputs", known, ndim=2)
    n, q = known.shape
    same_length("draws of benefits and of inputs", worth.shape[0], n)
    most = min(FUNCTIONS, n // DRAWS_EACH)
    if q + 1 > most:
        raise MethodError(
            f"inputs: at most {most - 1} can be known together from {n} draws "
            f"({FUNCTIONS - 1} from any number), got {q}"
        )
    best = int(np.argmax(worth.mean(axis=0)))
    gain = worth - worth[:, [best]]
    expected, unseen = expectations(gain, *smooth_basis(known, most))
    reached = mean(_chosen(gain, expected))
    value = Estimate(float(expected.max(axis=1).mean()), reached.se, n)
    return PartialInformation(value, mean(_chosen(gain, unseen)))


def _chosen(gain: Floats, expected: Floats) -> Floats:
    return np.asarray(np.take_along_axis(gain, expected.argmax(axis=1)[:, None], axis=1)[:, 0])
