"""The kernels in NumPy alone: they run where Numba is missing, and check the compiled ones."""

import numpy as np
from numpy.typing import NDArray

from fucina.methods.arrays import Floats
from fucina.methods.uncertainty.direction import BITS, Words

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
CHUNK = 1 << 15  # draws at a time: the steps below stay in cache


def scrambled_sobol(vectors: Words, key: np.uint64, start: int, n: int) -> Floats:
    """Draws start .. start+n-1 in (0, 1) of one scrambled dimension (n,)."""
    result = np.empty(n)
    for first in range(0, n, CHUNK):
        chunk = result[first : first + CHUNK]
        index = np.arange(start + first, start + first + chunk.size, dtype=np.uint64)
        point = _sobol(vectors, index)
        chunk[:] = (_scrambled(point, key).astype(np.float64) + 0.5) * 2.0**-52
    return result


def _sobol(vectors: Words, index: Words) -> Words:
    gray = index ^ (index >> np.uint64(1))
    point = np.zeros_like(index)
    for j in range(int(index[-1]).bit_length()):
        point ^= ((gray >> np.uint64(j)) & np.uint64(1)) * vectors[j]
    return point


def _scrambled(point: Words, key: np.uint64) -> Words:
    """Each bit flipped by the coin of its node, which the bits above it lead to; 20 bits more."""
    one, flipped = np.uint64(1), point.copy()
    for level in range(BITS):
        node = (one << np.uint64(level)) | (point >> np.uint64(BITS - level))
        flipped ^= (_hash(node, key) >> np.uint64(63)) << np.uint64(BITS - 1 - level)
    leaf = (one << np.uint64(BITS)) | point
    return (flipped << np.uint64(20)) | (_hash(leaf, key) >> np.uint64(44))


def _hash(node: Words, key: np.uint64) -> Words:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    z = node * GOLDEN + key
    z = (z ^ (z >> np.uint64(30))) * MIX[0]
    z = (z ^ (z >> np.uint64(27))) * MIX[1]
    return z ^ (z >> np.uint64(31))


def resampled_sums(outputs: Floats, counts: NDArray[np.uint16], k: int) -> Floats:
    """Sums (resamples, moments) of the moments of n rows, each row taken as often as counted."""
    sums = 0.0
    for first in range(0, outputs.shape[1], CHUNK):
        rows = slice(first, first + CHUNK)
        # einsum adds on one thread in a fixed order; a matrix product need not
        sums = sums + np.einsum(
            "rn,mn->rm", counts[:, rows].astype(float), _moments(outputs[:, rows], k)
        )
    return np.asarray(sums)


def _moments(outputs: Floats, k: int) -> Floats:
    """Moments (m, n): a + b, a2 + b2, ab, first order (k), total (k), pairs (k (k - 1)/2)."""
    a, b, crossed, mirror = outputs[0], outputs[1], outputs[2 : 2 + k], outputs[2 + k :]
    first, total = b * (crossed - a), (a - crossed) ** 2
    parts = [[a + b, a**2 + b**2, a * b], first, total]
    if mirror.size:
        i, j = np.triu_indices(k, 1)
        both = (first + a * (mirror - b)) / 2, (total + (b - mirror) ** 2) / 2
        pairs = (mirror[i] * crossed[j] + crossed[i] * mirror[j]) / 2
        parts = [parts[0], *both, pairs]
    return np.concatenate([np.asarray(part) for part in parts])


def fold_products(columns: Floats, folds: int) -> Floats:
    """Products of columns (n, m) with each other, summed over each fold of interleaved rows (folds, m, m)."""
    parts = (columns[fold::folds] for fold in range(folds))
    return np.stack([np.einsum("na,nb->ab", part, part) for part in parts])
