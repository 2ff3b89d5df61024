"""Exploring a run: the kept draws answer as the run did, and as anyone's weights would have it."""

import time
from pathlib import Path

import numpy as np
import pytest

from fucina.study import explore as exploring
from fucina.study.explore import Cache, explore
from fucina.study.run import Computed, computed
from fucina.study.schema import Study


@pytest.fixture(scope="module")
def run(torino: Study) -> Computed:
    return computed(torino, draws=800, seed=7)


@pytest.fixture(scope="module")
def cache(run: Computed, tmp_path_factory: pytest.TempPathFactory) -> Cache:
    path = tmp_path_factory.mktemp("kept") / exploring.FILE
    exploring.save(run.cache, path)
    return exploring.load(path)


def test_with_nothing_asked_the_answer_is_the_run_s_own(run: Computed, cache: Cache) -> None:
    found = {one.id: one.probability for one in explore(cache).seats}

    for seat in run.result.decision.seats:
        assert found[seat.id] == pytest.approx(seat.probability.value, abs=2e-3)


def test_a_stakeholder_s_answer_is_its_own(run: Computed, cache: Cache) -> None:
    view = run.result.decision.stakeholders[0]

    found = {one.id: one.probability for one in explore(cache, stakeholder=view.id).alternatives}

    assert found[view.best] == pytest.approx(view.probability.value, abs=4e-3)


def test_all_weight_on_one_criterion_chooses_by_it_alone(cache: Cache) -> None:
    found = explore(cache, weights={"opening": 5.0})

    k = cache.criteria.index("opening")
    value = cache.rows[cache.index[:, k]].astype(float)
    best = cache.names[value.argmax(axis=0), 1]
    assert found.seats[0].probability == pytest.approx(np.mean(best == found.seats[0].id))


def test_a_band_keeps_the_draws_within_it(cache: Cache) -> None:
    key = cache.figures[0]
    low, high = np.quantile(cache.draws[0], [0.25, 0.5])

    found = explore(cache, bands={key: (float(low), float(high))})

    within = (cache.draws[0] >= low) & (cache.draws[0] <= high)
    assert (found.draws, found.enough) == (int(within.sum()), True)
    assert sum(one.probability for one in found.forms) == pytest.approx(1)


def test_a_band_that_no_draw_meets_says_so(cache: Cache) -> None:
    found = explore(cache, bands={cache.figures[0]: (1e12, 2e12)})

    assert (found.draws, found.enough, found.seats) == (0, False, ())


@pytest.mark.parametrize("points", [{"opening": -1.0}, {"opening": 0.0}, {"opening": float("nan")}])
def test_weights_that_say_nothing_are_refused(cache: Cache, points: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        explore(cache, weights=points)


def test_unknown_names_are_refused(cache: Cache) -> None:
    with pytest.raises(KeyError):
        explore(cache, weights={"beauty": 1.0})
    with pytest.raises(KeyError):
        explore(cache, stakeholder="nobody")
    with pytest.raises(KeyError):
        explore(cache, bands={"seats.moon.capacity": (0, 1)})


def test_an_answer_takes_no_longer_than_a_blink(cache: Cache) -> None:
    """The bar is 300 ms at 4,000 draws on a quiet machine; these are a fifth of them."""
    explore(cache)
    begun = time.process_time()

    explore(cache, weights=dict.fromkeys(cache.criteria, 1.0))

    assert time.process_time() - begun < 0.3


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draws.npz"
    np.savez(path, other=np.zeros(3))

    with pytest.raises(ValueError, match=r"draws\.npz"):
        exploring.load(path)
