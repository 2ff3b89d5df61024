from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.voting import (
    AllOf,
    AnyOf,
    Veto,
    WeightedGame,
    banzhaf,
    banzhaf_absolute,
    blocking_players,
    deadlock_probability,
    minimal_winning,
    passage_probability,
    shapley_shubik,
)
from fucina.methods.voting.counting import winning_by_size
from fucina.methods.voting.enumeration import count_enumerated
from fucina.methods.voting.tally import tally_swings, tally_swings_by_size


@st.composite
def games(draw, most=7):
    weights = draw(st.lists(st.integers(0, 9), min_size=1, max_size=most).filter(any))
    return WeightedGame(tuple(weights), draw(st.integers(1, sum(weights))))


@pytest.mark.parametrize("name", ["power_eec1958", "power_unsc", "power_straffin4321"])
def test_power_matches_published_values(example, name):
    case = example(name)
    game = WeightedGame(tuple(case["weights"]), case["quota"])
    half = 2 ** (game.players - 1)

    swings = [Fraction(swing) for swing in case["banzhaf_swings"]]

    assert banzhaf(game) == tuple(swing / sum(swings) for swing in swings)
    assert banzhaf_absolute(game) == tuple(swing / half for swing in swings)
    assert shapley_shubik(game) == tuple(Fraction(f) for f in case["shapley_fraction"])


def test_security_council_as_votes_and_vetoes_has_the_same_power(example):
    case = example("power_unsc")
    weighted = WeightedGame(tuple(case["weights"]), case["quota"])

    council = AllOf((WeightedGame((1,) * 15, 9), *(Veto(player) for player in range(5))))

    assert shapley_shubik(council) == shapley_shubik(weighted)
    assert banzhaf(council) == banzhaf(weighted)
    assert passage_probability(council) == passage_probability(weighted)


@settings(deadline=None)
@given(games())
def test_counting_agrees_with_enumeration(game):
    winning, swings = count_enumerated(game)

    assert winning_by_size(game) == winning
    assert tally_swings_by_size(game) == swings
    assert tally_swings(game) == tuple(map(sum, swings))


@settings(deadline=None)
@given(games())
def test_power_sums_to_one_and_follows_weight(game):
    for index in (banzhaf(game), shapley_shubik(game)):
        assert sum(index) == 1
        ordered = [share for _, share in sorted(zip(game.weights, index, strict=True))]
        assert ordered == sorted(ordered)


@settings(deadline=None)
@given(games(), st.randoms(use_true_random=False))
def test_power_moves_with_the_players(game, random):
    order = list(range(game.players))
    random.shuffle(order)

    moved = WeightedGame(tuple(game.weights[i] for i in order), game.quota)

    assert shapley_shubik(moved) == tuple(shapley_shubik(game)[i] for i in order)


@settings(deadline=None)
@given(games(), st.integers(2, 1000))
def test_power_ignores_the_unit_of_votes(game, unit):
    scaled = WeightedGame(tuple(w * unit for w in game.weights), game.quota * unit)

    assert banzhaf(scaled) == banzhaf(game)


@settings(deadline=None)
@given(games())
def test_minimal_winning_coalitions_win_and_lose_with_any_member_gone(game):
    def wins(coalition):
        return sum(game.weights[i] for i in coalition) >= game.quota

    everyone = range(game.players)
    expected = [
        group
        for size in everyone
        for group in combinations(everyone, size + 1)
        if wins(group) and not any(wins(set(group) - {i}) for i in group)
    ]

    assert list(minimal_winning(game)) == expected


@settings(deadline=None)
@given(games(), st.fractions(0, 1, max_denominator=20))
def test_passage_matches_the_sum_over_coalitions(game, p):
    n = game.players
    rows = (np.arange(2**n)[:, None] >> np.arange(n)) & 1 == 1

    expected = sum(
        p ** int(row.sum()) * (1 - p) ** int(n - row.sum()) for row in rows if game.wins(row)
    )

    assert passage_probability(game, p) == expected


def test_unanimity_of_ten_nearly_always_deadlocks():
    assert deadlock_probability(WeightedGame((1,) * 10, 10)) == Fraction(1023, 1024)


def test_a_founder_with_veto_blocks():
    game = AllOf((WeightedGame((40, 35, 25), 51), Veto(2)))

    assert blocking_players(game) == (2,)
    assert minimal_winning(game) == ((0, 2), (1, 2))


def test_either_majority_is_enough_for_any_of():
    game = AnyOf((WeightedGame((3, 1, 1), 3), WeightedGame((1, 1, 1), 2)))

    assert minimal_winning(game) == ((0,), (1, 2))


def test_large_weighted_game_is_exact():
    game = WeightedGame(tuple(range(1, 61)), 915)

    assert sum(shapley_shubik(game)) == 1
    assert sum(banzhaf(game)) == 1


@pytest.mark.parametrize(
    "build",
    [
        lambda: WeightedGame((), 1),
        lambda: WeightedGame((1, -1), 1),
        lambda: WeightedGame((1, 1), 3),
        lambda: WeightedGame((1, 1), 0),
        lambda: WeightedGame((0.5, 1), 1),
        lambda: AllOf((WeightedGame((1,), 1), WeightedGame((1, 1), 1))),
        lambda: AllOf((WeightedGame((1, 1), 1), Veto(2))),
        lambda: AnyOf(()),
        lambda: passage_probability(WeightedGame((1,), 1), 1.5),
        lambda: passage_probability(WeightedGame((1,), 1), float("nan")),
        lambda: minimal_winning(WeightedGame((1,) * 21, 11)),
        lambda: banzhaf(WeightedGame(tuple(2**i for i in range(24)), 2**23)),
    ],
)
def test_impossible_game_is_refused(build):
    with pytest.raises(MethodError):
        build()
