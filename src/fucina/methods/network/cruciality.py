"""How much of the end's uncertainty follows each activity."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, real, same_length
from fucina.methods.errors import MethodError


def cruciality(durations: ArrayLike, end: ArrayLike) -> tuple[Floats, Floats]:
    """Correlation of each activity's duration (n, k) with the end (n,), and its standard error.

    The cruciality index (Williams 1992): an activity may be critical in every draw and matter
    little, because it never varies; then it is 0. Standard error (1 - r**2)/sqrt(n - 1). Raises
    MethodError for lengths that differ, fewer than 3 draws, or an end that never varies.

    >>> index, se = cruciality([[1, 5], [2, 5], [3, 5]], [6, 7, 8])
    >>> index.round(9).tolist()
    [1.0, 0.0]
    """
    times, ends = real("durations", durations, ndim=2), real("end", end, ndim=1)
    same_length("rows of durations and end", times.shape[0], ends.size)
    if ends.size < 3 or np.ptp(ends) == 0:
        raise MethodError("end: need at least 3 draws that are not all the same")
    varied, moved = times - times.mean(axis=0), ends - ends.mean()
    size = np.sqrt((varied**2).sum(axis=0) * (moved**2).sum())
    varies = np.ptp(times, axis=0) > 0
    index = np.divide(moved @ varied, size, out=np.zeros(size.shape), where=varies)
    return index, np.where(varies, (1 - index**2) / np.sqrt(ends.size - 1), 0.0)
