"""Which draws a bootstrap resample takes, and how often."""

import numpy as np
from numpy.typing import NDArray

from fucina.methods.uncertainty.draws import uniform

STREAM = "fucina/bootstrap"


def resample_counts(seed: int, n: int, resamples: int) -> NDArray[np.uint16]:
    """How often each resample (row) takes each of n draws: (resamples, n), rows summing to n.

    Drawn with replacement (Efron 1979), by address: resample r is the same however many are asked.

    >>> resample_counts(1, 5, 3).sum(axis=1).tolist()
    [5, 5, 5]
    """
    counts = np.empty((resamples, n), dtype=np.uint16)
    for r in range(resamples):
        taken = (uniform(seed, STREAM, n, start=r * n) * n).astype(np.int64)
        counts[r] = np.bincount(taken, minlength=n)
    return counts
