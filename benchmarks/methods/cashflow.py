"""Monte Carlo net present value and internal rates of return, against plain NumPy and numpy-financial."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable

import numpy as np
import numpy_financial
from numpy.typing import NDArray

from benchmarks.measure import Growth, Row, cpu
from fucina.methods import compiled
from fucina.methods.cashflow import (
    Line,
    NpvSample,
    Timing,
    internal_rate_of_return,
    simulate_net_present_value,
)
from fucina.methods.uncertainty import Triangular

DRAWS, LINES, YEARS = 1_000_000, 15, 20
BLOCK = 20_000  # of the peer: a block of its tensor still fits the memory of a small machine
PROJECTS, FLOWS = 100_000, 21
ASKED = 2_000  # projects the peer is asked for; its time per project is scaled
AMOUNT, GROWTH, RATE = (80.0, 100.0, 130.0), (-0.01, 0.01, 0.03), (0.02, 0.04, 0.06)

type Floats = NDArray[np.float64]


def measure() -> list[Row]:
    return [*present_values(), *rates_of_return(), *compilation()]


def growth() -> list[Growth]:
    draws = (10_000, 100_000, 1_000_000)
    projects = (1_000, 10_000, 100_000)
    simulate(1_000)
    return [
        Growth(
            f"Monte Carlo NPV, {LINES} lines × {YEARS} years",
            "draws",
            draws,
            tuple(cpu(lambda n=n: simulate(n), 3)[1] for n in draws),
        ),
        Growth(
            f"IRR of {FLOWS} flows",
            "projects",
            projects,
            tuple(cpu(lambda n=n: internal_rate_of_return(flows(n)), 3)[1] for n in projects),
        ),
    ]


def present_values() -> list[Row]:
    simulate(1_000)
    ours, seconds = cpu(lambda: simulate(DRAWS), 3)
    peer, peer_seconds = cpu(peer_simulate)
    plain_seconds = without_numba(lambda: simulate(DRAWS))
    apart = abs(ours.mean.value - peer.mean()) / np.hypot(
        ours.mean.se, peer.std() / np.sqrt(peer.size)
    )
    return [
        Row(
            f"Monte Carlo NPV, {DRAWS:,} draws × {LINES} lines × {YEARS} years, draws included, CPU",
            seconds,
            "s",
            0.5,
            f"{peer_seconds / seconds:.0f} times plain NumPy’s speed in the same run; stretch 0.2 s",
        ),
        Row(
            "the same beside plain NumPy (a tensor in blocks of 20,000 draws)",
            seconds / peer_seconds,
            "of its CPU",
            1 / 8,
        ),
        Row("the same by its NumPy twin, without Numba", plain_seconds, "s", None),
        Row("the two means differ by", float(apart), "standard errors", 4),
    ]


def rates_of_return() -> list[Row]:
    amounts = flows(PROJECTS)
    internal_rate_of_return(amounts[:100])
    ours, seconds = cpu(lambda: internal_rate_of_return(amounts), 5)
    peer, sampled = cpu(lambda: np.array([numpy_financial.irr(row) for row in amounts[:ASKED]]))
    peer_seconds = sampled * PROJECTS / ASKED
    return [
        Row(
            f"IRR of {PROJECTS:,} projects × {FLOWS} flows, CPU",
            seconds,
            "s",
            0.03,
            f"{peer_seconds / seconds:.0f} times numpy-financial’s speed, timed in the same run on "
            f"{ASKED:,} projects and scaled per project; stretch 0.01 s",
        ),
        Row(
            "the same beside numpy-financial, per project",
            seconds / peer_seconds,
            "of its CPU",
            1 / 200,
        ),
        Row(
            "largest difference from numpy-financial",
            float(np.abs(ours[:ASKED] - peer).max()),
            "",
            1e-9,
        ),
    ]


COMPILE = """
import time
from benchmarks.methods import cashflow
work = (lambda: cashflow.simulate(1000), lambda: cashflow.internal_rate_of_return(cashflow.mixed()))
for run in work:
    times = []
    for _ in range(2):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    print(times[0] - times[1])
"""


def compilation() -> list[Row]:
    """What the first call costs where nothing is cached, in a process and a cache of its own."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "NUMBA_CACHE_DIR": cache}
        runs = [
            subprocess.run(
                [sys.executable, "-c", COMPILE],
                check=True,
                capture_output=True,
                text=True,
                env=environment,
            ).stdout.split()
            for _ in range(2)
        ]
    what = ("Monte Carlo NPV", "IRR")
    return [
        Row(
            f"compiling the kernels of {name}, once, CPU",
            float(first),
            "s",
            None,
            f"{float(again):.2g} s from the cache",
        )
        for name, first, again in zip(what, *runs, strict=True)
    ]


def simulate(draws: int) -> NpvSample:
    lines = [
        Line(f"line {i}", Triangular(*AMOUNT), (1.0,) * YEARS, Triangular(*GROWTH))
        for i in range(LINES)
    ]
    return simulate_net_present_value(
        lines, Triangular(*RATE), draws=draws, seed=1, timing=Timing.START
    )


def without_numba(work: Callable[[], object]) -> float:
    enabled, compiled.ENABLED = compiled.ENABLED, False
    try:
        return cpu(work)[1]
    finally:
        compiled.ENABLED = enabled


def peer_simulate() -> Floats:
    """The same model as one writes it in NumPy: draws from the generator, then a tensor of flows."""
    generator, years = np.random.default_rng(1), np.arange(YEARS)
    worth = np.empty(DRAWS)
    for first in range(0, DRAWS, BLOCK):
        amount = generator.triangular(*AMOUNT, (BLOCK, LINES))
        growth = generator.triangular(*GROWTH, (BLOCK, LINES))
        rate = generator.triangular(*RATE, BLOCK)
        ratio = (1 + growth) / (1 + rate)[:, None]
        tensor = amount[:, :, None] * ratio[:, :, None] ** years
        worth[first : first + BLOCK] = tensor.sum(axis=(1, 2))
    return worth


def flows(projects: int) -> Floats:
    amounts = np.random.default_rng(1).uniform(5, 15, (projects, FLOWS))
    amounts[:, 0] = -100
    return amounts


def mixed() -> Floats:
    """Projects of which some change sign twice, so that every kernel is asked."""
    amounts = flows(100)
    amounts[::2, -1] = -50
    return amounts
