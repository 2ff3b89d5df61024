"""Power in float64 against exact fractions, and the two kernels against each other."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.voting import (
    AllOf,
    AnyOf,
    Dual,
    Veto,
    WeightedGame,
    banzhaf,
    banzhaf_float,
    kernels,
    plain,
    shapley_shubik,
    shapley_shubik_float,
)
from fucina.methods.voting.pivots import chances_to_decide, quadrature


def skewed(players, total, seed=190):
    """Whole votes like those of quotas: few large, many small."""
    shares = np.random.default_rng(seed).lognormal(0, 1.3, players)
    votes = np.maximum(1, np.floor(shares / shares.sum() * total)).astype(int)
    votes[votes.argmax()] += total - votes.sum()
    return tuple(votes.tolist())


def relative_error(found, exact):
    return max(
        abs(value / float(fraction) - 1) for value, fraction in zip(found, exact, strict=True)
    )


@pytest.mark.parametrize("quota", [310, 401, 560, 20])
def test_float_matches_exact_fractions(either_kernel, quota):
    game = WeightedGame(skewed(40, 600), quota)

    assert relative_error(banzhaf_float(game), banzhaf(game)) < 1e-12
    assert relative_error(shapley_shubik_float(game), shapley_shubik(game)) < 1e-12


@pytest.mark.soak
@pytest.mark.parametrize("quota", [6253, 8753, 10629])
def test_float_of_190_players_matches_exact_fractions(quota):
    game = WeightedGame(skewed(190, 12_504), quota)

    assert relative_error(banzhaf_float(game), banzhaf(game)) < 1e-12
    assert relative_error(shapley_shubik_float(game), shapley_shubik(game)) < 1e-12


def test_a_thousand_equal_players_share_equally():
    game = WeightedGame((1,) * 1000, 501)

    assert banzhaf_float(game) == pytest.approx(np.full(1000, 1e-3), rel=1e-12)
    assert shapley_shubik_float(game) == pytest.approx(np.full(1000, 1e-3), rel=1e-12)


def test_one_large_and_many_small_match_the_closed_form():
    # one player of a votes among m of one vote, quota q: pivotal in a of m + 1 places
    game = WeightedGame((50, *(1,) * 400), 226)

    assert shapley_shubik_float(game)[0] == pytest.approx(50 / 401, rel=1e-12)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=12).filter(any), st.data())
def test_kernels_agree(weights, data):
    quota = data.draw(st.integers(1, sum(weights)))
    chance = data.draw(st.floats(0, 1))
    distinct, first = np.unique(weights, return_index=True)
    extra = np.delete(np.array(weights), first)

    one, other = (k.pivot_chances(extra, distinct, quota, chance) for k in (kernels, plain))

    assert one == pytest.approx(other, rel=1e-12, abs=1e-300)


@st.composite
def compounds(draw):
    n = draw(st.integers(1, 7))

    def ballot():
        votes = draw(st.lists(st.integers(0, 6), min_size=n, max_size=n).filter(any))
        return WeightedGame(tuple(votes), draw(st.integers(1, sum(votes))))

    games = [ballot() for _ in range(draw(st.integers(1, 2)))]
    games += [Veto(draw(st.integers(0, n - 1))) for _ in range(draw(st.integers(0, 1)))]
    game = draw(st.sampled_from([AllOf, AnyOf]))(tuple(games))
    return Dual(game) if draw(st.booleans()) else game


@settings(deadline=None, max_examples=60)
@given(compounds())
def test_compound_float_matches_enumeration(game):
    chances = chances_to_decide(game, 0.5)

    rows = (np.arange(2**game.players)[:, None] >> np.arange(game.players)) & 1 == 1
    for player in range(game.players):
        without = rows.copy()
        without[:, player] = False
        with_them = rows.copy()
        with_them[:, player] = True
        decided = game.wins(with_them) & ~game.wins(without)
        assert chances[player] == pytest.approx(decided.mean(), abs=1e-14)


def test_double_majority_of_many_matches_exact():
    votes = skewed(30, 200)
    game = AllOf((WeightedGame(votes, 131), WeightedGame((1,) * 30, 16)))

    assert relative_error(banzhaf_float(game), banzhaf(game)) < 1e-12
    assert relative_error(shapley_shubik_float(game), shapley_shubik(game)) < 1e-12


def test_quadrature_integrates_a_polynomial():
    nodes, weights = quadrature(7)

    assert weights @ nodes**6 == pytest.approx(float(Fraction(1, 7)), rel=1e-14)


def test_game_of_another_kind_is_refused():
    class Odd:
        players = 3

        def wins(self, coalition):
            return np.asarray(coalition).sum(axis=-1) == 3

    with pytest.raises(MethodError, match="made of"):
        banzhaf_float(Odd())


def test_game_of_too_many_states_is_refused():
    fine = WeightedGame((1_000_003, 999_983), 1_000_004)

    with pytest.raises(MethodError, match="too many"):
        banzhaf_float(AllOf((fine, WeightedGame((3, 2), 4))))


def test_game_that_nobody_decides_is_refused():
    game = AnyOf((AllOf((WeightedGame((1, 1), 1), Veto(0))), WeightedGame((1, 1), 1)))

    assert banzhaf_float(game).tolist() == [0.5, 0.5]
