import numpy as np
import pytest

from fucina.methods.errors import MethodError
from fucina.methods.location import Detour, fit_detour, travel_minutes


def test_travel_is_crow_flight_times_detour_with_its_band():
    band = Detour(1.25, 0.2).travel([8.0, 16.0], 40)

    assert band.minutes.tolist() == travel_minutes([8.0, 16.0], 1.25, 40).tolist()
    assert band.high == pytest.approx(1.2 * band.minutes)
    assert band.low == pytest.approx([12.0, 24.0])  # 20 % less would be the crow flight itself


def test_fitted_error_covers_about_two_thirds_of_the_sample():
    rng = np.random.default_rng(1)
    crow = rng.uniform(5, 50, 2000)
    network = crow * 1.4 * rng.normal(1, 0.08, 2000)

    fitted = fit_detour(crow, network)

    assert fitted.factor == pytest.approx(1.4, rel=0.01)
    assert fitted.error == pytest.approx(0.08, rel=0.05)
    inside = np.abs(network / (fitted.factor * crow) - 1) <= fitted.error
    assert 0.62 < inside.mean() < 0.74


@pytest.mark.parametrize(("factor", "error"), [(0.9, 0.1), (1.3, -0.1), (1.3, 1.0), (np.nan, 0.1)])
def test_impossible_detour_is_refused(factor, error):
    with pytest.raises(MethodError):
        Detour(factor, error)


@pytest.mark.parametrize("arguments", [([0], [1]), ([1, 2], [1]), ([2], [1])])
def test_sample_that_is_no_detour_is_refused(arguments):
    with pytest.raises(MethodError):
        fit_detour(*arguments)
