"""Who is hurt by which choice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, Integers, non_negative, real
from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Harm:
    """For v deciders (rows) and m choices (columns): the value each loses by each choice (v, m),
    negative where it gains; whether that hurts (v, m); how many are hurt by a choice (m,); and the
    decider who loses most by it (m,), lowest index on a tie.

    >>> harm([[1.0, 0.5], [0.25, 0.75]]).hardest_hit.tolist()
    [1, 0]
    """

    loss: Floats
    hurt: Booleans
    number_hurt: Integers
    hardest_hit: Integers


def harm(values: ArrayLike, reference: int | None = None, bearable: float = 0.0) -> Harm:
    """Loss of each decider by each choice, from values (v, m).

    The loss counts from the decider's own best choice (then it is its regret, Savage 1951), or
    from the alternative `reference`, as the state of today; a loss above `bearable` hurts, in the
    unit of the values. Raises MethodError for values that are not finite (v, m), a reference
    outside 0..m-1 or a bearable loss below zero.

    >>> found = harm([[1.0, 0.5, 0.4], [0.2, 0.9, 0.4]], reference=2)
    >>> found.hurt.tolist(), found.number_hurt.tolist()
    ([[False, False, False], [True, False, False]], [1, 0, 0])
    """
    value = real("values", values, ndim=2)
    limit = float(non_negative("bearable", bearable, ndim=0))
    if reference is None:
        start = value.max(axis=1, keepdims=True)
    elif 0 <= reference < value.shape[1]:
        start = value[:, [reference]]
    else:
        raise MethodError(f"reference: must lie in 0..{value.shape[1] - 1}, got {reference}")
    loss = start - value
    hurt = loss > limit
    return Harm(loss, hurt, np.count_nonzero(hurt, axis=0).astype(np.int64), loss.argmax(axis=0))
