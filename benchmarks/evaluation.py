"""The kernel that appraises every combination under every draw, against the same model in plain NumPy."""

import resource
from types import SimpleNamespace
from typing import Any

import numpy as np

from benchmarks.measure import Growth, Row, cpu
from fucina.study.evaluation import plain
from fucina.study.evaluation.choice import appraise
from fucina.study.evaluation.tableau import Common, FormRows, SiteRows, StrategyRows, Tableau
from fucina.study.funding import Sources
from fucina.study.strategy import LINE_KINDS

SITES, STRATEGIES, FORMS, LINES = 25, 5, 4, 40
DRAWS, YEARS = 10_000, 25.0
ASKED = 12
"""Combinations the plain model is asked for; its time per combination is scaled."""


def measure() -> list[Row]:
    appraise(invented(300))
    table = invented(DRAWS)
    combinations = len(table.plan.index)
    found, seconds = cpu(lambda: appraise(table), 3)
    some = invented(DRAWS, rows=ASKED)
    expected, part = cpu(lambda: plain.appraise(some), 1)
    peer = part * combinations / ASKED
    apart = np.abs(found[:ASKED] - expected) / np.maximum(np.abs(expected), 1e3)
    what = f"{combinations} combinations × {DRAWS:,} draws × {YEARS:.0f} years × {LINES} lines, CPU"
    return [
        Row(what, seconds, "s", 15, f"{peer / seconds:.0f} times plain NumPy’s speed; stretch 5 s"),
        Row(
            "the same beside plain NumPy, scaled from 12 combinations",
            seconds / peer,
            "of its CPU",
            1 / 10,
        ),
        Row("largest difference from plain NumPy", float(apart.max()), "of the amount", 1e-9),
        Row("memory at its largest, all of it", peak_gigabytes(), "GB", 3),
    ]


def growth() -> list[Growth]:
    draws = (1_000, 3_000, 10_000)
    appraise(invented(300))
    return [
        Growth(
            f"Evaluation, {SITES * STRATEGIES * FORMS} combinations × {LINES} lines",
            "draws",
            draws,
            tuple(seconds(n) for n in draws),
        )
    ]


def seconds(draws: int) -> float:
    table = invented(draws)
    return cpu(lambda: appraise(table), 1)[1]


def peak_gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def invented(draws: int, rows: int | None = None) -> Tableau:
    """A study of the size asked for: every line starts and grows on its own. The same draws whatever ``rows``."""
    rng = np.random.default_rng(7)

    def between(low: float, high: float, *shape: int) -> Any:
        return rng.uniform(low, high, (*shape, draws))

    several = STRATEGIES * LINES
    kind = np.tile(np.arange(LINES) % len(LINE_KINDS), STRATEGIES)
    strategies = StrategyRows(
        area=between(5e3, 2e4, STRATEGIES),
        equipment=between(5e6, 2e7, STRATEGIES),
        fitting=between(1e6, 4e6, STRATEGIES),
        ramp=between(3, 7, STRATEGIES),
        first=(LINES * np.arange(STRATEGIES + 1)).astype(np.int64),
        wanted=between(1e4, 1e6, several),
        ceiling=between(1e5, 1e6, several),
        start=between(0, 3, several),
        growth=1 / between(1, 7, several),
        pulled=np.tile(np.arange(LINES) % 2 == 0, STRATEGIES),
        kind=kind.astype(np.int64),
        profile=np.tile(np.arange(LINES, dtype=np.int64), STRATEGIES),
    )
    index = [
        (site, strategy, form, site * FORMS + form)
        for site in range(SITES)
        for strategy in range(STRATEGIES)
        for form in range(FORMS)
    ]
    lines = [SimpleNamespace(service="") for _ in range(LINES)]
    anything: Any = SimpleNamespace(index=np.array(index[:rows], dtype=np.int64))
    return Tableau(
        plan=anything,
        sample=SimpleNamespace(draws=draws),  # type: ignore[arg-type]
        programmes=(SimpleNamespace(lines=lines),) * STRATEGIES,  # type: ignore[arg-type]
        sites=SiteRows(
            between(1e3, 4e3, SITES), between(0, 150, SITES), between(0.7, 1.3, SITES), between(1, 1.3, SITES)
        ),
        strategies=strategies,
        forms=FormRows(between(1e4, 1e5, FORMS), between(1e4, 1e5, FORMS), between(0.5, 1.5, FORMS)),
        common=Common(
            between(0.03, 0.05), between(0.02, 0.04), between(0.8, 1), between(0.8, 1), between(0.3, 0.5)
        ),
        capital=sources(between, 4, things=1),
        core=sources(between, 2, things=0),
        access=between(0.3, 0.6, SITES),
        openings=between(2, 12, SITES * FORMS),
        horizon=YEARS,
    )  # fmt: skip


def sources(between: Any, several: int, things: int) -> Sources:
    granted = np.where(between(0, 1, several) < 0.8, 1.0, 0.0)
    return Sources(
        records=(),
        share=between(0.1, 0.3, several),
        amount=between(1e6, 1e7, several),
        granted=granted,
        advance=between(0.2, 0.4, several),
        interim=between(0.3, 0.5, several),
        in_kind=np.arange(several) < things,
    )
