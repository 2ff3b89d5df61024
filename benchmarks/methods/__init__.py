"""The methods against named peers, in one run: one module a family, each with ``measure`` and, where it tells something, ``growth``."""

from benchmarks.measure import Growth, Row
from benchmarks.methods import cashflow


def measure() -> list[Row]:
    return [*cashflow.measure()]


def growth() -> list[Growth]:
    return []
