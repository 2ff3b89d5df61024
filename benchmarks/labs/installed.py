"""NEMO in an environment of its own under .cache/nemo, from the lock beside this file."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path(__file__).with_name("nemo.txt")
ENVIRONMENT = ROOT / ".cache/nemo"
PYTHON = ENVIRONMENT / "bin/python"
MARK = ENVIRONMENT / ".installed"
UV = ROOT / ".cache/uv/bin/uv"
QUIET = {"UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_COMPILE_BYTECODE": "1"}


class NotInstalled(Exception):  # noqa: N818  an answer: the comparison is left out
    """Why NEMO is not here."""


def nemo() -> Path:
    """The Python of NEMO's environment, made when it is missing or the lock has changed."""
    lock = f"{sys.version_info[:2]}\n{LOCK.read_text()}"
    if PYTHON.exists() and MARK.exists() and MARK.read_text() == lock:
        return PYTHON
    if not UV.exists():
        raise NotInstalled(f"{UV.relative_to(ROOT)} is missing: run scripts/bootstrap bench")
    _uv("venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, ENVIRONMENT)
    _uv("pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", LOCK)
    MARK.write_text(lock)
    return PYTHON


def _uv(*arguments: str | Path) -> None:
    done = subprocess.run(
        [UV, *arguments], env={**os.environ, **QUIET}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise NotInstalled(last)
