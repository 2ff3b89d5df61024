"""The report as a page and as paper: complete, tagged, nothing wider than its sheet."""

import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fucina.documents.html import html
from fucina.documents.report import Figure, Report

VOID = {"meta", "br", "hr", "input", "img", "link"}
STRIP = 24
"""Points; words on one line share a strip of this height, or one moved by half of it."""
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


@dataclass(frozen=True)
class _Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def meets(self, other: "_Word") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        low = min(self.bottom - self.top, other.bottom - other.top)
        return across > 1.5 and down > 0.6 * low


def _sheets(paper: Path) -> list[tuple[float, list[_Word]]]:
    """Each sheet's width and its words, in points."""
    found = _read("pdftotext", "-bbox", str(paper), "-")
    number = r'([-\d.]+)"'
    word = rf'<word xMin="{number} yMin="{number} xMax="{number} yMax="{number}>([^<]*)'
    return [
        (
            float(width),
            [
                _Word(float(a), float(b), float(c), float(d), text)
                for a, b, c, d, text in re.findall(word, sheet)
            ],
        )
        for width, sheet in re.findall(
            r'<page width="([\d.]+)"[^>]*>(.*?)</page>', found, re.DOTALL
        )
    ]


def _lines(words: list[_Word]) -> list[list[_Word]]:
    """The words that are near one another in height: those of every strip, and of the half-way ones."""
    strips = defaultdict[tuple[int, int], list[_Word]](list)
    for word in words:
        for half in (0, 1):
            strips[half, int((word.top + half * STRIP / 2) / STRIP)].append(word)
    return list(strips.values())


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
    outside = [
        word.text
        for width, words in _sheets(paper)
        for word in words
        if word.left < MARGIN or word.right > width - MARGIN
    ]

    assert outside == []


def test_no_word_on_paper_stands_on_another(paper: Path) -> None:
    met = [
        (one.text, other.text)
        for _, words in _sheets(paper)
        for line in _lines(words)
        for i, one in enumerate(line)
        for other in line[:i]
        if one.meets(other)
    ]

    assert met == []


def test_summary_fits_one_sheet(content: Report, paper: Path) -> None:
    sheets = _read("pdftotext", "-layout", str(paper), "-").split("\f")

    method = content.sections[0].title
    assert re.findall(rf"(?m)^\s*2\s+{method}\s*$", sheets[2]) != []
