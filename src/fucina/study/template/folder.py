"""Puts files where a study begins: all of them or none, and never over anything."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from fucina.study.folder import read


def refuse_occupied(folder: Path) -> None:
    """Raises FileExistsError where ``folder`` is a file, or holds anything."""
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise FileExistsError(folder)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files into ``folder``, which must be empty or not exist; they are read and checked first.

    Raises FileExistsError before touching anything, StudyError where the files are no study. Whatever
    stops it, Ctrl-C included, nothing stays behind.
    """
    refuse_occupied(folder)
    with _parents(folder), _staged(folder, files) as stage:
        read(stage)
        if folder.exists():
            _move_into(folder, stage)
        else:
            stage.rename(folder)


def _move_into(folder: Path, stage: Path) -> None:
    moved: list[Path] = []
    try:
        for path in sorted(stage.iterdir()):
            moved.append(folder / path.name)
            path.rename(moved[-1])
    except BaseException:
        for path in moved:
            _remove(path)
        raise


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """The folders above, made where they are missing, and taken away again if it fails."""
    missing = [p for p in folder.absolute().parents if not p.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            if path.exists():
                path.rmdir()
        raise


@contextmanager
def _staged(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    beside = folder if folder.exists() else folder.absolute().parent
    stage = Path(tempfile.mkdtemp(prefix=".new-", dir=beside))
    try:
        stage.chmod(0o777 & ~_umask())
        for name, content in files.items():
            (stage / name).parent.mkdir(exist_ok=True)
            (stage / name).write_bytes(content)
        yield stage
    finally:
        _remove(stage)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
