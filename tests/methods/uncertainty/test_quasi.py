import subprocess
import sys
from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import qmc

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import quasi_uniform, uniform
from fucina.methods.uncertainty.direction import BITS, DIMENSIONS, direction_numbers


def sobol(dimension, n):
    """Points of one unscrambled dimension in Gray code order, from the direction numbers alone."""
    gray = np.arange(n, dtype=np.uint64) ^ (np.arange(n, dtype=np.uint64) >> np.uint64(1))
    digits = (gray[:, None] >> np.arange(BITS, dtype=np.uint64)) & np.uint64(1)
    return np.bitwise_xor.reduce(digits * direction_numbers(dimension), axis=1) / 2**BITS


def test_direction_numbers_give_the_points_of_scipy():
    expected = qmc.Sobol(DIMENSIONS, scramble=False, bits=BITS).random(256)

    points = np.stack([sobol(d, 256) for d in range(DIMENSIONS)], axis=1)

    assert (points == expected).all()


@settings(deadline=None, max_examples=40)
@given(
    st.integers(0, 2**64 - 1),
    st.text(max_size=8),
    st.integers(0, DIMENSIONS - 1),
    st.integers(0, 600),
    st.integers(1, 600),
)
def test_quasi_uniform_started_later_gives_the_same_draws(seed, name, dimension, k, n):
    whole = quasi_uniform(seed, name, dimension, k + n)

    tail = quasi_uniform(seed, name, dimension, n, start=k)

    assert whole[k:].tolist() == tail.tolist()


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**64 - 1), st.integers(0, DIMENSIONS - 1), st.integers(0, 11))
def test_first_draws_fall_one_into_each_part(seed, dimension, power):
    draws = quasi_uniform(seed, "rent", dimension, 2**power)

    assert sorted((draws * 2**power).astype(int).tolist()) == list(range(2**power))
    assert draws.min() > 0
    assert draws.max() < 1


def test_two_inputs_fill_every_rectangle_of_equal_area(either_kernel):
    # the first two dimensions are a (0, m, 2)-net, which nested scrambling keeps
    x, y = (quasi_uniform(5, name, i, 256) for i, name in enumerate(("rent", "wages")))

    for power in range(9):
        cells = (x * 2**power).astype(int) * 2 ** (8 - power) + (y * 2 ** (8 - power)).astype(int)
        assert sorted(cells.tolist()) == list(range(256))


def test_kernels_give_the_same_bits(either_kernel):
    assert quasi_uniform(7, "rent", 3, 2, start=1000).tolist() == FROZEN
    assert blake2b(quasi_uniform(7, "rent", 3, 40_000).tobytes(), digest_size=4).hexdigest() == ALL


def test_each_draw_is_uniform_over_seeds():
    drawn = np.array([quasi_uniform(seed, "rent", 2, 3)[2] for seed in range(3000)])

    assert abs(drawn.mean() - 0.5) < 4 / np.sqrt(12 * drawn.size)
    assert abs(drawn.var() - 1 / 12) < 4 * np.sqrt(1 / 180 / drawn.size)


def test_error_of_a_mean_is_that_of_owens_theory():
    # one scrambled dimension is one independent uniform draw in each of n parts: var 1/(12 n^3)
    n, seeds = 64, 800
    errors = np.array([quasi_uniform(seed, "rent", 0, n).mean() - 0.5 for seed in range(seeds)])

    assert errors.std() == pytest.approx(np.sqrt(1 / 12 / n**3), rel=4 / np.sqrt(2 * seeds))
    assert abs(errors.mean()) < 4 * errors.std() / np.sqrt(seeds)


def test_smooth_means_are_far_nearer_than_by_pseudo_random_draws():
    def errors(draw):
        means = [
            np.prod([1 + draw(seed, i) - 0.5 for i in range(6)], axis=0).mean()
            for seed in range(30)
        ]
        return np.sqrt(np.mean((np.array(means) - 1) ** 2))

    quasi = errors(lambda seed, i: quasi_uniform(seed, f"x{i}", i, 1024))
    pseudo = errors(lambda seed, i: uniform(seed, f"x{i}", 1024))

    assert quasi < pseudo / 10


@pytest.mark.parametrize(
    ("seed", "dimension", "n", "start"),
    [
        (-1, 0, 1, 0),
        (2**64, 0, 1, 0),
        (0, -1, 1, 0),
        (0, DIMENSIONS, 1, 0),
        (0, 0, -1, 0),
        (0, 0, 1, -1),
        (0, 0, 1, 2**32),
    ],
)
def test_quasi_uniform_with_impossible_address_is_refused(seed, dimension, n, start):
    with pytest.raises(MethodError):
        quasi_uniform(seed, "rent", dimension, n, start)


def test_importing_the_package_does_not_import_numba():
    asked = "import sys, fucina.methods.uncertainty; print('numba' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)

    assert answer.stdout.strip() == "False"


FROZEN = [0.7263782241030904, 0.1932305151108077]
ALL = "ef23f547"
