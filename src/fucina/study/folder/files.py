"""The bytes of a study's files: read within limits, decoded, parsed. No meaning yet."""

import csv
import errno
import io
import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fucina.study.folder import boundaries
from fucina.study.folder.limits import LIMIT_PROBLEMS, first
from fucina.study.folder.reasons import reason
from fucina.study.problem import Problem, StudyError

LIMIT_BYTES = 20_000_000
LIMIT_TOML = 2_000_000
"""Records are written by hand; their parser takes a second for two million bytes."""
LIMIT_JSON = 10_000_000
LIMIT_FOLDER = 40_000_000
LIMIT_ROWS = 20_000
LIMIT_PLACES = 200_000
"""Rows of a table of places or of travel times; every other table is written by people."""
LIMIT_COLUMNS = 200
DEEPEST_KEY = 16
"""Parts of a dotted key: the parser's time and memory grow with their square."""

STRINGS = re.compile(
    r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*'
)
DEEP_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST_KEY}}}")
PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass
class Row:
    """One record as written, and the line of the file in which it begins."""

    number: int
    fields: dict[str, Any] = field(default_factory=dict)


def check_sizes(folder: Path, names: Iterable[str]) -> None:
    """Refuses a folder whose files are too much together, before any of them is read."""
    total = sum(_size(folder / name) for name in names)
    if total > LIMIT_FOLDER:
        numbers = (("size", total), ("limit", LIMIT_FOLDER))
        raise StudyError([Problem("folder_too_large", str(folder), numbers=numbers)])


def _size(path: Path) -> int:
    """Its bytes, as far as they could be read at all: what is too large is refused by itself."""
    try:
        found = path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
    return found if found <= LIMIT_BYTES else 0


def exists(folder: Path, name: str) -> bool:
    """Whether anything bears that name, a broken link included."""
    path = folder / name
    return path.is_symlink() or path.exists()


def text(folder: Path, name: str, limit: int = LIMIT_BYTES) -> str:
    try:
        content = _bytes(folder / name, name, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(
            [Problem("not_utf8", name, numbers=(("position", error.start),))]
        ) from error
    except OSError as error:
        raise StudyError([_unreadable(name, error)]) from error
    if (position := content.find("\0")) >= 0:
        raise StudyError([Problem("null_character", name, numbers=(("position", position + 1),))])
    return content


def _filled(folder: Path, name: str, limit: int) -> str:
    content = text(folder, name, limit)
    if not content.strip():
        raise StudyError([Problem("file_empty", name)])
    return content


def _bytes(path: Path, name: str, limit: int) -> bytes:
    size = path.stat().st_size
    if not path.is_file():
        raise StudyError([Problem("not_a_file", name)])
    if size > limit:
        numbers = (("size", size), ("limit", limit))
        raise StudyError([Problem("file_too_large", name, numbers=numbers)])
    with path.open("rb") as file:
        return file.read(limit)


def _unreadable(name: str, error: OSError) -> Problem:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return Problem("file_missing", name)
        case errno.EACCES | errno.EPERM:
            return Problem("not_permitted", name)
        case errno.ELOOP:
            return Problem("link_loop", name)
    return Problem("file_unreadable", name, numbers=(("reason", error.strerror),))


def toml(folder: Path, name: str) -> dict[str, Any]:
    content = text(folder, name, LIMIT_TOML)
    if DEEP_KEY.search(STRINGS.sub("s", content)):
        raise StudyError([Problem("too_deep", name)])
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise StudyError([_not_toml(name, str(error))]) from error
    except RecursionError as error:
        raise StudyError([Problem("too_deep", name)]) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise StudyError([Problem("number_too_long", name)]) from error


def headings(folder: Path, name: str, table: str) -> list[int]:
    """The lines in which the records of a TOML file begin."""
    wanted = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
    lines = text(folder, name, LIMIT_TOML).split("\n")
    return [number for number, line in enumerate(lines, start=1) if wanted.match(line)]


def _not_toml(name: str, message: str) -> Problem:
    """The parser says in English what it did not expect; where, it can be said in both languages."""
    place = PLACE.search(message)
    said = message[: place.start()] if place else message
    line, column = (place[1], place[2]) if place and place[1] else (None, None)
    if line is None:
        return Problem("not_toml_at_end", name, numbers=(("reason", reason(said)),))
    numbers = (("column", column), ("reason", reason(said)))
    return Problem("not_toml", name, int(line), numbers=numbers)


def geojson(folder: Path, name: str) -> dict[str, Any]:
    try:
        content = json.loads(_filled(folder, name, LIMIT_JSON))
    except json.JSONDecodeError as error:
        numbers = (("column", error.colno), ("reason", reason(error.msg)))
        raise StudyError([Problem("not_json", name, error.lineno, numbers=numbers)]) from error
    except RecursionError as error:
        raise StudyError([Problem("too_deep", name)]) from error
    except ValueError as error:
        raise StudyError([Problem("number_too_long", name)]) from error
    if not boundaries.are(content):
        raise StudyError([Problem("not_geojson", name)])
    found: dict[str, Any] = content
    return found


def table(
    folder: Path, name: str, columns: list[str], optional: frozenset[str], limit: int = LIMIT_ROWS
) -> list[Row]:
    """The rows of a CSV file; ``columns`` are all that may stand in its header."""
    content = io.StringIO(_filled(folder, name, LIMIT_BYTES), newline="")
    reader = csv.reader(content, strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])[:LIMIT_COLUMNS]]
        _check_header(name, header, columns, optional)
        return _rows(name, header, reader, limit)
    except csv.Error as error:
        numbers = (("reason", reason(str(error))),)
        raise StudyError([Problem("not_csv", name, reader.line_num, numbers=numbers)]) from error


def _check_header(
    name: str, header: list[str], columns: list[str], optional: frozenset[str]
) -> None:
    if len(header) == 1 and set(header[0].split(";")) & set(columns) and ";" in header[0]:
        raise StudyError([Problem("semicolons", name, 1)])
    allowed = ", ".join(columns)
    problems = [
        Problem("column_missing", name, 1, c)
        for c in columns
        if c not in header and c not in optional
    ]
    problems += [
        Problem("column_unknown", name, 1, c or "«»", allowed=allowed)
        for c in header
        if c not in columns
    ]
    problems += [Problem("column_twice", name, 1, c) for c in columns if header.count(c) > 1]
    if problems:
        raise StudyError(problems)


def _rows(name: str, header: list[str], reader: Any, limit: int) -> list[Row]:
    rows: list[Row] = []
    problems: list[Problem] = []
    for cells in reader:
        if not cells:
            continue
        if len(rows) == limit:
            numbers = (("limit", limit),)
            problems.append(Problem("too_many_rows", name, reader.line_num, numbers=numbers))
        if len(rows) == limit or len(problems) > LIMIT_PROBLEMS:
            break
        if len(cells) != len(header):
            lengths = (("found", len(cells)), ("expected", len(header)))
            problems.append(Problem("row_length", name, reader.line_num, numbers=lengths))
            continue
        filled = {k: v for k, cell in zip(header, cells, strict=True) if (v := cell.strip())}
        rows.append(Row(reader.line_num, filled))
    if problems:
        raise StudyError(first(problems))
    return rows
