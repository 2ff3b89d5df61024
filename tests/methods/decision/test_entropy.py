import numpy as np
import pytest

from fucina.methods.decision import entropy, ranking_entropy, smaa


def test_smaa_measures_match_the_published_thrombolytics(example):
    """The samples are not free: draws with the published winners stand for them."""
    case = example("smaa2_thrombo")
    first = round(10_000 * case["rank_acceptability"][0][0])
    weights = np.repeat([[1.0, 0.0], [0.0, 1.0]], [first, 10_000 - first], axis=0)

    result = smaa(np.eye(2), weights)

    assert result.acceptability.tolist() == case["rank_acceptability"]
    assert result.pairwise.tolist() == case["pairwise_winning"]
    assert result.choice_entropy == pytest.approx(case["ranking_entropy_bits"], abs=1e-9)
    assert ranking_entropy(weights) == pytest.approx(case["ranking_entropy_bits"], abs=1e-9)


def test_published_central_weights_average_to_the_centre_of_the_simplex(example):
    case = example("smaa2_thrombo")

    mean = np.array([a[0] for a in case["rank_acceptability"]]) @ case["central_weights"]

    assert mean.tolist() == pytest.approx([1 / 3] * 3, abs=4 * np.sqrt(1 / 18 / 10_000))


def test_entropy_runs_from_certain_to_open():
    assert entropy([[1, 0, 0, 0], [0.25] * 4]).tolist() == [0, 2]


def test_ranking_entropy_counts_whole_orders():
    assert ranking_entropy([[3, 2, 1], [3, 1, 2], [2, 3, 1], [1, 2, 3]]) == 2
    assert ranking_entropy([[3, 2, 1], [9, 5, 0]]) == 0
