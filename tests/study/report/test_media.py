"""The report as a page and as paper: complete, tagged, nothing wider than its sheet."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fucina.documents.html import html
from fucina.documents.pdf import pdf
from fucina.documents.report import Figure, Report

VOID = {"meta", "br", "hr", "input", "img", "link"}
MARGIN = 50
"""Points between a sheet's edge and its text."""


class _Nesting(HTMLParser):
    """What is opened and not closed, or closed and not open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def _read(command: str, *arguments: str) -> str:
    if not shutil.which(command):
        pytest.skip(f"{command} is not installed")
    done = subprocess.run([command, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def paper(content: Report, tmp_path: Path) -> Path:
    (tmp_path / "report.pdf").write_bytes(pdf(content))
    return tmp_path / "report.pdf"


def _figures(content: Report) -> list[Figure]:
    found = [*content.lead, *(block for s in content.sections for block in s.blocks)]
    return [block for block in found if isinstance(block, Figure)]


def test_page_is_well_formed_and_runs_nothing(content: Report) -> None:
    page = _Nesting(html(content))

    assert (page.open, page.wrong) == ([], [])
    assert page.seen & {"script", "iframe", "object", "embed", "link", "img"} == set()


def test_page_draws_every_chart_for_a_desk_and_for_a_phone(content: Report) -> None:
    page = html(content)

    drawn = re.findall(r'role="img" aria-label="([^"]+)"', page)

    assert len(drawn) == 2 * len(_figures(content))


def test_paper_is_tagged_and_every_chart_on_it_speaks(content: Report, paper: Path) -> None:
    told = _read("pdfinfo", str(paper))

    assert re.findall(r"Tagged:\s+(\w+)", told) == ["yes"]
    assert len(re.findall(rb"/Alt\s*[(<]", paper.read_bytes())) == len(_figures(content))
    assert paper.read_bytes().count(b"pdfuaid:part") > 0


def test_paper_keeps_every_word_within_its_margins(paper: Path) -> None:
    found = _read("pdftotext", "-bbox", str(paper), "-")

    outside = []
    for page in re.findall(r'<page width="([\d.]+)"[^>]*>(.*?)</page>', found, re.DOTALL):
        width = float(page[0])
        for left, right, word in re.findall(
            r'<word xMin="([-\d.]+)"[^>]*xMax="([-\d.]+)"[^>]*>([^<]*)', page[1]
        ):
            if float(left) < MARGIN or float(right) > width - MARGIN:
                outside.append(word)
    assert outside == []


def test_summary_fits_one_sheet(content: Report, paper: Path) -> None:
    sheets = _read("pdftotext", "-layout", str(paper), "-").split("\f")

    method = content.sections[0].title
    assert re.findall(rf"(?m)^\s*2\s+{method}\s*$", sheets[2]) != []
