"""Critical path of many draws at once, against the textbook's loop over draws."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import Growth, Row, cpu
from fucina.methods.network import Link, Network, joint_risk, schedule_network

DRAWS, ACTIVITIES, ASKED = 100_000, 50, 500

type Floats = NDArray[np.float64]


def measure() -> list[Row]:
    network, times = project(), durations(DRAWS)
    plan, seconds = cpu(lambda: schedule_network(network, times), 2)
    _risk, joint = cpu(lambda: joint_risk(network, times, period_costs=1.0, overhead=2.0), 2)
    ends, sampled = cpu(lambda: [textbook(network, row) for row in times[:ASKED]])
    ratio = sampled / ASKED * DRAWS / seconds
    return [
        Row(
            f"critical path, floats and criticality, {DRAWS:,} draws × {ACTIVITIES} activities, CPU",
            seconds,
            "s",
            None,
            f"{ratio:.0f} times the speed of a loop in Python over draws, timed in the same run on "
            f"{ASKED} draws and scaled; the loop finds the end only",
        ),
        Row("cost and time of the same, jointly, CPU", joint, "s", None),
        Row(
            "largest difference of an end from that loop",
            float(np.abs(plan.end[:ASKED] - ends).max()),
            "",
            1e-9,
        ),
    ]


def growth() -> list[Growth]:
    draws = (1_000, 10_000, 100_000)
    network = project()
    seconds = tuple(cpu(lambda n=n: schedule_network(network, durations(n)), 2)[1] for n in draws)
    return [Growth(f"critical path of {ACTIVITIES} activities", "draws", draws, seconds)]


def project() -> Network:
    """Every activity follows one to three of those before it."""
    generator = np.random.default_rng(2)
    names = tuple(f"a{i}" for i in range(ACTIVITIES))
    links = tuple(
        Link(names[before], names[after], lag=1.0)
        for after in range(1, ACTIVITIES)
        for before in generator.choice(after, size=min(after, 3), replace=False)
    )
    return Network(names, links)


def durations(draws: int) -> Floats:
    return np.random.default_rng(3).triangular(2, 5, 12, (draws, ACTIVITIES))


def textbook(network: Network, times: Floats) -> float:
    finish = dict.fromkeys(network.activities, 0.0)
    for index in network.order:
        name = network.activities[index]
        ready = [finish[k.before] + k.lag for k in network.links if k.after == name]
        finish[name] = max([0.0, *ready]) + float(times[index])
    return max(finish.values())
