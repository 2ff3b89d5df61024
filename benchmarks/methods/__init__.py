"""The methods against named peers, in one run: one module a family, each with ``measure`` and, where it tells something, ``growth``."""

from benchmarks.measure import Growth, Row
from benchmarks.methods import cashflow, decision, network, portfolio, uncertainty


def measure() -> list[Row]:
    return [
        *cashflow.measure(),
        *network.measure(),
        *decision.measure(),
        *portfolio.measure(),
        *uncertainty.measure(),
    ]


def growth() -> list[Growth]:
    return [
        *cashflow.growth(),
        *network.growth(),
        *decision.growth(),
        *portfolio.growth(),
        *uncertainty.growth(),
    ]
