"""Scores of all combinations: compiled, in NumPy, and stakeholder by stakeholder against the values themselves."""

import numpy as np
import pytest

from fucina.study.decision import kernels, plain
from fucina.study.decision.opinion import Opinion, opinion
from fucina.study.evaluation.criteria import Judged, judge
from fucina.study.evaluation.evaluate import Evaluation, evaluate
from fucina.study.schema import Study


@pytest.fixture(scope="module")
def evaluation(torino: Study) -> Evaluation:
    return evaluate(torino, 150, 4)


@pytest.fixture(scope="module")
def judged(evaluation: Evaluation) -> Judged:
    return judge(evaluation)


@pytest.fixture(scope="module")
def views(evaluation: Evaluation, judged: Judged) -> Opinion:
    return opinion(judged, evaluation.sample)


def scores_of(judged: Judged, views: Opinion, stakeholder: int) -> np.ndarray:
    values = np.stack(
        [
            [judged.values(i, k) for k in range(len(judged.criteria))]
            for i in range(len(judged.combinations))
        ]
    )
    return np.asarray((values * views.weights[stakeholder][None]).sum(axis=1))


def test_compiled_and_plain_scores_are_equal(judged: Judged, views: Opinion) -> None:
    shape = (len(judged.combinations), views.weights.shape[2])
    one, other = np.empty(shape), np.empty(shape)

    kernels.scores(judged.rows, judged.index, views.weights[0], one)
    plain.scores(judged.rows, judged.index, views.weights[0], other)

    assert float(np.abs(one - other).max()) < 1e-12


def test_the_winner_is_the_combination_of_the_greatest_value(
    judged: Judged, views: Opinion
) -> None:
    for v in range(views.weights.shape[0]):
        scores = scores_of(judged, views, v)
        best = scores[views.winners[v], np.arange(scores.shape[1])]
        assert best == pytest.approx(scores.max(axis=0), rel=1e-12)


def test_an_alternative_is_worth_its_best_version(judged: Judged, views: Opinion) -> None:
    scores = scores_of(judged, views, 0)

    for a, name in enumerate(views.alternatives):
        own = [i for i, c in enumerate(judged.combinations) if c.alternative.id == name]
        assert views.best[0, a] == pytest.approx(scores[own].max(axis=0), rel=1e-12)


def test_leaving_a_criterion_out_leaves_its_values_out(judged: Judged) -> None:
    left = judged.criteria[2]

    kept = judged.without([left])

    assert [c.id for c in kept.criteria] == [c.id for c in judged.criteria if c != left]
    assert kept.values(0, 2).tolist() == judged.values(0, 3).tolist()


def test_shares_sum_to_one_in_every_draw(views: Opinion) -> None:
    total = np.asarray(sum(views.by_seat().values()))

    assert total == pytest.approx(np.ones_like(total))
