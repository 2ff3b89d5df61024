import doctest

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fucina.study.compare import shapley as module
from fucina.study.compare.shapley import shapley, subsets


def test_examples_of_the_docstrings_hold() -> None:
    assert doctest.testmod(module).failed == 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=16, max_size=16))
def test_values_sum_to_the_whole_whatever_the_game(worths: list[float]) -> None:
    game = {s: np.array([w]) for s, w in zip(subsets("abcd"), worths, strict=True)}

    found = shapley("abcd", game.__getitem__)

    whole = game[frozenset("abcd")] - game[frozenset()]
    assert np.allclose(sum(found.values()), whole, rtol=0, atol=1e-6)


def test_a_group_that_adds_nothing_gets_nothing() -> None:
    found = shapley("ab", lambda some: np.array([float("a" in some)]))

    assert {g: v.item() for g, v in found.items()} == {"a": 1.0, "b": 0.0}
