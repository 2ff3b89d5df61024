import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import ahp_priorities
from fucina.methods.errors import MethodError


def test_ahp_matches_the_consistent_example(example):
    case = example("ahp_consistent_3x3")

    result = ahp_priorities(case["matrix"])

    assert result.priorities.tolist() == pytest.approx(case["priorities"], abs=1e-9)
    assert result.eigenvalue == pytest.approx(case["lambda_max"], abs=1e-9)
    assert result.consistency_ratio == pytest.approx(case["CR"], abs=1e-9)
    assert result.revisit is None


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.floats(1, 9), min_size=4, max_size=6),
    st.integers(0, 2),
    st.sampled_from([1 / 5, 1 / 2, 3, 6]),
)
def test_the_one_distorted_judgement_is_found_and_its_value_told(priorities, row, factor):
    matrix = np.array(priorities)[:, None] / np.array(priorities)
    truth = matrix[row, row + 1]
    matrix[row, row + 1] *= factor
    matrix[row + 1, row] /= factor

    hint = ahp_priorities(matrix).revisit

    assert (hint.row, hint.column) == (row, row + 1)
    assert hint.given == pytest.approx(truth * factor)
    assert hint.suggested == pytest.approx(truth)
    assert hint.consistency_ratio == pytest.approx(0, abs=1e-9)


def test_following_the_hint_gives_the_ratio_it_promises(example):
    matrix = np.array(example("ahp_drinks_saaty2008")["matrix"])
    before = ahp_priorities(matrix)
    hint = before.revisit

    matrix[hint.row, hint.column] = hint.suggested
    matrix[hint.column, hint.row] = 1 / hint.suggested

    after = ahp_priorities(matrix).consistency_ratio
    assert after == pytest.approx(hint.consistency_ratio, abs=1e-9)
    assert after < before.consistency_ratio


def test_a_pair_that_is_not_reciprocal_is_named():
    with pytest.raises(MethodError, match=r"entry \(2, 0\)"):
        ahp_priorities([[1, 3, 5], [1 / 3, 1, 2], [4, 1 / 2, 1]])
