"""Saves a book so that the same book is the same bytes, whenever it is saved."""

import io
import re
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path

from fucina.documents.text import Language
from fucina.study.result import Result
from fucina.study.schema import Study
from fucina.study.workbook.build import workbook

CORE = "docProps/core.xml"
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")


def file_name(language: Language) -> str:
    return f"model.{language}.xlsx"


def write(study: Study, result: Result, language: Language, path: Path) -> None:
    """Writes the book of the plan's single values, dated as the study is."""
    book = workbook(study, result, language)
    book.properties.creator = "Fucina"
    book.properties.title = study.header.name[language]
    book.properties.language = language
    book.calculation.fullCalcOnLoad = True
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(_dated(content.getvalue(), study.header.as_of))


def _dated(content: bytes, day: date) -> bytes:
    """The same file with one date throughout."""
    stamp = datetime.combine(day, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    when = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == CORE:
                data = STAMP.sub(lambda m: m[1] + stamp + m[3], data)
            info = zipfile.ZipInfo(entry.filename, when)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()
