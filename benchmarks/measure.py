"""A measured row, and how a command's time is taken."""

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    what: str
    value: float
    unit: str
    bar: float | None
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.bar is None or self.value <= self.bar

    def line(self) -> str:
        bar = (
            ""
            if self.bar is None
            else f"  (bar {self.bar:g} {self.unit}{'' if self.passed else ', MISSED'})"
        )
        return f"  {self.what}: {self.value:.3g} {self.unit}{bar} {self.note}"

    def markdown(self) -> str:
        bar = "" if self.bar is None else f"≤ {self.bar:g} {self.unit}"
        return f"| {self.what} | {self.value:.3g} {self.unit} | {bar} | {self.note} |\n"


@dataclass(frozen=True)
class Growth:
    """How a cost grows: seconds of CPU for each size, drawn on the page of figures."""

    what: str
    size: str
    sizes: tuple[float, ...]
    seconds: tuple[float, ...]


@dataclass(frozen=True)
class Timed:
    wall: float
    cpu: float


def timed(command: Sequence[str | Path], **environment: str) -> Timed:
    """Wall and CPU seconds (own and children's) of a command that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, env=environment or None
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Timed(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def cpu[R](work: Callable[[], R], repeat: int = 1) -> tuple[R, float]:
    """What the work returns, and the least CPU seconds of this process over some repetitions."""
    least = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        result = work()
        least = min(least, time.process_time() - start)
    return result, least


def percentile_95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]
