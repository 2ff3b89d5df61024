"""Random numbers with an address, so that no draw depends on who asks first or how many work."""

from hashlib import blake2b

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError

WORDS_PER_COUNTER = 4


def uniform(seed: int, name: str, n: int, start: int = 0) -> Floats:
    """Draws start .. start+n-1 of the input `name`, uniform in the open interval (0, 1).

    Counter-based: Philox 4x64 (Salmon et al. 2011) keyed by the seed and by blake2b of the name,
    so a draw is a function of (seed, name, index) alone. Shape (n,), no unit.
    Raises MethodError for a seed outside 0 .. 2**64-1 and for negative n or start.

    >>> whole = uniform(7, "rent", 10)
    >>> (whole[4:] == uniform(7, "rent", 6, start=4)).all().item()
    True
    """
    if not 0 <= seed < 2**64:
        raise MethodError(f"seed: must lie in 0 .. 2**64-1, got {seed}")
    if n < 0 or start < 0:
        raise MethodError(f"n and start: must not be negative, got {n} and {start}")
    digest = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")
    counter, skipped = divmod(start, WORDS_PER_COUNTER)
    philox = np.random.Philox(counter=counter, key=np.array([seed, digest], dtype=np.uint64))
    words = philox.random_raw(skipped + n)[skipped:]
    # 52 bits and a half: the middle of each cell is exact in float64 and is never 0 or 1
    return ((words >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52
