"""The methods against named peers, in one run: one module a family, each with ``measure`` and, where it tells something, ``growth``."""

from benchmarks.measure import Growth, Row
from benchmarks.methods import cashflow, decision, location, network, portfolio, uncertainty, voting


def measure() -> list[Row]:
    return [
        *cashflow.measure(),
        *network.measure(),
        *decision.measure(),
        *location.measure(),
        *portfolio.measure(),
        *uncertainty.measure(),
        *voting.measure(),
    ]


def growth() -> list[Growth]:
    return [
        *cashflow.growth(),
        *network.growth(),
        *decision.growth(),
        *location.growth(),
        *portfolio.growth(),
        *uncertainty.growth(),
        *voting.growth(),
    ]
