"""Draws and present values in loops compiled by Numba; ``plain`` says the same in NumPy."""

from typing import Any

import numpy as np
from numba import types
from numba.extending import intrinsic

from fucina.methods.arrays import Floats
from fucina.methods.cashflow.simulation.inputs import FIXED, GIVEN, UNIFORM, Plan
from fucina.methods.compiled import kernel

WIDTH = 256  # draws in flight: everything about them fits the first cache
MULTIPLIERS = (np.uint64(0xD2E7470EE14C6C93), np.uint64(0xCA5A826395121157))
WEYL = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBB67AE8584CAA73B))
ROUNDS = 10


def _upper_half(_context: Any, _a: Any, _b: Any) -> Any:
    """The upper 64 bits of a product of two words: one instruction that NumPy cannot name."""

    def generate(_target: Any, builder: Any, _signature: Any, words: Any) -> Any:
        from llvmlite import ir  # type: ignore[import-untyped]

        wide = ir.IntType(128)
        product = builder.mul(*(builder.zext(word, wide) for word in words))
        return builder.trunc(builder.lshr(product, ir.Constant(wide, 64)), ir.IntType(64))

    return types.uint64(types.uint64, types.uint64), generate


upper_half: Any = intrinsic(_upper_half)


@kernel
def _philox(words: Any, counter: Any, seed: Any, key: Any) -> None:
    """Philox 4x64 as NumPy counts it: the first block of a generator has its counter plus one."""
    for block in range(words.size // 4):
        a = np.uint64(counter + np.uint64(block) + np.uint64(1))
        b, c, d = np.uint64(0), np.uint64(0), np.uint64(0)
        one, other = seed, key
        for _ in range(ROUNDS):
            high_a, low_a = upper_half(MULTIPLIERS[0], a), MULTIPLIERS[0] * a
            high_c, low_c = upper_half(MULTIPLIERS[1], c), MULTIPLIERS[1] * c
            a, b, c, d = high_c ^ b ^ one, low_c, high_a ^ d ^ other, low_a
            one += WEYL[0]
            other += WEYL[1]
        words[4 * block], words[4 * block + 1] = a, b
        words[4 * block + 2], words[4 * block + 3] = c, d


@kernel
def _triangular(words: Any, figure: Any, low: float, mode: float, high: float) -> None:
    width, rise, fall = high - low, mode - low, high - mode
    for j in range(figure.size):
        u = (np.float64(words[j] >> np.uint64(12)) + 0.5) * 2.0**-52
        rising = u * width <= rise
        root = np.sqrt(u * width * rise if rising else (1 - u) * width * fall)
        figure[j] = low + root if rising else high - root


@kernel
def _uniform(words: Any, figure: Any, low: float, high: float) -> None:
    for j in range(figure.size):
        u = (np.float64(words[j] >> np.uint64(12)) + 0.5) * 2.0**-52
        figure[j] = low * (1 - u) + high * u


@kernel
def _draw(
    words: Any, figure: Any, counter: Any, seed: Any, i: int, plan: Any, given: Any, at: int
) -> None:
    """Draws of input i: its own numbers by closed form, or those given."""
    keys, kinds, bounds = plan
    if kinds[i] == FIXED:
        figure[:] = bounds[i, 0]
    elif kinds[i] == GIVEN:
        size = min(figure.size, given.shape[1] - at)
        figure[:size] = given[int(bounds[i, 0]), at : at + size]
        figure[size:] = 0.0
    else:
        _philox(words, counter, seed, keys[i])
        if kinds[i] == UNIFORM:
            _uniform(words, figure, bounds[i, 0], bounds[i, 2])
        else:
            _triangular(words, figure, bounds[i, 0], bounds[i, 1], bounds[i, 2])


@kernel
def simulate(
    seed: np.uint64,
    start: int,
    draws: int,
    plan: Plan,
    given: Floats,
    profiles: Floats,
    exponent: float,
) -> Floats:
    """Present value (draws,) of lines: inputs are the amounts, the growths, and last the rate."""
    lines, periods = profiles.shape
    words = np.empty(WIDTH, np.uint64)
    figure, factor, ratio = np.empty(WIDTH), np.empty(WIDTH), np.empty(WIDTH)
    worth, total = np.empty(WIDTH), np.empty(WIDTH)
    result = np.empty(draws)
    for first in range(0, draws, WIDTH):
        counter = np.uint64((start + first) // 4)
        _draw(words, figure, counter, seed, 2 * lines, plan, given, first)
        for j in range(WIDTH):
            factor[j] = np.divide(1.0, 1 + figure[j])
            total[j] = 0.0
        for line in range(lines):
            _draw(words, figure, counter, seed, lines + line, plan, given, first)
            for j in range(WIDTH):
                ratio[j] = (1 + figure[j]) * factor[j]
                worth[j] = 0.0
            for t in range(periods - 1, -1, -1):
                share = profiles[line, t]
                for j in range(WIDTH):
                    worth[j] = worth[j] * ratio[j] + share
            _draw(words, figure, counter, seed, line, plan, given, first)
            for j in range(WIDTH):
                total[j] += figure[j] * worth[j]
        for j in range(min(WIDTH, draws - first)):
            result[first + j] = total[j] * factor[j] ** exponent
    return result
