"""The alternative that carries a resolution against every other, against a count of all pairs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from fucina.methods.voting import WeightedGame
from fucina.study.decision.votes import NONE, unbeaten

VOTES = st.lists(st.integers(1, 40), min_size=2, max_size=6)


def by_all_pairs(values: NDArray[np.float64], game: WeightedGame) -> list[int]:
    found = []
    for draw in range(values.shape[2]):
        carried = [
            a
            for a in range(values.shape[1])
            if all(
                a == b or bool(game.wins(values[:, a, draw] > values[:, b, draw]))
                for b in range(values.shape[1])
            )
        ]
        found.append(carried[0] if carried else NONE)
    return found


@settings(max_examples=60, deadline=None)
@given(votes=VOTES, extra=st.integers(0, 30), seed=st.integers(0, 2**16), levels=st.integers(2, 9))
def test_one_round_of_challenges_finds_what_all_pairs_find(
    votes: list[int], extra: int, seed: int, levels: int
) -> None:
    quota = min(sum(votes), sum(votes) // 2 + 1 + extra)
    game = WeightedGame(tuple(votes), quota)
    values = np.random.default_rng(seed).integers(0, levels, (len(votes), 5, 40)).astype(float)

    found = unbeaten(values, game)

    assert found.tolist() == by_all_pairs(values, game)


def test_a_circle_of_majorities_chooses_nothing() -> None:
    order = np.array([[3.0, 2, 1], [1, 3, 2], [2, 1, 3]])[:, :, None]

    found = unbeaten(order, WeightedGame((1, 1, 1), 2))

    assert found.tolist() == [NONE]


@pytest.mark.parametrize(("quota", "chosen"), [(51, 0), (61, NONE)])
def test_a_higher_quota_lets_a_minority_block(quota: int, chosen: int) -> None:
    values = np.array([[1.0, 0.0], [0.0, 1.0]])[:, :, None]

    found = unbeaten(values, WeightedGame((60, 40), quota))

    assert found.tolist() == [chosen]
