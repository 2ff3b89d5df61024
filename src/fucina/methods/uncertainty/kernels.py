"""Loops compiled by Numba: scrambled Sobol' points, resampled sums; ``plain`` says the same in NumPy."""

import numpy as np
from numpy.typing import NDArray

from fucina.methods.arrays import Floats
from fucina.methods.compiled import kernel
from fucina.methods.uncertainty.direction import Words

WIDTH = 256  # draws in flight
TILE = 16  # draws whose moments stay in cache while every resample takes them
BITS = 32
ONE = np.uint64(1)
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@kernel
def _hash(node: np.uint64, key: np.uint64) -> np.uint64:
    z = node * GOLDEN + key
    z = (z ^ (z >> np.uint64(30))) * MIX[0]
    z = (z ^ (z >> np.uint64(27))) * MIX[1]
    return z ^ (z >> np.uint64(31))


@kernel
def _sobol(vectors: Words, start: int, point: Words) -> None:
    """Points start .. in Gray code order: each differs from the one before by one vector."""
    gray = np.uint64(start) ^ (np.uint64(start) >> ONE)
    word = np.uint64(0)
    for j in range(BITS):
        if (gray >> np.uint64(j)) & ONE:
            word ^= vectors[j]
    for i in range(point.size):
        point[i] = word
        following, j = start + i + 1, 0
        while j < BITS - 1 and following & 1 == 0:
            following >>= 1
            j += 1
        word ^= vectors[j]


@kernel
def scrambled_sobol(vectors: Words, key: np.uint64, start: int, n: int) -> Floats:
    """Draws start .. start+n-1 in (0, 1) of one scrambled dimension (n,)."""
    result = np.empty(n)
    point, flipped = np.empty(WIDTH, np.uint64), np.empty(WIDTH, np.uint64)
    for first in range(0, n, WIDTH):
        _sobol(vectors, start + first, point)
        flipped[:] = point
        for level in range(BITS):
            up, down = np.uint64(BITS - level), np.uint64(BITS - 1 - level)
            top = ONE << np.uint64(level)
            for i in range(WIDTH):
                flipped[i] ^= (_hash(top | (point[i] >> up), key) >> np.uint64(63)) << down
        leaf = ONE << np.uint64(BITS)
        for i in range(min(WIDTH, n - first)):
            low = _hash(leaf | point[i], key) >> np.uint64(44)
            result[first + i] = (np.float64((flipped[i] << np.uint64(20)) | low) + 0.5) * 2.0**-52
    return result


@kernel
def _moments(outputs: Floats, k: int, at: int, moment: Floats) -> None:
    """Row `at` of each block into what the indices are made of, in the order of ``plain``."""
    a, b = outputs[0, at], outputs[1, at]
    moment[0], moment[1], moment[2] = a + b, a * a + b * b, a * b
    mirrored = outputs.shape[0] > k + 2
    for i in range(k):
        crossed = outputs[2 + i, at]
        first, total = b * (crossed - a), (a - crossed) * (a - crossed)
        if mirrored:
            mirror = outputs[2 + k + i, at]
            first = (first + a * (mirror - b)) / 2
            total = (total + (b - mirror) * (b - mirror)) / 2
        moment[3 + i], moment[3 + k + i] = first, total
    if mirrored:
        place = 3 + 2 * k
        for i in range(k):
            crossed, mirror = outputs[2 + i, at], outputs[2 + k + i, at]
            for j in range(i + 1, k):
                pair = mirror * outputs[2 + j, at] + crossed * outputs[2 + k + j, at]
                moment[place] = pair / 2
                place += 1


@kernel
def resampled_sums(outputs: Floats, counts: NDArray[np.uint16], k: int) -> Floats:
    """Sums (resamples, moments) of the moments of n rows, each row taken as often as counted."""
    blocks, n = outputs.shape
    width = 3 + 2 * k + (k * (k - 1) // 2 if blocks > k + 2 else 0)
    sums = np.zeros((counts.shape[0], width))
    tile = np.zeros((TILE, width))
    for first in range(0, n, TILE):
        size = min(TILE, n - first)
        for t in range(size):
            _moments(outputs, k, first + t, tile[t])
        for r in range(counts.shape[0]):
            row = sums[r]
            for t in range(0, size - 3, 4):
                c0, c1 = float(counts[r, first + t]), float(counts[r, first + t + 1])
                c2, c3 = float(counts[r, first + t + 2]), float(counts[r, first + t + 3])
                one, two, three, four = tile[t], tile[t + 1], tile[t + 2], tile[t + 3]
                for m in range(width):
                    row[m] += (c0 * one[m] + c1 * two[m]) + (c2 * three[m] + c3 * four[m])
            for t in range(size - size % 4, size):
                count, one = float(counts[r, first + t]), tile[t]
                for m in range(width):
                    row[m] += count * one[m]
    return sums


@kernel
def fold_products(columns: Floats, folds: int) -> Floats:
    """Products of columns (n, m) with each other, summed over each fold of interleaved rows (folds, m, m)."""
    n, m = columns.shape
    products = np.zeros((folds, m, m))
    for fold in range(folds):
        size, product = (n - fold + folds - 1) // folds, products[fold]
        for t in range(0, size - 3, 4):
            one, two = columns[fold + t * folds], columns[fold + (t + 1) * folds]
            three, four = columns[fold + (t + 2) * folds], columns[fold + (t + 3) * folds]
            for a in range(m):
                for b in range(a + 1):
                    product[a, b] += (one[a] * one[b] + two[a] * two[b]) + (
                        three[a] * three[b] + four[a] * four[b]
                    )
        for t in range(size - size % 4, size):
            row = columns[fold + t * folds]
            for a in range(m):
                for b in range(a + 1):
                    product[a, b] += row[a] * row[b]
        for a in range(m):
            for b in range(a):
                product[b, a] = product[a, b]
    return products
