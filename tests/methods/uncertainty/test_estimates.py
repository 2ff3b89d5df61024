import math

import numpy as np
import pytest

from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Estimate, mean, probability, summary


def test_probability_carries_its_binomial_error():
    estimate = probability(np.arange(100) < 20)

    assert estimate == Estimate(0.2, 0.04, 100)


def test_mean_of_one_draw_has_no_error():
    estimate = mean([3.0])

    assert estimate.value == 3.0
    assert math.isnan(estimate.se)


def test_summary_matches_numpy():
    values = np.random.default_rng(4).normal(size=500)

    result = summary(values)

    expected = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist()
    assert [result.p05, result.p25, result.p50, result.p75, result.p95] == expected
    assert result.se == pytest.approx(values.std(ddof=1) / math.sqrt(500))
    assert (result.minimum, result.maximum, result.n) == (values.min(), values.max(), 500)


@pytest.mark.parametrize("mask", [[], [0, 1], [[True]]])
def test_probability_of_something_else_than_booleans_is_refused(mask):
    with pytest.raises(MethodError):
        probability(mask)


def test_summary_of_a_sample_with_nan_is_refused():
    with pytest.raises(MethodError):
        summary([1.0, float("nan")])
