import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.voting import shapley_value, talmud


def test_talmud_matches_aumann_and_maschler(example):
    case = example("claims_talmud")

    for estate, awards in case["allocations"].items():
        assert talmud(case["claims"], float(estate)).tolist() == pytest.approx(awards)


@settings(deadline=None)
@given(st.lists(st.floats(1, 1e6), min_size=1, max_size=8), st.floats(0, 1))
def test_talmud_gives_out_the_estate_and_no_more_than_claimed(claims, share):
    estate = share * sum(claims) * 0.999999

    awards = talmud(claims, estate)

    assert awards.sum() == pytest.approx(estate, abs=1e-6)
    assert (awards <= [claim + 1e-6 for claim in claims]).all()


def test_talmud_of_more_than_all_claims_is_refused():
    with pytest.raises(MethodError):
        talmud([1, 2], 4)


def test_shapley_value_matches_lemaire(example):
    case = example("shapley_lemaire1991")
    worth = {ast.literal_eval(group): value for group, value in case["v"].items()}

    assert shapley_value(3, worth.__getitem__).tolist() == pytest.approx(case["shapley"])
