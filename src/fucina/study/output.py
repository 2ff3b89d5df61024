"""Writes a run to a directory, whole or not at all, and reads it back."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from fucina.documents.html import html
from fucina.documents.pdf import pdf
from fucina.documents.tables import write_csv, write_parquet
from fucina.documents.text import LANGUAGES, Text
from fucina.study import workbook
from fucina.study.explore import FILE as DRAWS
from fucina.study.explore import Cache, save
from fucina.study.explore import load as load_draws
from fucina.study.report.build import report
from fucina.study.report.tables import tables
from fucina.study.result import Result
from fucina.study.schema import Study

RESULTS = "results.json"
STUDY = "study.json"


class OutputError(Exception):
    """A directory that cannot take or give a result: why, and what to do, in both languages."""

    def __init__(self, italian: str, english: str) -> None:
        self.text = Text(italian, english)
        super().__init__(english)


def check(directory: Path) -> None:
    """Refuses, before any work, a directory that holds something other than an earlier output."""
    if directory.exists() and not directory.is_dir():
        raise OutputError(
            f"{directory} è un file, non una cartella: scegliere un altro --out",
            f"{directory} is a file, not a directory: choose another --out",
        )
    if directory.is_dir() and any(directory.iterdir()) and not (directory / RESULTS).is_file():
        raise OutputError(
            f"{directory} contiene file che non sono un risultato precedente; nulla è stato toccato: "
            "scegliere un altro --out",
            f"{directory} holds files that are not an earlier result; nothing was changed: "
            "choose another --out",
        )
    parent = _first_existing(directory.absolute().parent)
    if not os.access(parent, os.W_OK | os.X_OK):
        raise OutputError(
            f"in {parent} non si può scrivere: scegliere un altro --out",
            f"{parent} cannot be written to: choose another --out",
        )


def write(
    study: Study,
    result: Result,
    directory: Path,
    progress: Callable[[float, str], None] | None = None,
    *,
    cache: Cache | None = None,
) -> None:
    """Writes ``results.json``, ``study.json``, ``tables/``, the workbooks and the reports in both languages.

    Everything is written beside ``directory`` first and then takes its place, so that a failure leaves
    what was there before. Raises :class:`OutputError`.
    """
    check(directory)
    tell = progress or (lambda _share, _step: None)
    directory.absolute().parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.absolute().parent))
    try:
        new.chmod(0o755)
        _write_data(study, result, new)
        if cache is not None:
            save(cache, new / DRAWS)
        _write_model(study, result, new)
        _write_reports(study, result, new, tell)
        _replace(directory, new)
    except OSError as error:
        raise OutputError(
            f"{directory}: {error.strerror}; nulla è stato cambiato: liberare spazio o scegliere un altro --out",
            f"{directory}: {error.strerror}; nothing was changed: free some space or choose another --out",
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def load(directory: Path) -> tuple[Study, Result]:
    """The study and the result that :func:`write` put there. Raises :class:`OutputError`."""
    try:
        study = json.loads((directory / STUDY).read_text("utf-8"))
        result = json.loads((directory / RESULTS).read_text("utf-8"))
        return Study.model_validate(study), Result.model_validate(result)
    except FileNotFoundError as error:
        raise OutputError(
            f"{directory} non contiene un risultato di «fucina study run» (manca {error.filename})",
            f"{directory} holds no result of “fucina study run” ({error.filename} is missing)",
        ) from error
    except ValueError as error:
        raise OutputError(
            f"{directory} contiene un risultato che non si può leggere: calcolare di nuovo lo studio",
            f"{directory} holds a result that cannot be read: run the study again",
        ) from error


def kept_draws(directory: Path) -> Cache | None:
    """The draws that a run kept for exploring, if they are there."""
    try:
        return load_draws(directory / DRAWS)
    except (OSError, ValueError):
        return None


def _write_data(study: Study, result: Result, folder: Path) -> None:
    _write_json(folder / RESULTS, result.model_dump(mode="json"))
    _write_json(folder / STUDY, study.model_dump(mode="json"))
    (folder / "tables").mkdir()
    for table in tables(study, result):
        write_csv(table, folder / "tables" / f"{table.name}.csv")
        write_parquet(table, folder / "tables" / f"{table.name}.parquet")


def _write_model(study: Study, result: Result, folder: Path) -> None:
    """The proposed combination as a workbook with live formulas, in both languages."""
    try:
        for language in LANGUAGES:
            workbook.write(study, result, language, folder / workbook.file_name(language))
    except ValueError as error:
        raise OutputError(
            f"il risultato non è di questo studio o di questa versione di Fucina ({error}): "
            "calcolare di nuovo lo studio",
            f"the result is not of this study or of this version of Fucina ({error}): run the study again",
        ) from error


def _write_reports(
    study: Study, result: Result, folder: Path, tell: Callable[[float, str], None]
) -> None:
    for i, language in enumerate(LANGUAGES):
        tell(i / len(LANGUAGES), "report")
        content = report(study, result, language)
        (folder / f"report.{language}.html").write_text(html(content), "utf-8")
        tell((i + 0.5) / len(LANGUAGES), "report")
        (folder / f"report.{language}.pdf").write_bytes(pdf(content))
    tell(1.0, "report")


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _replace(directory: Path, new: Path) -> None:
    """Puts ``new`` in the place of ``directory``; what stood there goes only once the new is there."""
    old = new.with_name(new.name + ".old")
    if directory.exists():
        directory.rename(old)
    try:
        new.rename(directory)
    except OSError:
        if old.exists():
            old.rename(directory)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _first_existing(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path
