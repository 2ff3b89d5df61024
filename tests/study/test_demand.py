import numpy as np
import pytest

from fucina.study.demand import (
    PROXIES,
    access,
    catchments,
    place,
    stops_nearby,
    wanted,
)
from fucina.study.sampling import Planned, Sample
from fucina.study.schema import Study, TravelTime


def test_city_is_never_one_point_under_the_study_s_own_proxy(torino: Study) -> None:
    demand = place(torino)

    city = next(m for m in torino.municipalities if m.name == "Torino")
    largest = demand.weights.max() / demand.total

    assert "Torino" not in demand.names
    assert largest < 0.05 < city.population_15_64 / demand.total


@pytest.mark.parametrize("proxy", ["stops", "even", "single"])
def test_spreading_a_city_keeps_its_demand(torino: Study, proxy: str) -> None:
    demand = place(torino, proxy)  # type: ignore[arg-type]

    assert demand.total == pytest.approx(sum(m.population_15_64 for m in torino.municipalities))


def test_suburban_proxy_halves_the_city_only(example: Study) -> None:
    whole, half = place(example), place(example, "suburban")

    north = next(m for m in example.municipalities if m.name == "Nord").population_15_64

    assert whole.total - half.total == pytest.approx(north / 2)


def test_access_is_one_at_the_door_and_falls_with_distance(example: Study) -> None:
    demand = place(example)
    near = type(demand)(
        demand.proxy,
        demand.names,
        demand.places,
        demand.weights,
        np.zeros_like(demand.km),
        np.zeros_like(demand.km),
    )
    sample = Sample(example, 50, 1)

    assert access(near, [0], sample) == pytest.approx(np.ones(50))
    assert (access(demand, [0], sample) > access(demand, [1], sample)).all()
    assert (access(demand, [0, 1], sample) >= access(demand, [0], sample)).all()


def test_catchment_shares_grow_with_the_time_allowed(torino: Study) -> None:
    found = catchments(place(torino), torino)

    assert list(found) == [seat.id for seat in torino.candidates]
    assert all(c.within_20 <= c.within_30 <= c.within_45 <= 1 for c in found.values())


def test_stops_nearby_are_zero_where_there_are_none(example: Study) -> None:
    found = stops_nearby(example)

    assert found["north"] > found["south"] == pytest.approx(0, abs=1e-6)


def test_every_proxy_places_demand(torino: Study) -> None:
    totals = [place(torino, proxy).total for proxy in PROXIES]

    assert all(total > 0 for total in totals)


def test_interpolated_access_equals_the_sum_over_every_draw(torino: Study) -> None:
    demand, sample = place(torino), Sample(torino, 2000, 9)

    found = access(demand, [0, 3], sample)

    slowness = sample.of("parameters", "detour") / sample.of("parameters", "speed")
    rate = 60 * slowness / sample.of("parameters", "decay")
    nearest = demand.km[:, [0, 3]].min(axis=1)
    expected = np.exp(-np.outer(rate, nearest)) @ demand.weights / demand.total
    assert np.abs(found - expected).max() < 1e-12


def test_measured_travel_times_take_the_place_of_the_straight_line(example: Study) -> None:
    origin = example.municipalities[0].istat_code
    measured = TravelTime(origin=origin, seat="south", minutes=77.0)
    unmeasured = example.model_copy(update={"zones": [], "travel_times": []})
    timed = unmeasured.model_copy(update={"travel_times": [measured]})

    before, after = place(unmeasured), place(timed)

    changed = np.argwhere(before.minutes != after.minutes)
    assert (changed.tolist(), after.minutes[0, 1]) == ([[0, 1]], 77.0)


def test_demand_of_a_service_is_what_its_users_would_take(example: Study) -> None:
    sample = Planned(example)
    use = example.uses[0]

    found = wanted(example, use.service, sample)

    uses = [u for u in example.uses if u.service == use.service]
    expected = sum(
        example.need("segments", u.segment, "size").value
        * example.need("segments", u.segment, "adoption").value
        * example.need("uses", u.id, "units").value
        for u in uses
    )
    assert found is not None
    assert found.tolist() == [pytest.approx(expected)]
