"""The bytes of a study's files: read within limits, decoded, parsed. No meaning yet."""

import csv
import io
import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fucina.study.problem import Problem, StudyError

LIMIT_BYTES = 20_000_000
LIMIT_ROWS = 200_000


@dataclass
class Row:
    """One record as written: its row number (CSV: the line; TOML: its place in the list)."""

    number: int
    fields: dict[str, Any] = field(default_factory=dict)


def text(folder: Path, name: str) -> str:
    path = folder / name
    if not path.is_file():
        raise StudyError([Problem("file_missing", name)])
    size = path.stat().st_size
    if size > LIMIT_BYTES:
        raise StudyError(
            [Problem("file_too_large", name, numbers=(("size", size), ("limit", LIMIT_BYTES)))]
        )
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(
            [Problem("not_utf8", name, numbers=(("position", error.start),))]
        ) from error
    except OSError as error:
        raise StudyError(
            [Problem("file_unreadable", name, numbers=(("reason", error.strerror),))]
        ) from error
    return content


def toml(folder: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text(folder, name))
    except tomllib.TOMLDecodeError as error:
        raise StudyError([Problem("not_toml", name, numbers=(("reason", str(error)),))]) from error
    except RecursionError as error:
        raise StudyError([Problem("not_toml", name, numbers=(("reason", "nesting"),))]) from error


def geojson(folder: Path, name: str) -> dict[str, Any]:
    try:
        content = json.loads(text(folder, name))
    except (json.JSONDecodeError, RecursionError) as error:
        raise StudyError([Problem("not_json", name, numbers=(("reason", str(error)),))]) from error
    if not _is_boundaries(content):
        raise StudyError([Problem("not_geojson", name)])
    boundaries: dict[str, Any] = content
    return boundaries


def _is_boundaries(content: Any) -> bool:
    try:
        return content["type"] == "FeatureCollection" and all(
            feature["geometry"]["type"] in ("Polygon", "MultiPolygon")
            and {"istat_code", "name"} <= feature["properties"].keys()
            for feature in content["features"]
        )
    except (KeyError, TypeError, AttributeError):
        return False


def table(folder: Path, name: str, columns: list[str], optional: frozenset[str]) -> list[Row]:
    """The rows of a CSV file; ``columns`` are all that may stand in its header."""
    reader = csv.reader(io.StringIO(text(folder, name), newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(name, header, columns, optional)
        return _rows(name, header, reader)
    except csv.Error as error:
        raise StudyError(
            [Problem("not_csv", name, reader.line_num, numbers=(("reason", error),))]
        ) from error


def _check_header(
    name: str, header: list[str], columns: list[str], optional: frozenset[str]
) -> None:
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
    problems += [
        Problem("column_twice", name, 1, c) for c in sorted(set(header)) if header.count(c) > 1
    ]
    if problems:
        raise StudyError(problems)


def _rows(name: str, header: list[str], reader: Any) -> list[Row]:
    rows: list[Row] = []
    problems: list[Problem] = []
    for cells in reader:
        if not cells:
            continue
        if len(rows) >= LIMIT_ROWS:
            problems.append(
                Problem("too_many_rows", name, reader.line_num, numbers=(("limit", LIMIT_ROWS),))
            )
            break
        if len(cells) != len(header):
            numbers = (("found", len(cells)), ("expected", len(header)))
            problems.append(Problem("row_length", name, reader.line_num, numbers=numbers))
            continue
        rows.append(
            Row(
                reader.line_num,
                {k: v.strip() for k, v in zip(header, cells, strict=True) if v.strip()},
            )
        )
    if problems:
        raise StudyError(problems)
    return rows
