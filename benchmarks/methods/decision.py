"""SMAA-2 on PROMETHEE II, TOPSIS and value, against pysensmcda; one evaluation against pymcdm."""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pymcdm.methods import PROMETHEE_II, TOPSIS
from pymcdm.normalizations import vector_normalization
from pysensmcda.smaa import smaa2

from benchmarks.measure import Growth, Row, cpu
from fucina.methods import compiled
from fucina.methods.decision import (
    Preference,
    Smaa,
    WeightSet,
    promethee_ii,
    sample_weights,
    smaa,
    smaa_promethee,
    smaa_topsis,
    topsis,
    unicriterion_flows,
)

ALTERNATIVES, CRITERIA, WEIGHTS = 50, 12, 100_000
ASKED, ASKED_LINEAR = 500, 20_000  # weights the peer is asked for; its time per weight is scaled
Q, P = 0.05, 0.4
UPWARD, LIMITS = [True] * CRITERIA, [Preference("V", q=Q, p=P)] * CRITERIA

type Floats = NDArray[np.float64]


def measure() -> list[Row]:
    return [*outranking(), *closeness(), *single(), *compilation()]


def growth() -> list[Growth]:
    return [
        Growth(
            f"SMAA-2 on PROMETHEE II, {ALTERNATIVES} alternatives, weights drawn too",
            "weights",
            sizes := (1_000, 10_000, 100_000),
            tuple(cpu(lambda n=n: analysed(n), 3)[1] for n in sizes),
        ),
        Growth(
            f"SMAA-2 on PROMETHEE II, {WEIGHTS:,} weights, drawn too",
            "alternatives",
            counts := (10, 25, 50, 100),
            tuple(cpu(lambda m=m: analysed(WEIGHTS, m), 2)[1] for m in counts),
        ),
    ]


def outranking() -> list[Row]:
    drawn, drawing = cpu(lambda: weights(WEIGHTS), 3)
    table = figures()
    analysed(1000)
    seconds = cpu(lambda: smaa_promethee(table, drawn, UPWARD, LIMITS), 5)[1]
    plain = without_numba(lambda: smaa_promethee(table, drawn, UPWARD, LIMITS))
    peer = peer_seconds(peer_promethee, table, drawn[:ASKED])[1]
    flows = unicriterion_flows(table, UPWARD, LIMITS)
    linear, handed = peer_seconds(peer_linear, flows, drawn[:ASKED_LINEAR])
    same = smaa(flows, drawn[:ASKED_LINEAR])
    return [
        Row(
            f"SMAA-2 on PROMETHEE II, {ALTERNATIVES} alternatives × {CRITERIA} criteria × "
            f"{WEIGHTS:,} weights, central weights and pairwise wins included, CPU",
            seconds,
            "s",
            0.15,
            f"{peer / seconds:.0f} times pysensmcda’s speed with pymcdm’s PROMETHEE II, timed in "
            f"the same run on {ASKED} weights and scaled per weight; stretch 0.05 s",
        ),
        Row("the same beside pysensmcda, per weight", seconds / peer, "of its CPU", 1 / 60),
        Row(
            "the same beside pysensmcda given our net flows to add up, so without PROMETHEE",
            seconds / handed,
            "of its CPU",
            None,
            f"timed on {ASKED_LINEAR:,} weights and scaled",
        ),
        Row(
            "largest difference of a rank acceptability from pysensmcda’s",
            float(np.abs(same.acceptability - linear.rank_acceptability).max()),
            "",
            1e-12,
        ),
        Row(f"drawing the {WEIGHTS:,} weights, CPU", drawing, "s", None),
        Row("the same SMAA-2 by its NumPy twin, without Numba", plain, "s", None),
    ]


def closeness() -> list[Row]:
    drawn, table = weights(WEIGHTS), figures()
    smaa_topsis(table, drawn[:1000], UPWARD)
    seconds = cpu(lambda: smaa_topsis(table, drawn, UPWARD), 3)[1]
    peer = peer_seconds(TOPSIS(vector_normalization), table, drawn[:ASKED])[1]
    uncertain = np.random.default_rng(3).random((WEIGHTS // 10, ALTERNATIVES, CRITERIA))
    sampled = cpu(lambda: smaa_promethee(uncertain, drawn[::10], UPWARD, LIMITS))[1]
    return [
        Row(
            "SMAA-2 on TOPSIS, the same size, CPU",
            seconds,
            "s",
            None,
            f"{peer / seconds:.0f} times pysensmcda’s speed with pymcdm’s TOPSIS, on {ASKED} weights",
        ),
        Row(
            f"SMAA-2 on PROMETHEE II with uncertain criteria, {WEIGHTS // 10:,} draws of the whole "
            "table, confidence factors included, CPU",
            sampled,
            "s",
            None,
        ),
    ]


def single() -> list[Row]:
    """One evaluation of each method, a hundred times over."""
    table, weight = figures(), weights(1)[0]
    rows = []
    pairs: list[tuple[str, Callable[[], Floats], Callable[[], Floats]]] = [
        (
            "PROMETHEE II",
            lambda: promethee_ii(table, weight, UPWARD, LIMITS).net,
            lambda: peer_promethee(table, weight, np.ones(CRITERIA)),
        ),
        (
            "TOPSIS",
            lambda: topsis(table, weight, UPWARD),
            lambda: TOPSIS(vector_normalization)(table, weight, np.ones(CRITERIA)),
        ),
    ]
    for name, own, peer in pairs:
        seconds = cpu(lambda own=own: [own() for _ in range(100)], 3)[1] / 100
        its = cpu(lambda peer=peer: [peer() for _ in range(100)], 3)[1] / 100
        note = f"{its / seconds:.1f} times pymcdm’s speed in the same run"
        rows.append(Row(f"one {name}, CPU", 1000 * seconds, "ms", None, note))
        apart = float(np.abs(own() - peer()).max())
        rows.append(Row(f"largest difference of {name} from pymcdm", apart, "", 1e-12))
    return rows


COMPILE = """
import time
from benchmarks.methods import decision
times = []
for _ in range(2):
    start = time.process_time()
    decision.analysed(1000)
    times.append(time.process_time() - start)
print(times[0] - times[1])
"""


def compilation() -> list[Row]:
    """What the first call costs where nothing is cached, in a process and a cache of its own."""
    with tempfile.TemporaryDirectory() as cache:
        first, again = (
            float(
                subprocess.run(
                    [sys.executable, "-c", COMPILE],
                    check=True,
                    capture_output=True,
                    text=True,
                    env={**os.environ, "NUMBA_CACHE_DIR": cache},
                ).stdout
            )
            for _ in range(2)
        )
    note = f"{again:.2g} s from the cache"
    return [Row("compiling the kernels of SMAA-2, once, CPU", first, "s", None, note)]


def figures(alternatives: int = ALTERNATIVES) -> Floats:
    return np.random.default_rng(1).random((alternatives, CRITERIA))


def weights(n: int) -> Floats:
    return sample_weights(WeightSet(CRITERIA), 1, "weights", n)


def analysed(n: int, alternatives: int = ALTERNATIVES) -> Smaa:
    return smaa_promethee(figures(alternatives), weights(n), UPWARD, LIMITS)


def peer_promethee(table: Floats, weight: Floats, types: Floats) -> Floats:
    """A new object each time: the second call of one object fails in pymcdm 1.4."""
    return PROMETHEE_II("vshape_2", p=np.full(CRITERIA, P), q=np.full(CRITERIA, Q))(
        table, weight, types
    )


def peer_linear(table: Floats, weight: Floats, types: Floats) -> Floats:
    return table @ weight


def peer_seconds(method: Any, table: Floats, drawn: Floats) -> tuple[Any, float]:
    """pysensmcda's answer, and its seconds scaled to all the weights."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer, seconds = cpu(
            lambda: smaa2(
                method,
                table,
                np.ones(CRITERIA),
                weights=drawn,
                num_samples=len(drawn),
                reverse_ranking=True,
            )
        )
    return answer, seconds * WEIGHTS / len(drawn)


def without_numba(work: Callable[[], object]) -> float:
    enabled, compiled.ENABLED = compiled.ENABLED, False
    try:
        return cpu(work)[1]
    finally:
        compiled.ENABLED = enabled
