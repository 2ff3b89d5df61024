"""A demo of its own, in a folder of its own, for as long as a benchmark needs it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FUCINA = Path(sys.executable).parent / "fucina"
STUDY = (
    "", "seats/", "seats/mirafiori/", "ranking/", "hypotheses/", "money/", "programme/", "governance/",
    "services/", "figures/", "figures/seats.mirafiori.capacity/", "sources/", "downloads/",
)  # fmt: skip
PAGES = (
    "/it/",
    "/en/",
    "/it/services/",
    "/it/for/firms/",
    *(f"/it/study/{page}" for page in STUDY),
)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(var: str | None = None) -> Iterator[tuple[int, float]]:
    """The port of a ready platform, and the seconds it took to be ready."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        start = time.perf_counter()
        process = subprocess.Popen(
            [FUCINA, "demo", "--port", str(port), "--no-browser"],
            env={**os.environ, "FUCINA_VAR": var or folder},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait(process, port)
            yield port, time.perf_counter() - start
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def wait(process: subprocess.Popen[bytes], port: int, limit: float = 180) -> None:
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the demo ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the demo was not ready in time")
