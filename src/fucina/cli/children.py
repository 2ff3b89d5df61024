"""The processes that a demo starts and stops."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fucina.config.problem import SetupProblem

PATIENCE = 10  # seconds to end by itself when told to


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def require_alive(self) -> None:
        if self.process.poll() is not None:
            raise SetupProblem(
                f"Si è fermato da solo ({self.name}): il perché è in {self.log}; poi riavviare Fucina.",
                f"The {self.name} stopped by itself: read why in {self.log}, then start Fucina again.",
            )


@contextmanager
def child(
    name: str, module: Sequence[str], log: Path, *, handed: Sequence[int] = ()
) -> Iterator[Child]:
    """``python -m module…`` for as long as this lasts, writing to ``log``."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=handed,
            start_new_session=True,  # Ctrl-C reaches Fucina, which stops its children in order
            preexec_fn=_ending_with_parent(),
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    try:
        yield Child(name, process, log)
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def watch(children: Sequence[Child]) -> None:
    """Until interrupted, or until one of them stops by itself."""
    while True:
        for one in children:
            one.require_alive()
        time.sleep(0.3)


def _ending_with_parent() -> Callable[[], None] | None:
    """On Linux a child is told to stop even where Fucina itself is killed outright."""
    if sys.platform != "linux":
        return None
    prctl, set_parent_death_signal = ctypes.CDLL(None).prctl, 1
    return lambda: prctl(set_parent_death_signal, signal.SIGTERM) and None
