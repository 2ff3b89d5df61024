import numpy as np
import pytest

from fucina.methods.cashflow import (
    Line,
    Timing,
    net_present_value,
    net_present_value_of_lines,
    simulate_net_present_value,
)
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Triangular, Uniform, uniform

PROFILES = np.array([[-1.0, -0.5, 0, 0], [0, 0.5, 1, 1]])


def test_drawn_lines_are_worth_their_flows(either_kernel):
    rng = np.random.default_rng(6)
    amounts, growths = rng.uniform(10, 90, (700, 2)), rng.uniform(-0.1, 0.1, (700, 2))
    rate = rng.uniform(0.01, 0.1, 700)

    found = net_present_value_of_lines(amounts, growths, PROFILES, rate, Timing.MIDDLE)

    grown = amounts[:, :, None] * (1 + growths[:, :, None]) ** np.arange(4) * PROFILES
    expected = net_present_value(grown.sum(axis=1), rate, Timing.MIDDLE)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-10)


def test_drawn_lines_are_those_of_the_simulation(either_kernel):
    lines = [
        Line("works", Triangular(80, 100, 150), tuple(PROFILES[0])),
        Line("sales", Triangular(40, 60, 70), tuple(PROFILES[1])),
    ]
    amounts = [line.amount.quantile(uniform(8, line.name, 300)) for line in lines]
    rate = Uniform(0.0, 0.1)

    sample = simulate_net_present_value(lines, rate, draws=300, seed=8, timing=Timing.END)

    drawn = net_present_value_of_lines(
        np.transpose(amounts), 0.0, PROFILES, rate.quantile(uniform(8, "rate", 300)), Timing.END
    )
    assert drawn == pytest.approx(sample.npv, rel=1e-12)


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"profiles": [[1.0, 1.0]]}, "profiles"),
        ({"growths": -1.0}, "growths"),
        ({"growths": [[0.0] * 2] * 4}, "growths"),
        ({"rate": [0.1, 0.2]}, "rate"),
        ({"rate": -2.0}, "rate"),
        ({"amounts": [1.0, 2.0]}, "amounts"),
    ],
)
def test_drawn_lines_that_do_not_fit_are_refused(change, culprit):
    arguments = {
        "amounts": np.ones((3, 2)),
        "growths": 0.0,
        "profiles": PROFILES,
        "rate": 0.04,
        **change,
    }

    with pytest.raises(MethodError, match=culprit):
        net_present_value_of_lines(**arguments, timing=Timing.END)
