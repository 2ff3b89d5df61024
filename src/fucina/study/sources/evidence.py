"""Where imported values come from: the row of ``sources.csv`` and the record of ``datasets.toml`` they need."""

import csv
import datetime as dt
import io
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import ValidationError

from fucina.documents.text import Text
from fucina.study.schema import Dataset, Source
from fucina.study.schema.figure import Confidence, Kind
from fucina.study.sources import toml_text
from fucina.study.sources.change import Change, csv_records, line_ending
from fucina.study.sources.fault import Faults, refuse

SOURCES = "sources.csv"
DATASETS = "datasets.toml"
SourceKind = Literal["act", "institution", "press", "research", "dataset", "estimate"]
REVIEW_AFTER = dt.timedelta(days=365)
"""A dataset is looked at again a year after the study’s date, unless it is said otherwise."""


@dataclass(frozen=True)
class Evidence:
    """What is said of a source on the command line, or read from the file. What is None stays as it is in
    the study, where the source is known there."""

    id: str
    title: str | None = None
    publisher: str | None = None
    date: dt.date | None = None
    kind: SourceKind | None = None
    address: str | None = None
    licence: str | None = None

    def over(self, found: "Evidence") -> "Evidence":
        """What is said here, else what was found in the file."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return Evidence(**{**vars(found), **said})


@dataclass(frozen=True)
class Done:
    """What an import did: the files it wrote, and a sentence about what was found."""

    files: list[str]
    summary: Text


def cite(change: Change, evidence: Evidence) -> Source:
    """The source as a row of ``sources.csv``: added, or brought up to date; other rows stay as written. A new
    source needs title, publisher and date, and a dataset its licence."""
    known = {source.id: source for source in change.study.sources}
    fields = known[evidence.id].model_dump() if evidence.id in known else {"kind": "dataset"}
    fields |= {name: value for name, value in vars(evidence).items() if value is not None}
    faults = Faults(SOURCES)
    needed = ("title", "publisher", "date", *(("licence",) if fields["kind"] == "dataset" else ()))
    for name in needed:
        if not fields.get(name):
            faults.add("evidence", None, evidence.id, option=f"--{name}")
    faults.stop()
    try:
        source = Source.model_validate(fields)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            field = str(detail["loc"][0])
            faults.add("field", None, field, str(detail["input"]), _allowed(field))
        faults.stop()
        raise
    if known.get(source.id) != source:
        change.put(SOURCES, _with_row(change.text(SOURCES), source))
    return source


def _allowed(field: str) -> str:
    examples = {
        "id": "istat-asia-2023",
        "address": "https://…",
        "kind": ", ".join(get_args(SourceKind)),
        "date": "1900-01-01 …",
    }
    return examples.get(field, "")


def _with_row(text: str, source: Source) -> str:
    """The table with one row replaced or added; every other line stays as it was written."""
    columns, _ = csv_records(text)
    ending = line_ending(text)
    cells = source.model_dump(mode="json")
    row = io.StringIO(newline="")
    csv.writer(row, lineterminator=ending).writerow([cells.get(name, "") for name in columns])
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, strict=True)
    place, before = columns.index("id"), 0
    for cells_read in reader:
        if len(cells_read) > place and cells_read[place].strip() == source.id:
            return "".join([*lines[:before], row.getvalue(), *lines[reader.line_num :]])
        before = reader.line_num
    return text + ("" if text.endswith(("\n", "\r")) else ending) + row.getvalue()


@dataclass(frozen=True)
class Column:
    """A column of a table of the folder whose values were imported."""

    id: str
    name: Text
    file: Literal["municipalities.csv", "zones.csv", "travel_times.csv"]
    column: str
    unit: str
    kind: Kind
    confidence: Confidence
    note: Text


def describe(change: Change, column: Column, source: Source, owner: str | None) -> None:
    """The record of ``datasets.toml`` for a column: added, or its evidence replaced in place."""
    study = change.study
    same = [
        i
        for i, d in enumerate(study.datasets)
        if (d.file, d.column) == (column.file, column.column)
    ]
    old = study.datasets[same[0]] if same else None
    evidence: dict[str, toml_text.Value | None] = {
        "unit": column.unit,
        "kind": column.kind,
        "source": source.id,
        "date": source.date,
        "confidence": column.confidence,
        "owner": owner_of(change, column.file, owner, old),
        "review": study.header.as_of + REVIEW_AFTER,
        "note": _pair(column.note),
    }
    text = change.text(DATASETS)
    if old is None:
        head: dict[str, toml_text.Value | None] = {
            "id": _free(study.datasets, column.id),
            "name": _pair(column.name),
            "file": column.file,
            "column": column.column,
        }
        record = {name: value for name, value in (head | evidence).items() if value is not None}
        change.put(DATASETS, toml_text.append(text, "dataset", record))
    else:
        change.put(DATASETS, toml_text.change(DATASETS, text, "dataset", same[0], (), evidence))


def owner_of(change: Change, file: str, said: str | None, old: Dataset | None) -> str:
    """Who answers for a dataset: as said, as before, as for the file’s other columns, else the first owner."""
    owners = [owner.id for owner in change.study.owners]
    if said is not None and said not in owners:
        refuse("owner", "owners.csv", None, "--owner", said, ", ".join(owners))
    beside = [d.owner for d in change.study.datasets if d.file == file]
    return said or (old.owner if old else None) or next(iter([*beside, *owners]))


def _free(datasets: list[Dataset], wanted: str) -> str:
    taken = {dataset.id for dataset in datasets}
    return next(
        name for name in (wanted, *(f"{wanted}-{n}" for n in range(2, 999))) if name not in taken
    )


def _pair(text: Text) -> dict[str, toml_text.Value]:
    return {"it": text.it, "en": text.en}
