"""SMAA-2 on PROMETHEE II and TOPSIS, against one evaluation a draw."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from fucina.methods.decision import (
    Preference,
    WeightSet,
    promethee_ii,
    sample_weights,
    smaa_promethee,
    smaa_topsis,
    topsis,
)
from fucina.methods.errors import MethodError

SIX = [
    Preference("I"),
    Preference("II", q=0.2),
    Preference("III", p=0.5),
    Preference("IV", q=0.1, p=0.4),
    Preference("V", q=0.1, p=0.6),
    Preference("VI", s=0.3),
]
UPWARD = [True, False, True, True, False, True]
FIGURES = np.random.default_rng(1).random((400, 5, 6)) + 0.1
WEIGHTS = sample_weights(WeightSet(6), 5, "weights", 400)
TABLES = arrays(float, (4, 3), elements=st.integers(1, 5).map(float))


def one_by_one(score, matrix):
    """Scores (n, m) of every draw by the method for one."""
    tables = matrix if matrix.ndim == 3 else [matrix] * len(WEIGHTS)
    return np.array([score(table, w) for table, w in zip(tables, WEIGHTS, strict=True)])


def net(table, weight):
    return promethee_ii(table, weight, UPWARD, SIX).net


def closeness(table, weight):
    return topsis(table, weight, UPWARD)


@pytest.mark.usefixtures("either_kernel")
@pytest.mark.parametrize("figures", [FIGURES, FIGURES[0]], ids=["drawn", "known"])
@pytest.mark.parametrize("rule", ["promethee", "topsis"])
def test_smaa_matches_one_evaluation_a_draw(rule, figures):
    score = net if rule == "promethee" else closeness
    if rule == "promethee":
        result = smaa_promethee(figures, WEIGHTS, UPWARD, SIX)
    else:
        result = smaa_topsis(figures, WEIGHTS, UPWARD)

    scores = one_by_one(score, figures)

    ranks = (scores[:, None, :] > scores[:, :, None] + 1e-12).sum(axis=2)
    assert result.acceptability.tolist() == [
        [np.mean(ranks[:, a] == r) for r in range(5)] for a in range(5)
    ]
    assert result.best.tolist() == scores.argmax(axis=1).tolist()
    assert result.scores_mean.tolist() == pytest.approx(scores.mean(axis=0).tolist(), abs=1e-12)
    error = scores.std(axis=0, ddof=1) / np.sqrt(len(scores))
    assert result.scores_mean_se.tolist() == pytest.approx(error.tolist(), rel=1e-9)
    wins = (scores[:, :, None] > scores[:, None, :] + 1e-12).mean(axis=0)
    assert result.pairwise.ravel().tolist() == pytest.approx(wins.ravel().tolist(), abs=1e-12)


@pytest.mark.usefixtures("either_kernel")
def test_central_weights_and_confidence_match_one_by_one():
    result = smaa_promethee(FIGURES, WEIGHTS, UPWARD, SIX)

    winner = one_by_one(net, FIGURES).argmax(axis=1)

    for a in range(5):
        mine = WEIGHTS[winner == a]
        assert result.central_weights[a].tolist() == pytest.approx(mine.mean(axis=0).tolist())
        error = mine.std(axis=0, ddof=1) / np.sqrt(len(mine))
        assert result.central_weights_se[a].tolist() == pytest.approx(error.tolist())
        held = np.mean([net(table, mine.mean(axis=0)).argmax() == a for table in FIGURES])
        assert result.confidence[a] == pytest.approx(held)
        assert result.confidence_se[a] == pytest.approx(np.sqrt(held * (1 - held) / 400))


@settings(deadline=None, max_examples=30)
@given(TABLES, st.sampled_from(["promethee", "topsis"]))
def test_a_dominated_alternative_never_wins(table, rule):
    table[1] = table[0] / 2
    weights = sample_weights(WeightSet(3), 5, "weights", 60)

    if rule == "promethee":
        result = smaa_promethee(table, weights, [True] * 3, [Preference()] * 3)
    else:
        result = smaa_topsis(table, weights, [True] * 3)

    assert result.acceptability[1, 0] == 0
    assert result.pairwise[0, 1] == 1


@settings(deadline=None, max_examples=30)
@given(TABLES, st.permutations(range(4)))
def test_order_of_alternatives_does_not_matter(table, order):
    weights = sample_weights(WeightSet(3), 5, "weights", 60)

    results = [smaa_topsis(rows, weights, [True] * 3) for rows in (table, table[order])]

    assert results[1].acceptability.ravel().tolist() == pytest.approx(
        results[0].acceptability[order].ravel().tolist()
    )
    assert results[1].acceptability.sum(axis=0).tolist() == pytest.approx([1.0] * 4)


@pytest.mark.usefixtures("either_kernel")
def test_weights_that_tell_nothing_apart_tie_all():
    result = smaa_topsis([[1, 5], [1, 7]], [[1, 0]], [True, True])

    assert result.acceptability.tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert result.pairwise.tolist() == [[0, 0.5], [0.5, 0]]


@pytest.mark.parametrize(
    ("figures", "weights", "directions", "culprit"),
    [
        (FIGURES[:3], WEIGHTS[:4], UPWARD, "matrix: 3 draws for 4"),
        (FIGURES[0], WEIGHTS[:, :5], UPWARD, "matrix: expected"),
        (FIGURES[0], WEIGHTS, UPWARD[:5], "directions"),
        (FIGURES[0], WEIGHTS * 0, UPWARD, "weights: row 0 sums to zero"),
        (FIGURES[0] * [0, 1, 1, 1, 1, 1], WEIGHTS, UPWARD, "column 0 of zeros"),
    ],
)
def test_impossible_input_names_its_culprit(figures, weights, directions, culprit):
    with pytest.raises(MethodError, match=culprit):
        smaa_topsis(figures, weights, directions)
