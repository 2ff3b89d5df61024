import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.network import (
    Gate,
    Link,
    LinkKind,
    Network,
    schedule,
    schedule_network,
)

FS, SS, FF, SF = LinkKind
NAMES = tuple("abcdef")


def by_relaxation(network, durations):
    """Earliest starts by repeated sweeps over all links, and the float of each activity by trial."""
    place = network.place
    start = np.zeros(len(network.activities))
    for _ in range(len(start) + 1):
        for gate in network.gates:
            i = place[gate.activity]
            start[i] = max(start[i], gate.opens)
            while gate.every and (start[i] - gate.opens) % gate.every > 1e-9:
                start[i] = gate.opens + gate.every * np.ceil((start[i] - gate.opens) / gate.every)
        for link in network.links:
            i, j = place[link.before], place[link.after]
            leaves = start[i] + (durations[i] if link.kind in (FS, FF) else 0)
            arrives = leaves + link.lag - (durations[j] if link.kind in (FF, SF) else 0)
            start[j] = max(start[j], arrives)
    return start


@st.composite
def networks(draw, gates=True):
    links = []
    for after in range(1, len(NAMES)):
        for before in draw(st.sets(st.integers(0, after - 1), max_size=3)):
            kind, lag = draw(st.sampled_from(LinkKind)), draw(st.integers(-4, 6))
            links.append(Link(NAMES[before], NAMES[after], kind, float(lag)))
    found = ()
    if gates:
        where = draw(st.sets(st.sampled_from(NAMES), max_size=2))
        found = tuple(
            Gate(name, float(draw(st.integers(0, 9))), float(draw(st.integers(0, 5))))
            for name in sorted(where)
        )
    return Network(NAMES, tuple(links), found)


lengths = st.lists(st.integers(0, 9).map(float), min_size=6, max_size=6)


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [(FS, 0, 4), (FS, -1, 3), (SS, 2, 2), (FF, 1, 3), (SF, 5, 3), (SF, 0, 0)],
)
def test_each_kind_of_link_holds_its_ends(kind, lag, start):
    network = Network(("a", "b"), (Link("a", "b", kind, lag),))

    plan = schedule_network(network, [[4.0, 2.0]])

    assert plan.start.tolist() == [[0, start]]


@settings(deadline=None, max_examples=80)
@given(networks(), lengths)
def test_earliest_starts_equal_repeated_sweeps(network, durations):
    plan = schedule_network(network, [durations])

    assert plan.start[0].tolist() == pytest.approx(by_relaxation(network, durations).tolist())


@settings(deadline=None, max_examples=60)
@given(networks(gates=False), lengths, st.integers(0, 5), st.integers(1, 8))
def test_slipping_moves_the_end_just_beyond_total_float(network, durations, which, slip):
    plan = schedule_network(network, [durations])

    late = Gate(NAMES[which], opens=float(plan.start[0, which] + slip))
    moved = schedule_network(Network(NAMES, network.links, (late,)), [durations])

    expected = plan.end[0] + max(0, slip - plan.total_float[0, which])
    assert moved.end[0] == pytest.approx(expected)


@settings(deadline=None, max_examples=60)
@given(networks(gates=False), lengths, st.integers(0, 5))
def test_slipping_by_free_float_moves_nobody_else(network, durations, which):
    plan = schedule_network(network, [durations])

    late = Gate(NAMES[which], opens=float(plan.start[0, which] + plan.free_float[0, which]))
    moved = schedule_network(Network(NAMES, network.links, (late,)), [durations])

    others = np.arange(6) != which
    assert moved.start[0, others].tolist() == plan.start[0, others].tolist()
    assert moved.end.tolist() == plan.end.tolist()


@settings(deadline=None, max_examples=40)
@given(networks(), lengths)
def test_some_activity_is_critical_and_free_float_is_within_total(network, durations):
    plan = schedule_network(network, [durations])

    assert plan.critical.any()
    gated = {gate.activity for gate in network.gates}
    if not gated:
        assert (plan.free_float <= plan.total_float + 1e-9).all()


@settings(deadline=None, max_examples=40)
@given(networks(gates=False), lengths, st.integers(2, 5))
def test_times_scale_with_durations_and_lags(network, durations, scale):
    links = tuple(Link(k.before, k.after, k.kind, k.lag * scale) for k in network.links)

    plan = schedule_network(network, [durations])
    scaled = schedule_network(Network(NAMES, links), [[scale * d for d in durations]])

    assert scaled.start.tolist() == (plan.start * scale).tolist()
    assert scaled.criticality.tolist() == plan.criticality.tolist()


def test_finish_to_start_network_is_the_plain_schedule():
    durations = np.random.default_rng(5).uniform(1, 9, (50, 4))
    network = Network(
        ("a", "b", "c", "d"),
        (Link("a", "b"), Link("a", "c", lag=2.0), Link("b", "d"), Link("c", "d")),
    )

    plan = schedule_network(network, durations)
    plain = schedule([[], [0], [0], [1, 2]], durations, [[], [0], [2.0], [0, 0]])

    assert plan.start.tolist() == plain.start.tolist()
    assert plan.total_float.tolist() == plain.total_float.tolist()
    assert plan.criticality_se.tolist() == plain.criticality_se.tolist()


def test_gate_delays_to_its_next_date_and_its_wait_is_float():
    network = Network(("plan", "build"), (Link("plan", "build"),), (Gate("build", 3.0, 6.0),))

    plan = schedule_network(network, [[2.0, 1.0], [3.0, 1.0], [4.0, 1.0]])

    assert plan.start[:, 1].tolist() == [3, 3, 9]
    assert plan.total_float[:, 0].tolist() == [1, 0, 5]
    assert plan.total_float[:, 1].tolist() == [0, 0, 0]


def test_gate_within_float_gives_only_whole_dates():
    links = (Link("short", "end"), Link("long", "end"))
    network = Network(("short", "long", "end"), links, (Gate("short", 0.0, 4.0),))

    plan = schedule_network(network, [[2.0, 11.0, 1.0]])

    assert plan.total_float[0].tolist() == [8, 0, 0]


@pytest.mark.parametrize(
    ("build", "culprit"),
    [
        (lambda: Network(()), "activities: empty"),
        (lambda: Network(("a", "a")), "a given twice"),
        (lambda: Network(("a",), (Link("a", "permit"),)), "permit"),
        (lambda: Network(("a",), (), (Gate("permit"),)), "permit"),
        (lambda: Network(("a",), (), (Gate("a"), Gate("a"))), "gates: a"),
        (lambda: Network(("a", "b"), (Link("a", "b"), Link("b", "a"))), "cycle .* 0 a, 1 b"),
        (lambda: Link("a", "a"), "a is tied to itself"),
        (lambda: Link("a", "b", lag=float("inf")), "lag of a to b"),
        (lambda: Gate("a", opens=-1), "gate of a"),
        (lambda: Gate("a", passes=1.5), "gate of a"),
        (lambda: schedule_network(Network(("a",)), [[1.0, 2.0]]), "columns of durations"),
    ],
)
def test_impossible_network_is_refused_by_name(build, culprit):
    with pytest.raises(MethodError, match=culprit):
        build()
