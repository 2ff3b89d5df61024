import numpy as np
import pytest

from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.sampling import Sample, distribution
from fucina.study.schema import Study


def test_same_seed_gives_the_same_result(example: Study) -> None:
    first = compute(example, draws=300, seed=11)
    again = compute(example, draws=300, seed=11)
    other = compute(example, draws=300, seed=12)

    assert first.model_dump_json() == again.model_dump_json()
    assert first.model_dump_json() != other.model_dump_json()


def test_a_figure_draws_the_same_values_whatever_else_the_study_holds(example: Study) -> None:
    fewer = example.model_copy(update={"machines": []})

    one = Sample(example, 100, 5).of("parameters", "capex")
    other = Sample(fewer, 100, 5).of("parameters", "capex")

    assert one.tolist() == other.tolist()


def test_more_draws_begin_with_the_fewer(example: Study) -> None:
    few, many = Sample(example, 50, 5), Sample(example, 400, 5)

    assert many.of("parameters", "speed")[:50].tolist() == few.of("parameters", "speed").tolist()


def test_sample_follows_the_distribution_it_declares(torino: Study) -> None:
    sample = Sample(torino, 20_000, 1)

    draws = sample.of("parameters", "capex")

    law = distribution(torino.need("parameters", "capex"))
    assert draws.mean() == pytest.approx(law.mean, rel=0.01)
    assert (draws.min() >= law.low, draws.max() <= law.high) == (True, True)


def test_prices_of_another_year_and_currency_are_converted(example: Study) -> None:
    figures = dict(example.figures)
    old = figures["machines.printer.price"]
    figures["machines.printer.price"] = old.model_copy(update={"unit": "USD", "price_year": 2023})
    study = example.model_copy(update={"figures": figures})
    sample = Sample(study, 20, 2)

    found = sample.money("machines", "printer", "price")

    drift = sample.of("parameters", "price-drift")
    assert found == pytest.approx(300_000 * 0.9 * (1 + drift) ** 2)


def test_probabilities_sum_to_one_and_carry_their_error(torino_result: Result) -> None:
    decision = torino_result.decision

    assert sum(r.probability.value for r in decision.alternatives) == pytest.approx(1)
    assert sum(r.probability.value for r in decision.seats) == pytest.approx(1)
    assert sum(r.probability.value for r in decision.kinds) == pytest.approx(1)
    for view in decision.stakeholders:
        assert sum(p.value for p in view.probabilities) == pytest.approx(1)
        n = torino_result.draws
        p = view.probability
        assert p.se == pytest.approx(np.sqrt(p.value * (1 - p.value) / n), rel=1e-6)


def test_optimum_of_every_network_is_proved(torino_result: Result) -> None:
    proofs = [a.proof for a in torino_result.alternatives if a.proof is not None]

    assert {proof.status for proof in proofs} == {"optimal"}
    assert all(proof.gap == 0 and proof.bound == proof.value for proof in proofs)


def test_seats_too_small_for_their_share_are_named_and_not_ranked(
    torino: Study, torino_result: Result
) -> None:
    ogr = next(a for a in torino_result.alternatives if a.id == "hub:ogr")

    assert (ogr.too_small, ogr.ranked) == (["ogr"], False)
    assert "hub:ogr" not in [r.id for r in torino_result.decision.alternatives]


def test_baselines_are_appraised_but_not_ranked(torino_result: Result) -> None:
    appraised = {c.alternative for c in torino_result.finance.combinations}
    ranked = {r.id for r in torino_result.decision.alternatives}

    assert {"do-nothing", "do-minimum"} <= appraised
    assert not {"do-nothing", "do-minimum"} & ranked


def test_power_sums_to_one_under_every_form(torino_result: Result) -> None:
    for power in torino_result.governance:
        assert sum(power.banzhaf) == pytest.approx(1)
        assert sum(power.shapley) == pytest.approx(1)


def test_figures_younger_than_the_study_are_flagged(example: Study) -> None:
    late = example.model_copy(
        update={
            "header": example.header.model_copy(
                update={"as_of": example.header.as_of.replace(year=2025)}
            )
        }
    )

    found = compute(late, draws=100, seed=1).younger_than_as_of

    assert found == list(example.figures)


def scores(study: Study, **wanted: float) -> Study:
    """The example with judged scores of tenure so that both seats are nearly tied."""
    figures = dict(study.figures)
    for seat, value in wanted.items():
        key = f"seats.{seat}.tenure"
        figures[key] = figures[key].model_copy(
            update={"distribution": "fixed", "low": None, "high": None, "value": value}
        )
    return study.model_copy(update={"figures": figures})


def test_a_recommendation_that_rests_on_one_criterion_is_reported_as_sensitive(
    example: Study,
) -> None:
    result = compute(scores(example, north=0.0, south=10.0), draws=400, seed=1).decision

    flips = [v.id for v in result.variants if v.changes_seat]

    assert (result.seat, result.sensitive, flips) == ("south", True, ["tenure", "unjudged"])


def test_a_recommendation_that_rests_on_the_demand_proxy_is_reported_as_sensitive(
    example: Study,
) -> None:
    """With the city as one point at its seat the near seat wins; spread by stops, the other one."""
    criteria = [c for c in example.criteria if c.id == "access"] + [
        c.model_copy(update={"worst": 0.0, "best": 10.0})
        for c in example.criteria
        if c.id == "tenure"
    ]
    seats = [
        s.model_copy(update={"lat": 45.05, "lon": 8.0})
        if s.id == "north"
        else s.model_copy(update={"lat": 45.05, "lon": 8.12})
        if s.id == "south"
        else s
        for s in example.seats
    ]
    zones = [z.model_copy(update={"lat": 45.05, "lon": 8.13}) for z in example.zones]
    stakeholders = [
        s.model_copy(
            update={"weights": s.weights.model_copy(update={"order": [["access"], ["tenure"]]})}
        )
        for s in example.stakeholders
    ]
    moved = scores(
        example.model_copy(
            update={
                "criteria": criteria,
                "seats": seats,
                "zones": zones,
                "stakeholders": stakeholders,
                "travel_times": [],
            }
        ),
        north=5.0,
        south=5.0,
    )

    result = compute(moved, draws=400, seed=1).decision

    single = next(v for v in result.variants if v.id == "single")
    assert (result.seat, single.seat, single.changes_seat, result.sensitive) == (
        "south",
        "north",
        True,
        True,
    )


def test_the_question_is_asked_without_judgements_and_without_weights(
    torino: Study, torino_result: Result
) -> None:
    asked = [(v.kind, v.id) for v in torino_result.decision.variants]

    assert asked[-2:] == [("judgement", "unjudged"), ("weights", "unweighted")]
    assert len(asked) == 4 + len(torino.criteria) + 2


def test_unknown_weights_are_the_same_for_everyone_but_for_the_draws(torino: Study) -> None:
    result = compute(torino, draws=300, seed=3).decision

    unweighted = next(v for v in result.variants if v.kind == "weights")
    silent = [v for v in result.stakeholders if v.id in ("equiter", "fondazione-crt")]

    assert all(abs(v.probability.value - unweighted.probability.value) < 0.1 for v in silent)
