"""What can be taken away: reports to read, tables and results to compute with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse
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


@dataclass(frozen=True)
class Downloads:
    reports: list[dict[str, str]]
    data: Table
    missing: bool


def downloads(reader: Reader, files: Mapping[str, Path]) -> Downloads:
    reports = [_report(reader, name, files[name]) for name in REPORTS if name in files]
    rest = [name for name in files if name not in REPORTS]
    columns = [
        text_column(_("File")),
        text_column(pgettext("planning", "What it holds")),
        number_column(_("Size")),
    ]
    rows: list[Row] = [
        row([cell(name, url=_url(name)), _content(name), _size(reader, files[name])])
        for name in rest
    ]
    return Downloads(reports, Table(_("Files"), columns, rows), missing=not files)


def _report(reader: Reader, name: str, path: Path) -> dict[str, str]:
    _stem, language, kind = name.split(".")
    languages = {"it": _("in Italian"), "en": _("in English")}
    kinds = {"pdf": _("Report to print (PDF)"), "html": _("Report to read (HTML)")}
    return {
        "title": f"{kinds[kind]}, {languages[language]}",
        "url": _url(name),
        "size": _size(reader, path),
        "language": language,
        "kind": kind.upper(),
    }


def _url(name: str) -> str:
    return reverse("planning:download", args=[name])


def _content(name: str) -> str:
    if name == "results.json":
        return _("Everything that was computed")
    if name == "study.json":
        return _("The study as it was read: every figure with its source")
    return (
        _("A table with every digit, CSV")
        if name.endswith(".csv")
        else _("The same table, Parquet")
    )


def _size(reader: Reader, path: Path) -> str:
    size = path.stat().st_size
    return f"{reader.number(size / 1000 if size >= 1000 else size)} {'kB' if size >= 1000 else 'B'}"
