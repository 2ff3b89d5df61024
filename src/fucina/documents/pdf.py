"""A report on paper: tagged PDF/UA-1 from a fixed Typst template that is fed with data only."""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from statistics import fmean

import typst

from fucina.documents.characters import BREAK, breakable, printable, tied
from fucina.documents.charts.chart import Chart
from fucina.documents.layout import Tree, figures, layout
from fucina.documents.report import Report
from fucina.documents.svg import svg
from fucina.documents.text import Language
from fucina.documents.theme import THEME_COLOURS

CHART_WIDTH = 720
FONTS = ("Libertinus Serif",)
"""Carried by Typst itself, so that every machine makes the same bytes."""

_LONGEST = 3
_FONT = re.compile(r'font-family="[^"]*"')


def pdf(report: Report) -> bytes:
    """The whole report; the same bytes for the same report."""
    tree = layout(report, lambda text: tied(breakable(printable(text))))
    with tempfile.TemporaryDirectory(prefix="fucina-report-") as name:
        folder = Path(name)
        charts = iter(enumerate(figures(report), 1))
        for section in tree["sections"]:
            for block in section["blocks"]:
                if block["kind"] == "figure":
                    number, figure = next(charts)
                    block["file"] = f"chart-{number}.svg"
                    (folder / block["file"]).write_text(
                        _drawing(figure.chart, report.language), encoding="utf-8"
                    )
                if block["kind"] == "table":
                    block["table"] = _measured(block["table"])
        tree |= {"fonts": FONTS, "colours": THEME_COLOURS}
        (folder / "report.json").write_text(json.dumps(tree), encoding="utf-8")
        (folder / "report.typ").write_bytes(
            resources.files("fucina.documents").joinpath("templates/report.typ").read_bytes()
        )
        return typst.compile(
            folder / "report.typ",
            root=folder,
            format="pdf",
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=0,
        )


def _drawing(chart: Chart, language: Language) -> str:
    return _FONT.sub(f'font-family="{FONTS[0]}"', printable(svg(chart, language, CHART_WIDTH)))


def _measured(table: Tree) -> Tree:
    """The table, the longest cells and words of each column, and how long its cells usually are.

    A number is never broken, so each counts as one word.
    """
    columns = list(zip(table["headings"], *table["rows"], strict=True))
    return table | {
        "cells": [
            _longest(column[1:] if align == "right" else column)
            for column, align in zip(columns, table["aligns"], strict=True)
        ],
        "words": [
            _longest([*_words(column[:1]), *(column[1:] if align == "right" else _words(column))])
            for column, align in zip(columns, table["aligns"], strict=True)
        ],
        "usual": [1 + fmean(len(cell) ** 2 for cell in column) ** 0.4 for column in columns],
    }


def _words(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from re.split(f"[ {BREAK}]", cell)


def _longest(strings: Iterable[str]) -> list[str]:
    return sorted(set(strings), key=lambda s: (-len(s), s))[:_LONGEST] or [""]
