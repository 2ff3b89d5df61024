"""A fresh copy of the example study, and the files to import."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from fucina.study.template import create

DATA = Path(__file__).parent / "data"
Cells = list[list[object]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path / "study")
    return tmp_path / "study"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the fixtures, which a test may spoil."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def feed(data: Path) -> Path:
    """The GTFS feed as agencies publish it."""
    path = data / "feed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("stops.txt", "feed_info.txt"):
            packed.write(data / "gtfs" / name, name)
        packed.writestr("agency.txt", "agency_id,agency_name\n1,Trasporti di Nord\n")
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[Cells], Path]:
    def write(cells: Cells) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "Foglio1"
        for row in cells:
            sheet.append(row)
        path = tmp_path / "book.xlsx"
        book.save(path)
        return path

    return write
