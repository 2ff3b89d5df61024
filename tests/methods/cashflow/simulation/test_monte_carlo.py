from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri

from fucina.methods import compiled
from fucina.methods.cashflow import Line, Timing, net_present_value, simulate_net_present_value
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Fixed, Lognormal, Pert, Triangular, Uniform, uniform

SALES = Line("sales", Triangular(40, 60, 90), (0.0, 1.0, 1.0, 1.0), Uniform(-0.02, 0.05))
WORKS = Line("works", Lognormal.from_quantiles(100, 160), (-1.0, 0.0, 0.0, 0.0))
STAFF = Line("staff", Pert(5, 8, 20), (0.0, -1.0, -1.0, -0.5), Triangular(0.0, 0.01, 0.04))
RATE = Uniform(0.02, 0.06)
LINES = [SALES, WORKS, STAFF]


@dataclass(frozen=True)
class Normal:
    mean: float
    sd: float
    low: float = -np.inf
    high: float = np.inf

    def quantile(self, u):
        return self.mean + self.sd * ndtri(u)


def simulate(lines=LINES, rate=RATE, draws=1000, seed=3, timing=Timing.MIDDLE, start=0):
    return simulate_net_present_value(
        lines, rate, draws=draws, seed=seed, timing=timing, start=start
    )


def by_hand(lines, rate, draws, seed, timing):
    """The same draws, each line's flows year by year, discounted by another function."""
    flows = 0
    for line in lines:
        amount = line.amount.quantile(uniform(seed, line.name, draws))
        growth = line.growth.quantile(uniform(seed, f"{line.name}: growth", draws))
        years = np.arange(len(line.profile))
        flows = flows + amount[:, None] * (1 + growth[:, None]) ** years * np.array(line.profile)
    return net_present_value(flows, rate.quantile(uniform(seed, "rate", draws)), timing)


@pytest.mark.parametrize("timing", Timing)
def test_simulation_equals_its_addressed_draws_year_by_year(either_kernel, timing):
    sample = simulate(timing=timing)

    assert sample.npv == pytest.approx(by_hand(LINES, RATE, 1000, 3, timing), rel=1e-11, abs=1e-10)


def test_kernels_agree(monkeypatch):
    if not compiled.available():
        pytest.skip("Numba is not installed")
    fast = simulate(draws=5000).npv

    monkeypatch.setattr(compiled, "ENABLED", False)

    np.testing.assert_allclose(simulate(draws=5000).npv, fast, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("start", "draws"), [(0, 1), (1, 7), (254, 9), (997, 3)])
def test_draws_are_addressed_by_their_index_alone(either_kernel, start, draws):
    whole = simulate().npv

    part = simulate(start=start, draws=draws).npv

    assert part.tolist() == whole[start : start + draws].tolist()


def test_block_size_changes_nothing(either_kernel, monkeypatch):
    whole = simulate().npv

    monkeypatch.setattr("fucina.methods.cashflow.simulation.monte_carlo.BLOCK", 256)

    assert simulate().npv.tolist() == whole.tolist()


def test_loss_of_independent_normal_flows_matches_hillier(either_kernel, example):
    case = example("npv_normal_analytic")
    lines = [
        Line(f"year {t}", Normal(mu, sd), tuple(float(t == year) for year in range(4)))
        for t, (mu, sd) in enumerate(zip(case["mu"], case["sd"], strict=True))
    ]

    sample = simulate(lines, case["rate"], draws=40_000, timing=Timing.START)

    assert abs(sample.mean.value - case["mean"]) < 4 * sample.mean.se
    assert sample.npv.std() == pytest.approx(case["sd_independent"], rel=0.02)
    assert abs(sample.loss.value - case["p_neg_independent"]) < 4 * sample.loss.se


def test_certain_lines_have_their_textbook_value(either_kernel):
    perpetual = Line("rent", Fixed(100.0), (1.0,) * 10, Fixed(0.03))

    sample = simulate([perpetual], 0.05, draws=3, timing=Timing.END)

    growing_annuity = 100 * (1 - (1.03 / 1.05) ** 10) / (0.05 - 0.03)
    assert sample.npv.tolist() == pytest.approx([growing_annuity] * 3, rel=1e-12)


def test_mean_matches_the_closed_form_within_its_error(either_kernel):
    line = Line("sales", Triangular(1, 2, 6), (1.0, 1.0), Uniform(0.0, 0.1))

    sample = simulate([line], 0.0, draws=20_000)

    assert abs(sample.mean.value - 3 * (1 + 1.05)) < 4 * sample.mean.se


@settings(deadline=None, max_examples=20)
@given(st.floats(0.1, 50), st.floats(1e-3, 1e3))
def test_more_sales_never_lower_any_draw_and_scale_carries_over(more, scale):
    better = Line("sales", Triangular(40 + more, 60 + more, 90 + more), SALES.profile, SALES.growth)
    scaled = Line(
        "sales", Triangular(40 * scale, 60 * scale, 90 * scale), SALES.profile, SALES.growth
    )

    base = simulate([SALES], draws=50).npv

    assert (simulate([better], draws=50).npv >= base).all()
    assert simulate([scaled], draws=50).npv == pytest.approx(base * scale, rel=1e-9)


def test_timing_is_printed():
    assert str(simulate()).endswith("first flow discounted 0.5 periods")


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"lines": []}, "lines: empty"),
        ({"lines": [SALES, SALES]}, "sales used twice"),
        ({"lines": [SALES, Line("other", Fixed(1), (1.0,))]}, "profile of other"),
        ({"lines": [Line("rate", Fixed(1), (1.0,))]}, "'rate'"),
        ({"rate": Uniform(-2, 0)}, "rate"),
        ({"rate": -1.0}, "rate"),
        ({"draws": 0}, "draws"),
        ({"seed": -1}, "seed"),
        ({"start": -1}, "start"),
    ],
)
def test_impossible_simulation_is_refused_by_name(change, culprit):
    with pytest.raises(MethodError, match=culprit):
        simulate(**change)


def test_line_with_an_impossible_growth_or_profile_is_refused():
    with pytest.raises(MethodError, match="growth of rent"):
        Line("rent", Fixed(1), (1.0,), Fixed(-1.0))
    with pytest.raises(MethodError, match="profile of rent"):
        Line("rent", Fixed(1), (float("nan"),))


def test_package_is_imported_without_numba():
    import subprocess
    import sys

    code = "import sys, fucina.methods.cashflow; sys.exit('numba' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
