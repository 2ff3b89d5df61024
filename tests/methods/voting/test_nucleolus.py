import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.voting import nucleolus, shapley_value, talmud


def bankruptcy(claims, estate):
    """What the others leave of the estate when they are paid first (Aumann and Maschler 1985)."""
    return lambda who: max(0.0, estate - sum(c for i, c in enumerate(claims) if i not in who))


def test_nucleolus_of_the_talmud_is_its_division(example):
    case = example("claims_talmud")

    for estate, awards in case["allocations"].items():
        found = nucleolus(3, bankruptcy(case["claims"], float(estate)))

        assert found.tolist() == pytest.approx(awards)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 50), min_size=2, max_size=5), st.floats(0.05, 0.95))
def test_nucleolus_of_bankruptcy_equals_talmud(claims, share):
    estate = share * sum(claims)

    assert nucleolus(len(claims), bankruptcy(claims, estate)) == pytest.approx(
        talmud(claims, estate), abs=1e-6
    )


def test_nucleolus_gives_the_scarce_glove_everything():
    # one left glove, two right ones: the core is a single point
    def pairs(who):
        return float(min(0 in who, (1 in who) + (2 in who)))

    assert nucleolus(3, pairs).tolist() == pytest.approx([1, 0, 0], abs=1e-9)


def test_nucleolus_of_a_cost_splits_the_saving():
    cost = {(): 0.0, (0,): 10.0, (1,): 6.0, (0, 1): 12.0}

    assert nucleolus(2, cost.__getitem__, cost=True).tolist() == pytest.approx([8, 4])


def test_nucleolus_moves_with_the_players():
    rng = np.random.default_rng(3)
    worth = {}

    def value(who):
        return worth.setdefault(who, len(who) ** 2 + rng.random() if len(who) > 1 else 0.0)

    straight = nucleolus(4, value)
    turned = nucleolus(4, lambda who: value(tuple(sorted(3 - i for i in who))))

    assert turned[::-1].tolist() == pytest.approx(straight.tolist(), abs=1e-7)
    assert straight.sum() == pytest.approx(value((0, 1, 2, 3)))


def test_least_satisfied_coalition_is_as_satisfied_as_shapley_or_more(example):
    case = example("shapley_lemaire1991")
    worth = {ast.literal_eval(group): float(value) for group, value in case["v"].items()}

    def least(shares):
        return min(
            sum(shares[i] for i in group) - value
            for group, value in worth.items()
            if 0 < len(group) < 3
        )

    assert (
        least(nucleolus(3, worth.__getitem__)) >= least(shapley_value(3, worth.__getitem__)) - 1e-6
    )


@pytest.mark.parametrize("players", [0, 13])
def test_too_many_or_no_players_are_refused(players):
    with pytest.raises(MethodError, match="players"):
        nucleolus(players, len)


def test_a_whole_worth_less_than_its_parts_is_refused():
    with pytest.raises(MethodError, match="alone"):
        nucleolus(2, lambda who: float(len(who) == 1))


@pytest.mark.parametrize("share", [nucleolus, shapley_value])
def test_worth_that_is_not_finite_is_refused(share):
    with pytest.raises(MethodError, match="worth"):
        share(2, lambda who: float("nan"))
