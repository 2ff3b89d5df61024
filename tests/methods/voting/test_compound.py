"""Compound games of many players, and who can block."""

from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.voting import (
    AllOf,
    Dual,
    Veto,
    WeightedGame,
    banzhaf,
    deadlock_probability,
    minimal_blocking,
    minimal_winning,
    passage_probability,
    shapley_shubik,
    tally,
)


@pytest.fixture
def counted(monkeypatch):
    """Compound games are counted, however small."""
    monkeypatch.setattr(tally, "LISTED", 0)


@st.composite
def double_majorities(draw):
    n = draw(st.integers(2, 6))
    votes = draw(st.lists(st.integers(1, 9), min_size=n, max_size=n))
    games = (
        WeightedGame(tuple(votes), draw(st.integers(1, sum(votes)))),
        WeightedGame((1,) * n, draw(st.integers(1, n))),
    )
    return AllOf((*games, *(Veto(0) for _ in range(draw(st.integers(0, 1))))))


@settings(deadline=None, max_examples=50)
@given(double_majorities(), st.fractions(0, 1, max_denominator=9))
def test_counting_agrees_with_enumeration(game, p):
    listed = tally.tally_swings_by_size(game), passage_probability(game, p)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tally, "LISTED", 0)
        counted = tally.tally_swings_by_size(game), passage_probability(game, p)

    assert counted == listed


def test_council_with_vetoes_counted_matches_published(example, counted):
    case = example("power_unsc")
    council = AllOf((WeightedGame((1,) * 15, 9), *(Veto(player) for player in range(5))))

    assert shapley_shubik(council) == tuple(Fraction(f) for f in case["shapley_fraction"])
    assert sum(banzhaf(council)) == 1


def test_double_majority_of_fifty_is_exact():
    game = AllOf((WeightedGame(tuple(range(1, 51)), 700), WeightedGame((1,) * 50, 26)))

    power = banzhaf(game)

    assert sum(power) == 1
    assert list(power) == sorted(power)


def test_player_without_votes_has_no_power():
    game = AllOf((WeightedGame((3, 2, 0), 3), WeightedGame((1, 1, 0), 1)))

    assert banzhaf(game)[2] == 0
    assert shapley_shubik(game)[2] == 0


def test_dual_has_the_same_power():
    game = AllOf((WeightedGame((4, 3, 2, 1), 7), Veto(1)))

    assert shapley_shubik(Dual(game)) == shapley_shubik(game)
    assert WeightedGame((4, 3, 2, 1), 7).dual() == WeightedGame((4, 3, 2, 1), 4)


def test_passage_of_a_thousand_players_is_exact():
    losing = Fraction(sum(comb(1000, k) for k in range(501)), 2**1000)

    assert deadlock_probability(WeightedGame((1,) * 1000, 501)) == losing


@settings(deadline=None, max_examples=40)
@given(double_majorities())
def test_minimal_blocking_coalitions_block_and_no_part_does(game):
    everyone = range(game.players)

    def blocks(coalition):
        others = np.ones(game.players, dtype=bool)
        others[list(coalition)] = False
        return not game.wins(others)

    expected = [
        group
        for size in everyone
        for group in combinations(everyone, size + 1)
        if blocks(group) and not any(blocks(set(group) - {i}) for i in group)
    ]

    assert list(minimal_blocking(game)) == expected


def test_minimal_winning_of_many_players_is_found():
    found = minimal_winning(WeightedGame((60, 30, *(1,) * 28), 90))

    assert found[0] == (0, 1)
    assert len(found) == 1


def test_too_many_minimal_coalitions_are_refused():
    with pytest.raises(MethodError, match="200000"):
        minimal_winning(WeightedGame((1,) * 24, 12))
