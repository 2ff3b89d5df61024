"""A change of a study folder: prepared aside, checked as a whole, then put in place; or not at all.

Each file is replaced at once, and the one from before stays beside it as ``NAME.bak`` (the last import's,
not a history: a study belongs under version control). The fingerprint of a study does not look at them.
"""

import codecs
import csv
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from fucina.study.folder import read
from fucina.study.folder.read import BOUNDARIES
from fucina.study.schema import NOUNS, Study
from fucina.study.sources.fault import refuse

BACKUP = ".bak"
NEW = ".new"


class Change:
    """Texts for files of one folder. ``commit`` writes them if the folder then reads as a study."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.study: Study = read(folder)
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, str] = {}

    def text(self, name: str) -> str:
        """The file as it will be; empty where there is none."""
        if name in self._after:
            return self._after[name]
        path = self.folder / name
        before = path.read_bytes() if path.is_file() else None
        self._before.setdefault(name, before)
        return (before or b"").decode("utf-8-sig")

    def put(self, name: str, text: str) -> None:
        if text != self.text(name):
            self._after[name] = text

    def commit(self) -> list[str]:
        """Writes what changes, and names it. Raises StudyError with every problem, and then writes nothing."""
        self._check()
        self._refuse_others_changes()
        self._replace()
        return list(self._after)

    def _check(self) -> None:
        with tempfile.TemporaryDirectory(prefix="fucina-import-") as aside:
            copy = Path(aside)
            for name in _own_files():
                if (self.folder / name).is_file():
                    (copy / name).parent.mkdir(exist_ok=True)
                    shutil.copyfile(self.folder / name, copy / name)
            for name, text in self._after.items():
                (copy / name).write_bytes(self._bytes(name, text))
            read(copy)

    def _refuse_others_changes(self) -> None:
        for name in self._after:
            path = self.folder / name
            if (path.read_bytes() if path.is_file() else None) != self._before[name]:
                refuse("changed", name)

    def _bytes(self, name: str, text: str) -> bytes:
        marked = (self._before.get(name) or b"").startswith(codecs.BOM_UTF8)
        return text.encode("utf-8-sig" if marked else "utf-8")

    def _replace(self) -> None:
        done: list[str] = []
        try:
            for name, text in self._after.items():
                _write(self.folder / (name + NEW), self._bytes(name, text), like=self.folder / name)
            for name in self._after:
                if (self.folder / name).exists():
                    shutil.copy2(self.folder / name, self.folder / (name + BACKUP))
                (self.folder / (name + NEW)).replace(self.folder / name)
                done.append(name)
        except OSError as error:
            for name in done:
                self._put_back(name)
            refuse("not_written", str(self.folder), reason=error.strerror)
        finally:
            for name in self._after:
                (self.folder / (name + NEW)).unlink(missing_ok=True)

    def _put_back(self, name: str) -> None:
        before = self._before[name]
        if before is None:
            (self.folder / name).unlink()
        else:
            (self.folder / (name + BACKUP)).replace(self.folder / name)


def _own_files() -> list[str]:
    figures = [noun.figures_file for noun in NOUNS if noun.figures]
    return ["study.toml", BOUNDARIES, *(noun.file for noun in NOUNS), *figures]


def _write(path: Path, content: bytes, *, like: Path) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        shutil.copymode(like, path)


def line_ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def csv_records(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """Header and rows of a table of the folder, which reads as one."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return list(reader.fieldnames or ()), [dict(row) for row in reader]


def csv_text(columns: list[str], rows: Iterable[Mapping[str, object]], ending: str = "\n") -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, lineterminator=ending, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
