"""Instances of the OR-Library, and random ones."""

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import shortest_path

ORLIB = Path(__file__).parents[3] / "benchmarks/data/pmed"


def read_pmed(path):
    numbers = np.array(path.read_text().split(), dtype=int)
    n, _, p = numbers[:3]
    edges = np.zeros((n, n))
    for i, j, cost in numbers[3:].reshape(-1, 3):
        edges[i - 1, j - 1] = edges[j - 1, i - 1] = cost
    return shortest_path(edges), int(p)


@pytest.fixture(scope="session")
def pmed(data_folder):
    """Costs and p of an instance that comes with the tests."""
    return lambda number: read_pmed(data_folder / f"pmed{number}.txt")


@pytest.fixture(scope="session")
def orlib():
    """Costs, p and optimum of any of pmed1 to pmed20."""
    if not ORLIB.exists():
        pytest.skip("the instances of the benchmarks are not here")
    lines = (ORLIB / "pmedopt.txt").read_text().splitlines()
    optima = {name: int(value) for name, value in (line.split() for line in lines[1:])}

    def instance(number):
        return *read_pmed(ORLIB / f"pmed{number}.txt"), optima[f"pmed{number}"]

    return instance


@pytest.fixture(scope="session")
def euclidean():
    """Distances between n random points in a square, not whole numbers."""

    def instance(n, seed):
        points = np.random.default_rng(seed).uniform(0, 1000, (n, 2))
        return np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))

    return instance
