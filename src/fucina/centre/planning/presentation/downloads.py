"""What can be taken away: reports to read, a workbook that computes, tables and results to compute with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)

REPORTS = ("report.it.pdf", "report.en.pdf", "report.it.html", "report.en.html")
MODELS = ("model.it.xlsx", "model.en.xlsx")
FORMATS = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet"}
"""In which a table comes, the plainest first."""


@dataclass(frozen=True)
class Downloads:
    reports: list[dict[str, str]]
    models: list[dict[str, str]]
    data: Table
    tables: Table
    missing: bool


def downloads(reader: Reader, files: Mapping[str, Path]) -> Downloads:
    rest = [n for n in files if n not in (*REPORTS, *MODELS) and not n.startswith("tables/")]
    return Downloads(
        reports=[_card(reader, name, files[name]) for name in REPORTS if name in files],
        models=[_card(reader, name, files[name]) for name in MODELS if name in files],
        data=_data(reader, files, rest),
        tables=_tables(reader, files),
        missing=not files,
    )


def _card(reader: Reader, name: str, path: Path) -> dict[str, str]:
    _stem, language, kind = name.split(".")
    languages = {"it": _("in Italian"), "en": _("in English")}
    kinds = {
        "pdf": _("Report to print (PDF)"),
        "html": _("Report to read (HTML)"),
        "xlsx": _("Workbook with live formulas (Excel)"),
    }
    return {
        "title": f"{kinds[kind]}, {languages[language]}",
        "url": _url(reader, name),
        "size": _size(reader, path),
        "language": language,
        "kind": kind.upper(),
    }


def _data(reader: Reader, files: Mapping[str, Path], names: list[str]) -> Table:
    columns = [
        text_column(_("File")),
        text_column(pgettext("planning", "What it holds")),
        number_column(_("Size")),
    ]
    rows: list[Row] = [
        row([cell(name, url=_url(reader, name)), _content(name), _size(reader, files[name])])
        for name in names
    ]
    return Table(_("Files"), columns, rows)


def _tables(reader: Reader, files: Mapping[str, Path]) -> Table:
    """A row a table, a column a format."""
    names = [name for name in files if name.startswith("tables/")]
    kinds = [kind for kind in FORMATS if any(name.endswith(f".{kind}") for name in names)]
    stems = list(dict.fromkeys(name.removeprefix("tables/").rpartition(".")[0] for name in names))
    columns = [text_column(_("Table")), *(text_column(FORMATS[kind]) for kind in kinds)]
    rows: list[Row] = [
        row([stem, *(_file(reader, files, f"tables/{stem}.{kind}") for kind in kinds)])
        for stem in stems
    ]
    return Table(_("Tables, with every digit"), columns, rows)


def _file(reader: Reader, files: Mapping[str, Path], name: str) -> dict[str, object] | str:
    if name not in files:
        return "–"
    return cell(
        FORMATS[name.rpartition(".")[2]], url=_url(reader, name), note=_size(reader, files[name])
    )


def _url(reader: Reader, name: str) -> str:
    return reader.url("download", name)


def _content(name: str) -> str:
    return {
        "results.json": _("Everything that was computed"),
        "study.json": _("The study as it was read: every figure with its source"),
    }.get(name, "")


def _size(reader: Reader, path: Path) -> str:
    size = path.stat().st_size
    return f"{reader.number(size / 1000 if size >= 1000 else size)} {'kB' if size >= 1000 else 'B'}"
