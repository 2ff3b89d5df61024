"""The vectorised flows against a plain year-by-year, draw-by-draw computation of the same model."""

import math

import numpy as np
import pytest

from fucina.study.evaluation import evaluate
from fucina.study.finance import WORKS_YEARS, Appraisal
from fucina.study.sampling import Sample
from fucina.study.schema import Study


def slow_net_cost(
    study: Study, sample: Sample, appraisal: Appraisal, opening: float, draw: int
) -> float:
    """Net cost of a one-seat hub at ``north`` from first principles, for one draw."""

    def p(name: str) -> float:
        return float(sample.parameter(name)[draw])

    area = sum(study.need("services", s, "area").value for s in ("transfer", "training"))
    works = p("capex") * p("cost-growth") * study.need("seats", "north", "works_factor").value
    ground = p("plot-ratio") * study.need("seats", "north", "remediation").value
    machines = 2 * 300_000.0
    capital = area * (works + ground) + machines
    volumes = {s: float(sample.of("services", s, "volume")[draw]) for s in ("transfer", "training")}
    use = p("utilisation") / p("utilisation-plan")
    pull = appraisal_pull(study, sample, draw)
    commercial = (
        volumes["transfer"] * 6000 + volumes["training"] * 250
    ) * use * pull + 30 * 8000 * (1 - p("member-churn"))
    running = 18 * p("staff-cost") / p("personnel-share")
    opens = opening / 12
    total = 0.0
    closes = opens + study.header.horizon_years
    last = math.ceil(closes) - 1
    for year in range(last + 1):
        open_part = max(0.0, min(year + 1, closes) - max(year, opens))
        level = min(max((year + 0.5 - opens) / 3, 0), 1) * open_part
        built = max(0.0, min(year + 1, opens) - max(year, opens - WORKS_YEARS)) / WORKS_YEARS
        if year == 0:
            built += max(0.0, min(opens, 0) - (opens - WORKS_YEARS)) / WORKS_YEARS
        flow = capital * built + level * (
            machines / 8 + running - commercial - volumes["transfer"] * 9000
        )
        if year == last:
            flow -= (capital - machines) * (1 - study.header.horizon_years / 40)
        total += flow / 1.04 ** (year + 0.5)
    return total


def appraisal_pull(study: Study, sample: Sample, draw: int) -> float:
    evaluated = evaluate(study, sample)
    hubs = {
        o.alternative.id: o.access[draw] for o in evaluated.outcomes if o.alternative.kind == "hub"
    }
    return float((hubs["hub:north"] / np.mean(list(hubs.values()))) ** 0.5)


def test_net_cost_equals_a_plain_computation(example: Study) -> None:
    sample = Sample(example, 40, 3)

    outcome = next(o for o in evaluate(example, sample).outcomes if o.alternative.id == "hub:north")

    for draw in (0, 7, 39):
        expected = slow_net_cost(
            example, sample, outcome.appraisal, float(outcome.opening[draw]), draw
        )
        assert outcome.appraisal.net_cost[draw] == pytest.approx(expected, rel=1e-9)


def test_grants_paid_out_sum_to_the_public_share(example: Study) -> None:
    sample = Sample(example, 60, 3)

    outcome = next(o for o in evaluate(example, sample).outcomes if o.alternative.id == "hub:south")
    flows = outcome.appraisal.flows

    assert flows.grant.sum(axis=1) == pytest.approx(0.7 * flows.investment.sum(axis=1))


def test_doing_nothing_costs_nothing(example: Study) -> None:
    sample = Sample(example, 10, 3)

    nothing = next(
        o for o in evaluate(example, sample).outcomes if o.alternative.kind == "do-nothing"
    )

    assert nothing.appraisal.net_cost.tolist() == [0.0] * 10


def test_break_even_benefit_brings_the_present_value_to_zero(example: Study) -> None:
    sample = Sample(example, 30, 3)

    outcome = next(o for o in evaluate(example, sample).outcomes if o.alternative.id == "hub:north")
    flows = outcome.appraisal.flows
    factors = 1.04 ** -(np.arange(flows.level.shape[1]) + 0.5)

    gained = (flows.level * factors).sum(axis=1) * outcome.appraisal.break_even_benefit

    assert gained == pytest.approx(outcome.appraisal.net_cost, rel=1e-9)


def test_opening_later_does_not_shorten_the_operation(example: Study) -> None:
    sample = Sample(example, 30, 3)

    outcomes = [o for o in evaluate(example, sample).outcomes if o.alternative.kind == "hub"]

    expected = example.header.horizon_years - outcomes[0].programme.ramp_years / 2
    for outcome in outcomes:
        assert outcome.appraisal.flows.level.sum(axis=1) == pytest.approx(expected, abs=0.2)
