"""What a long start shows: each phase with its time, the longest with its progress."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

out = Console(highlight=False)

type Tell = Callable[[float, str], None]


@contextmanager
def phase(name: str) -> Iterator[None]:
    with _timed(name):
        if out.is_terminal:
            with out.status(f"{name} …"):
                yield
        else:
            yield


@contextmanager
def phase_with_progress(name: str) -> Iterator[Tell]:
    """Yields what to call with the share done and the step at hand."""
    with _timed(name):
        if out.is_terminal:
            columns = (TextColumn("  {task.description}"), BarColumn(), TaskProgressColumn())
            with Progress(*columns, console=out, transient=True) as bar:
                task = bar.add_task(name, total=1.0)
                yield lambda share, step: bar.update(task, completed=share, description=step)
        else:
            yield _steps_as_lines()


def _steps_as_lines() -> Tell:
    shown = ""

    def tell(share: float, step: str) -> None:
        nonlocal shown
        if step != shown:
            shown = step
            out.print(f"    {share:4.0%}  {step}")

    return tell


@contextmanager
def _timed(name: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    out.print(f"  {name:<36}{time.monotonic() - start:6.1f} s")
