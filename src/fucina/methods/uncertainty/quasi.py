"""Quasi-random numbers with an address: scrambled Sobol' sequences."""

from hashlib import blake2b

import numpy as np

from fucina.methods import compiled
from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.direction import BITS, direction_numbers


def quasi_uniform(seed: int, name: str, dimension: int, n: int, start: int = 0) -> Floats:
    """Draws start .. start+n-1 of the input `name`, spread evenly over the open interval (0, 1).

    Sobol' sequence (1967; Joe and Kuo 2008; in Gray code order, Antonov and Saleev 1979) under
    nested uniform scrambling (Owen 1995) whose coins are hashed instead of stored (after Burley
    2020), keyed by blake2b of seed, name and dimension. A draw is a function of (seed, name,
    dimension, index) alone: of no other input, and of no block of work. Shape (n,), no unit.

    What is kept of quasi-randomness: among the first 2**m draws, one falls into each of the 2**m
    equal parts of (0, 1). Inputs of one study that declare **different** dimensions are also spread
    evenly together, the more so the lower their dimensions; two inputs that declare the same one
    are strongly dependent. Every draw is exactly uniform over seeds, so means are unbiased; the
    error of one run is not s/sqrt(n) (for smooth results it is much smaller): take `mean` of the
    results of several seeds. Powers of two are the natural numbers of draws.

    Raises MethodError for a seed outside 0 .. 2**64-1, a dimension outside 0 .. 1023, negative n
    or start, and draws beyond 2**32.

    >>> draws = quasi_uniform(7, "rent", 0, 8)
    >>> sorted((8 * draws).astype(int).tolist())
    [0, 1, 2, 3, 4, 5, 6, 7]
    >>> (draws[3:] == quasi_uniform(7, "rent", 0, 5, start=3)).all().item()
    True
    """
    if not 0 <= seed < 2**64:
        raise MethodError(f"seed: must lie in 0 .. 2**64-1, got {seed}")
    if n < 0 or start < 0 or start + n > 2**BITS:
        raise MethodError(f"n and start: need 0 <= start <= start+n <= 2**32, got {n} and {start}")
    vectors = direction_numbers(dimension)
    own, salt = seed.to_bytes(8, "little"), dimension.to_bytes(2, "little")
    digest = blake2b(name.encode(), digest_size=8, key=own, salt=salt).digest()
    key = np.uint64(int.from_bytes(digest, "little"))
    if compiled.available():
        from fucina.methods.uncertainty import kernels

        return kernels.scrambled_sobol(vectors, key, start, n)
    from fucina.methods.uncertainty import plain

    return plain.scrambled_sobol(vectors, key, start, n)
