import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import uniform


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**64 - 1), st.text(max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_uniform_started_later_gives_the_same_draws(seed, name, n, k):
    whole = uniform(seed, name, n + k)

    tail = uniform(seed, name, n, start=k)

    assert whole[k:].tolist() == tail.tolist()


def test_uniform_is_open_flat_and_independent_by_name():
    a, b = uniform(1, "rent", 100_000), uniform(1, "wages", 100_000)

    assert a.min() > 0
    assert a.max() < 1
    assert abs(a.mean() - 0.5) < 4 / np.sqrt(12 * a.size)
    assert abs(a.var() - 1 / 12) < 4 * np.sqrt(1 / 180 / a.size)
    assert abs(np.corrcoef(a, b)[0, 1]) < 4 / np.sqrt(a.size)


def test_uniform_is_frozen_over_versions():
    assert uniform(7, "rent", 2).tolist() == FROZEN


@pytest.mark.parametrize(
    ("seed", "n", "start"), [(-1, 1, 0), (2**64, 1, 0), (0, -1, 0), (0, 1, -1)]
)
def test_uniform_with_impossible_address_is_refused(seed, n, start):
    with pytest.raises(MethodError):
        uniform(seed, "rent", n, start)


FROZEN = [0.07488241416967656, 0.209669728466649]
