from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.decision import (
    WeightSet,
    borda,
    copeland,
    deliberate,
    dissent,
    harm,
    kendall_w,
    rank_distance,
    sample_weights,
    smaa,
)
from fucina.methods.errors import MethodError

RANKINGS = st.lists(st.permutations(range(5)), min_size=2, max_size=4)
VALUES = np.array([[1.0, 0.0], [0.0, 1.0], [0.7, 0.7]])


def certain(ranking):
    """Rank acceptability of a ranking without doubt."""
    return np.eye(len(ranking))[list(ranking)]


def view(*lower):
    weights = sample_weights(WeightSet(2, lower=lower), 4, "weights", 2000)
    return smaa(VALUES, weights)


@settings(deadline=None)
@given(RANKINGS)
def test_distance_of_certain_rankings_is_spearmans_footrule(rankings):
    distance = rank_distance([certain(ranking) for ranking in rankings])

    footrule = [
        [sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 12 for other in rankings]
        for one in rankings
    ]
    assert distance.ravel().tolist() == pytest.approx(np.ravel(footrule).tolist(), abs=1e-12)


def test_distance_is_one_between_a_ranking_and_its_reverse():
    assert rank_distance([certain(range(4)), certain([3, 2, 1, 0])])[0, 1] == 1


def test_distance_keeps_the_triangle():
    tables = np.random.default_rng(1).dirichlet(np.ones(4), (6, 4))

    distance = rank_distance(tables)

    for a, b, c in permutations(range(6), 3):
        assert distance[a, c] <= distance[a, b] + distance[b, c] + 1e-12


def test_votes_count_as_so_many_voters():
    ranks = [[1, 2, 3], [3, 1, 2]]

    assert borda(ranks, [3, 2]).tolist() == borda([ranks[0]] * 3 + [ranks[1]] * 2).tolist()
    assert copeland(ranks, [3, 2]).tolist() == copeland([ranks[0]] * 3 + [ranks[1]] * 2).tolist()


def test_harm_counts_from_ones_own_best_unless_told():
    values = [[1.0, 0.5, 0.4], [0.2, 0.9, 0.4]]

    found = harm(values)

    assert found.loss.tolist() == pytest.approx(np.array([[0, 0.5, 0.6], [0.7, 0, 0.5]]))
    assert found.number_hurt.tolist() == [1, 1, 2]
    assert found.hardest_hit.tolist() == [1, 0, 0]
    assert harm(values, bearable=0.55).number_hurt.tolist() == [1, 0, 1]


def test_opposed_stakeholders_meet_at_the_compromise():
    left, right = view(0.8, 0.0), view(0.0, 0.8)

    found = deliberate([left, right])

    assert found.first == (0, 1)
    assert found.compromises[2] == 2
    assert found.harm.number_hurt.tolist() == [1, 1, 2]
    assert found.harm.hardest_hit[:2].tolist() == [1, 0]
    assert found.dissent.tolist() == [found.distance[0, 1]] * 2
    assert found.concordance == pytest.approx(
        kendall_w(np.stack([left.expected_rank, right.expected_rank]))
    )
    assert found.opposition[0].tolist() == (1 - left.acceptability[:, 0]).tolist()
    assert found.opposition_se[0].tolist() == left.acceptability_se[:, 0].tolist()


def test_stakeholders_of_one_mind_do_not_dissent():
    found = deliberate([view(0.8, 0.0)] * 3)

    assert found.concordance == pytest.approx(1)
    assert found.dissent.tolist() == [0, 0, 0]
    assert found.compromises == (0, 0, 0)


def test_a_choice_that_all_tie_has_no_concordance():
    tied = smaa([[1, 1], [1, 1]], [[0.5, 0.5]])

    assert np.isnan(deliberate([tied, tied]).concordance)


@pytest.mark.parametrize(
    ("refused", "culprit"),
    [
        (lambda: deliberate([]), "views"),
        (lambda: deliberate([view(0, 0), smaa(np.eye(2), [[1, 1]])]), "different alternatives"),
        (lambda: rank_distance([np.eye(2), np.eye(3)]), "different alternatives"),
        (lambda: rank_distance([np.ones((2, 2))]), "summing to one"),
        (lambda: dissent([[0, 1, 2]]), "square"),
        (lambda: harm([[1, 2]], reference=2), "reference"),
        (lambda: harm([[1, 2]], bearable=-1), "bearable"),
        (lambda: borda([[1, 2]], [1, 1]), "votes"),
        (lambda: borda([[1, 2]], [-1]), "votes"),
    ],
)
def test_impossible_input_names_its_culprit(refused, culprit):
    with pytest.raises(MethodError, match=culprit):
        refused()
