"""What it is worth to know more before deciding: perfect information about everything."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.estimate import Estimate, mean


def checked_benefits(benefits: ArrayLike) -> Floats:
    """Net benefits (n, d): two draws or more, one decision or more; else MethodError.

    >>> checked_benefits([[1, 2], [3, 0]]).shape
    (2, 2)
    """
    worth = real("benefits", benefits, ndim=2)
    if worth.shape[0] < 2:
        raise MethodError(f"benefits: need two draws or more, got shape {worth.shape}")
    return worth


def opportunity_losses(benefits: ArrayLike) -> tuple[Estimate, ...]:
    """Expected opportunity loss of each of d decisions, in the unit of `benefits` (n, d).

    What the best decision of each draw would have brought beyond this one (Raiffa and Schlaifer
    1961). Raises MethodError for fewer than two draws or a benefit that is not finite.

    >>> [loss.value for loss in opportunity_losses([[0, 10], [0, -4]])]
    [5.0, 2.0]
    """
    worth = checked_benefits(benefits)
    losses = worth.max(axis=1, keepdims=True) - worth
    return tuple(mean(column) for column in losses.T)


def evpi(benefits: ArrayLike) -> Estimate:
    """Expected value of perfect information, in the unit of `benefits` (n draws, d decisions).

    E[max over decisions] - max over decisions of E[benefit] (Raiffa and Schlaifer 1961): the loss
    expected of the decision that is best on average. Standard error of that mean loss; the estimate
    is biased downwards, by no more than the error in telling which decision is best on average.
    Raises MethodError for fewer than two draws or a benefit that is not finite.

    >>> evpi([[0, 10], [0, -4]])
    Estimate(value=2.0, se=2.0, n=2)
    """
    worth = checked_benefits(benefits)
    return opportunity_losses(worth)[int(np.argmax(worth.mean(axis=0)))]
