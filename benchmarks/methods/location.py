"""The p-median with proof, against spopt (CBC) and pbp-pmedian (HiGHS), in one run."""

import contextlib
import io
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pulp
import spopt.locate
from numpy.typing import NDArray
from pbp_pmedian import solve as solve_pbp
from scipy.sparse.csgraph import shortest_path

from benchmarks.measure import Growth, Row, cpu
from fucina.methods.location import Optimum, near_best_medians, p_median

type Costs = NDArray[np.float64]

PMED = Path(__file__).resolve().parent.parent / "data/pmed"
PBP = (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20)  # within seconds each
SPOPT = (1, 5, 10)
SIZES = (100, 200, 300, 500, 700, 900)


def measure() -> list[Row]:
    if not PMED.exists():
        return []
    (_, first), (_, second) = cpu(lambda: _ours(1)), cpu(lambda: _ours(1), 3)
    ours = {number: cpu(lambda n=number: _ours(n), 3) for number in range(1, 21)}
    optima = _optima()
    missed = [n for n, (a, _) in ours.items() if (a.value, a.status) != (optima[n], "optimal")]
    slowest = max(ours, key=lambda n: ours[n][1])
    return [
        Row("p-median pmed1–20 (OR-Library): not proved optimal", len(missed), "", 0),
        Row("slowest of them, CPU", ours[slowest][1], "s", 5, f"pmed{slowest}; stretch 1 s"),
        Row("all twenty, CPU", sum(seconds for _, seconds in ours.values()), "s", 10),
        Row("the first call besides: loading or compiling the kernels", first - second, "s", None),
        *_against_peers({n: seconds for n, (_, seconds) in ours.items()}, optima),
        *_large(),
        _near_best(),
    ]


def growth() -> list[Growth]:
    seconds = tuple(cpu(lambda n=n: _random(n, n // 20))[1] for n in SIZES)
    return [Growth("p-median of random points, p = n/20, proved", "points", SIZES, seconds)]


def _against_peers(ours: dict[int, float], optima: dict[int, int]) -> list[Row]:
    pbp = {n: _children(lambda n=n: _pbp(n, optima[n])) for n in PBP}
    spopt = {n: _children(lambda n=n: _spopt(n, optima[n])) for n in SPOPT}
    fastest = {n: min(times[n] for times in (pbp, spopt) if n in times) for n in PBP}
    share = median(ours[n] / fastest[n] for n in PBP)
    named = ", ".join(f"pmed{n} {fastest[n] / ours[n]:.0f}" for n in PBP)
    return [
        Row(
            "our CPU over the fastest peer’s, median of the instances below",
            share,
            "",
            0.1,
            f"{1 / share:.0f} times as fast; times: {named}",
        ),
        Row("pbp-pmedian on these, CPU", sum(pbp.values()), "s", None, "HiGHS of SciPy"),
        Row(
            "spopt with CBC on " + ", ".join(f"pmed{n}" for n in SPOPT) + ", model included, CPU",
            sum(spopt.values()),
            "s",
            None,
            f"ours {sum(ours[n] for n in SPOPT):.3f} s; PuLP needs highspy for HiGHS",
        ),
    ]


def _large() -> list[Row]:
    cases: tuple[tuple[str, Callable[[], Optimum]], ...] = (
        *((f"{p} of 900 random points", lambda p=p: _random(900, p)) for p in (5, 10, 20, 45, 90)),
        *((f"{p} of 900 nodes of a random graph", lambda p=p: _graph(p)) for p in (5, 10, 90)),
    )
    rows = []
    for name, work in cases:
        answer, seconds = cpu(work)
        rows.append(Row(f"{name}, CPU", seconds, "s", None, f"{answer.status}, gap {answer.gap:g}"))
    return rows


def _near_best() -> Row:
    costs, p = _read(6)
    near, seconds = cpu(lambda: near_best_medians(costs, np.ones(len(costs)), p, 100, 0.02))
    note = f"{len(near.sets)} sets, {near.status}"
    return Row("the 100 best sets within 2 % of pmed6, CPU", seconds, "s", None, note)


def _ours(number: int) -> Optimum:
    costs, p = _read(number)
    return p_median(costs, np.ones(len(costs)), p)


def _pbp(number: int, optimum: int) -> None:
    costs, p = _read(number)
    assert round(solve_pbp(costs.T.copy(), p)[0]) == optimum


def _spopt(number: int, optimum: int) -> None:
    costs, p = _read(number)
    model = spopt.locate.PMedian.from_cost_matrix(costs, np.ones(len(costs)), p)
    with contextlib.redirect_stdout(io.StringIO()):
        model.solve(pulp.PULP_CBC_CMD(msg=False))
    assert round(model.problem.objective.value()) == optimum


def _random(n: int, p: int) -> Optimum:
    points = np.random.default_rng(n + p).uniform(0, 1000, (n, 2))
    costs = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    return p_median(costs, np.ones(n), p, time_limit=20)


def _graph(p: int, n: int = 900) -> Optimum:
    """Like the instances of the OR-Library: n²/50 edges of 1 to 100 and a spanning path."""
    generator = np.random.default_rng(n + p)
    edges, path = np.zeros((n, n)), generator.permutation(n)
    ends = np.concatenate([generator.integers(0, n, (n * n // 50, 2)), np.c_[path[1:], path[:-1]]])
    costs = generator.integers(1, 101, len(ends))
    edges[ends[:, 0], ends[:, 1]] = edges[ends[:, 1], ends[:, 0]] = costs
    np.fill_diagonal(edges, 0)
    return p_median(shortest_path(edges), np.ones(n), p, time_limit=20)


_CACHE: dict[int, tuple[Costs, int]] = {}


def _read(number: int) -> tuple[Costs, int]:
    if number not in _CACHE:
        numbers = np.array((PMED / f"pmed{number}.txt").read_text().split(), dtype=int)
        n, _, p = numbers[:3]
        edges = np.zeros((n, n))
        for i, j, cost in numbers[3:].reshape(-1, 3):
            edges[i - 1, j - 1] = edges[j - 1, i - 1] = cost
        _CACHE[number] = shortest_path(edges), int(p)
    return _CACHE[number]


def _optima() -> dict[int, int]:
    lines = (PMED / "pmedopt.txt").read_text().splitlines()[1:]
    pairs = (line.split() for line in lines)
    return {int(name.removeprefix("pmed")): int(value) for name, value in pairs}


def _children(work: Callable[[], None]) -> float:
    """CPU seconds of this process and of the solvers it starts."""

    def spent() -> float:
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + ended.ru_utime + ended.ru_stime

    start = spent()
    work()
    return spent() - start
