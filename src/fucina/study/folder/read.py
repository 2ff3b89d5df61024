"""From a folder to a :class:`~fucina.study.schema.Study`, or to the list of all that is wrong with it."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from fucina.study.folder import figures as figure_rules
from fucina.study.folder import files, references
from fucina.study.folder.files import Row
from fucina.study.folder.limits import first
from fucina.study.folder.records import columns, fold_texts, records, validated
from fucina.study.problem import Problem, StudyError
from fucina.study.schema import NOUNS, Figure, Header, Noun, Study
from fucina.study.schema.record import Named

BOUNDARIES = "boundaries.geojson"
PLACES = ("municipality", "zone", "travel_time")


def read(folder: Path) -> Study:
    """Reads and checks a study folder.

    Raises :class:`~fucina.study.problem.StudyError` with every problem that could be found: files first,
    then records, then what must hold between records.

    >>> read(Path("nowhere"))
    Traceback (most recent call last):
    fucina.study.problem.StudyError: nowhere: the folder does not exist
    """
    _check_folder(folder)
    reader = _Reader(folder)
    parts: dict[str, Any] = {"header": reader.header(), "boundaries": reader.boundaries()}
    found: dict[str, Figure] = {}
    for noun in NOUNS:
        parts[noun.plural] = reader.noun(noun, found)
    if reader.problems:
        raise StudyError(reader.problems)
    study = Study.model_construct(**parts, figures=found)
    if problems := first(references.check(study)):
        raise StudyError(problems)
    return study


def _check_folder(folder: Path) -> None:
    if not files.exists(folder.parent, folder.name):
        raise StudyError([Problem("folder_missing", str(folder))])
    if not folder.is_dir():
        raise StudyError([Problem("not_a_folder", str(folder))])
    if not os.access(folder, os.R_OK | os.X_OK):
        raise StudyError([Problem("not_permitted", str(folder))])
    files.check_sizes(folder, _names())


def _names() -> list[str]:
    names = ["study.toml", BOUNDARIES, *(noun.file for noun in NOUNS)]
    return sorted([*names, *(noun.figures_file for noun in NOUNS if noun.figures)])


def fingerprint(folder: Path) -> str:
    """A hash of the study's own files: two folders with the same one give the same results."""
    digest = hashlib.sha256()
    for name in _names():
        path = folder / name
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


class _Reader:
    """Reads file after file and remembers the problems, so that all are told at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def header(self) -> Header | None:
        try:
            fields = files.toml(self.folder, "study.toml")
        except StudyError as error:
            self.problems += error.problems
            return None
        header, problems = validated(Header, "study.toml", None, fields)
        self.problems += first(problems)
        return header

    def boundaries(self) -> dict[str, Any] | None:
        try:
            return files.geojson(self.folder, BOUNDARIES)
        except StudyError as error:
            self.problems += error.problems
        return None

    def noun(self, noun: Noun, found: dict[str, Figure]) -> list[BaseModel]:
        before = len(self.problems)
        numbered = self._records(noun)
        readable = len(self.problems) == before
        if readable and len(numbered) < noun.least:
            numbers = (("least", noun.least), ("found", len(numbered)))
            self.problems.append(Problem("too_few", noun.file, numbers=numbers))
        self.problems += first(_duplicates(noun, numbered))
        kept = [record for _, record in numbered]
        if noun.figures:
            self._figures(noun, cast("list[Named]", kept), found, complete=readable)
        return kept

    def _records(self, noun: Noun) -> list[tuple[int, BaseModel]]:
        if noun.least == 0 and not files.exists(self.folder, noun.file):
            return []
        try:
            rows = self._rows(noun)
        except StudyError as error:
            self.problems += error.problems
            return []
        good, problems = records(noun.record, noun.file, rows)
        self.problems += problems
        return cast("list[tuple[int, BaseModel]]", good)

    def _rows(self, noun: Noun) -> list[Row]:
        if noun.format == "csv":
            names, optional = columns(noun.record)
            limit = files.LIMIT_PLACES if noun.name in PLACES else files.LIMIT_ROWS
            rows = files.table(self.folder, noun.file, names, optional, limit)
            return fold_texts(noun.record, rows)
        content = files.toml(self.folder, noun.file)
        unknown = [
            Problem("table_unknown", noun.file, None, key, allowed=f"[[{noun.name}]]")
            for key in content
            if key != noun.name
        ]
        tables = content.get(noun.name, [])
        if unknown:
            raise StudyError(first(unknown))
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            raise StudyError([Problem("table_missing", noun.file, numbers=(("name", noun.name),))])
        lines = files.headings(self.folder, noun.file, noun.name)
        if len(lines) != len(tables):  # written as one list, or named in a text
            lines = list(range(1, len(tables) + 1))
        return [Row(number, fields) for number, fields in zip(lines, tables, strict=True)]

    def _figures(
        self, noun: Noun, subjects: list[Named], found: dict[str, Figure], *, complete: bool
    ) -> None:
        needed = noun.name == "parameter" or any(a.required for a in noun.attributes)
        if not (subjects and needed) and not files.exists(self.folder, noun.figures_file):
            return
        names, optional = columns(Figure)
        try:
            rows = files.table(self.folder, noun.figures_file, names, optional)
        except StudyError as error:
            self.problems += error.problems
            return
        good, problems = records(Figure, noun.figures_file, fold_texts(Figure, rows))
        self.problems += problems
        complete = complete and not problems
        self.problems += first(figure_rules.check(noun, subjects, good, complete=complete))
        found |= {
            f"{noun.plural}.{figure.subject}.{figure.attribute}": figure for _, figure in good
        }


def _duplicates(noun: Noun, numbered: list[tuple[int, BaseModel]]) -> Iterator[Problem]:
    rows: dict[str, int] = {}
    key = "istat_code" if noun.name == "municipality" else "id"
    for row, record in numbered:
        identity = getattr(record, key, None)
        if identity in rows:
            numbers = (("first", rows[identity]),)
            yield Problem("duplicate", noun.file, row, key, str(identity), numbers=numbers)
        elif identity is not None:
            rows[identity] = row
