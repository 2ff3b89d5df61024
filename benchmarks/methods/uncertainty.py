"""Sobol' indices against SALib: the same sizes, the same bootstrap, and where it can be the same results."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from SALib.analyze import sobol as peer_analysis
from SALib.sample import sobol as peer_sample

from benchmarks.measure import Growth, Row, cpu
from fucina.methods.uncertainty import (
    SobolDesign,
    SobolIndices,
    evppi,
    quasi_uniform,
    sobol_design,
    sobol_indices,
)

INPUTS, DRAWS, RESAMPLES = 20, 2**14, 100
NAMES = tuple(f"x{i}" for i in range(INPUTS))
PROBLEM = {"num_vars": INPUTS, "names": list(NAMES), "bounds": [[0, 1]] * INPUTS}

type Floats = NDArray[np.float64]


def measure() -> list[Row]:
    return [
        *indices(second_order=False, bar=0.8, share=1 / 4),
        *indices(second_order=True, bar=2.5, share=1 / 8),
        *sampling(),
        *compilation(),
    ]


def growth() -> list[Growth]:
    sizes = tuple(2**power for power in (10, 12, 14, 16))
    outputs = {n: run(n, second_order=True) for n in sizes}
    analyse(outputs[sizes[0]])
    return [
        Growth(
            f"Sobol’ indices of {INPUTS} inputs with second order, {RESAMPLES} bootstraps",
            "draws",
            sizes,
            tuple(cpu(lambda n=n: analyse(outputs[n]), 3)[1] for n in sizes),
        ),
        Growth(
            "Value of knowing one input (EVPPI)",
            "draws",
            sizes,
            tuple(cpu(lambda n=n: information(n), 3)[1] for n in sizes),
        ),
    ]


def indices(*, second_order: bool, bar: float, share: float) -> list[Row]:
    outputs = run(DRAWS, second_order)
    analyse(outputs)
    ours, seconds = cpu(lambda: analyse(outputs), 3)
    peer, peer_seconds = cpu(lambda: peer_analyse(outputs, second_order))
    what = "with second order" if second_order else "first order and total"
    return [
        Row(
            f"Sobol’ indices, {INPUTS} inputs, {DRAWS:,} draws, {RESAMPLES} bootstraps, {what}: "
            "analysis of given results, CPU",
            seconds,
            "s",
            bar,
            f"{peer_seconds / seconds:.0f} times SALib’s speed in the same run",
        ),
        Row("the same beside SALib", seconds / peer_seconds, "of its CPU", share),
        *(_apart(ours, peer) if second_order else _equal(ours, peer)),
    ]


def _equal(ours: SobolIndices, peer: Mapping[str, Floats]) -> list[Row]:
    apart = max(
        np.abs(ours.first.value - peer["S1"]).max(), np.abs(ours.total.value - peer["ST"]).max()
    )
    return [Row("largest difference from SALib", float(apart), "", 1e-12)]


def _apart(ours: SobolIndices, peer: Mapping[str, Floats]) -> list[Row]:
    assert ours.second is not None
    pairs = np.triu_indices(INPUTS, 1)
    errors = np.hypot(ours.second.se[pairs], peer["S2_conf"][pairs] / 1.96)
    apart = np.abs(ours.second.value[pairs] - peer["S2"][pairs]) / errors
    return [
        Row(
            "largest difference from SALib in second order",
            float(apart.max()),
            "standard errors",
            4,
            "ours is the mean of both mirrored estimates, SALib’s is one of them; mean standard "
            f"error {ours.second.se[pairs].mean():.2g} against {peer['S2_conf'][pairs].mean() / 1.96:.2g}",
        )
    ]


def sampling() -> list[Row]:
    rows = []
    for second_order in (False, True):
        runs, seconds = cpu(lambda again=second_order: design(DRAWS, again), 3)
        _, peer_seconds = cpu(
            lambda again=second_order: peer_sample.sample(PROBLEM, DRAWS, calc_second_order=again)
        )
        rows.append(
            Row(
                f"the {runs:,} rows to run the model on, scrambled, CPU",
                seconds,
                "s",
                None,
                f"{peer_seconds / seconds:.0f} times SALib’s speed in the same run",
            )
        )
    quasi_uniform(1, "x", 0, 1)
    _, seconds = cpu(lambda: quasi_uniform(1, "x", 0, 10**6), 3)
    return [*rows, Row("a million scrambled Sobol’ draws of one input, CPU", seconds, "s", None)]


COMPILE = """
import time
from benchmarks.methods import uncertainty
work = (
    lambda: uncertainty.quasi_uniform(1, "x", 0, 10),
    lambda: uncertainty.analyse(outputs),
)
outputs = uncertainty.np.random.default_rng(1).random((2 * uncertainty.INPUTS + 2, 10))
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
    what = ("scrambled Sobol’ draws", "Sobol’ indices")
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


def design(n: int, second_order: bool) -> int:
    """Makes every row once, as a model would see them; how many there are."""
    plan: SobolDesign = sobol_design(1, NAMES, n, second_order)
    return sum(block.shape[0] for block in plan.blocks())


def run(n: int, second_order: bool) -> Floats:
    plan = sobol_design(1, NAMES, n, second_order)
    return np.stack([model(block) for block in plan.blocks()])


def model(rows: Floats) -> Floats:
    """Sobol’s product of piecewise linear factors, every input a little less important."""
    importance = np.arange(INPUTS) / 2
    return ((np.abs(4 * rows - 2) + importance) / (1 + importance)).prod(axis=1)


def analyse(outputs: Floats) -> SobolIndices:
    return sobol_indices(outputs, INPUTS, resamples=RESAMPLES)


def peer_analyse(outputs: Floats, second_order: bool) -> Mapping[str, Floats]:
    """SALib wants A, every A with a column of B, every B with a column of A, and B, draw by draw."""
    order = [0, *range(2, outputs.shape[0]), 1]
    found: Mapping[str, Floats] = peer_analysis.analyze(
        PROBLEM,
        outputs[order].T.ravel(),
        calc_second_order=second_order,
        num_resamples=RESAMPLES,
        seed=1,
    )
    return found


def information(n: int) -> float:
    """What is worth knowing of one of two inputs that a decision rests on."""
    known, other = (
        2 * quasi_uniform(1, name, i, n) - 1 for i, name in enumerate(("known", "other"))
    )
    return evppi(np.stack([np.zeros(n), known + other], axis=1), known).value.value
