"""Databases with their tables and nothing in them, kept under .cache: making the tables takes longer than what is measured."""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.labs.installed import LOCK, ROOT
from fucina.config.postgres import server as postgres

KEPT = ROOT / ".cache/bench"


def copied(name: str, of: Iterable[Path], to: Path, make_tables: Callable[[Path], object]) -> None:
    """A copy of the one kept, which is made anew when one of the files it depends on has changed."""
    whole = hashlib.sha256()
    for path in sorted(of):
        whole.update(path.read_bytes())
    kept = KEPT / f"{name}-{whole.hexdigest()[:12]}"
    if not kept.exists():
        for old in KEPT.glob(f"{name}-*"):
            shutil.rmtree(old, ignore_errors=True)
        half = KEPT / f"{name}-half"
        with postgres.running(half):
            make_tables(half)
        half.rename(kept)
    shutil.copytree(kept, to)


def ours() -> list[Path]:
    return [*ROOT.glob("src/fucina/**/migrations/*.py"), ROOT / "requirements/demo.txt"]


def nemo() -> list[Path]:
    return [LOCK, Path(__file__).parent / "nemo/settings.py"]
