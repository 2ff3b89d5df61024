"""A report on paper: tagged PDF/UA-1 from a fixed Typst template that is fed with data only."""

import json
import re
import tempfile
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import typst

from fucina.documents.charts.chart import Chart
from fucina.documents.layout import Tree, layout
from fucina.documents.report import Figure, Report
from fucina.documents.svg import svg
from fucina.documents.text import Language
from fucina.documents.theme import THEME_COLOURS

CHART_WIDTH = 680
FONTS = ("Libertinus Serif",)
"""Carried by Typst itself, so that every machine makes the same bytes."""

_FONT = re.compile(r'font-family="[^"]*"')
_WORD_END = re.compile(r"(?<=[\s/_-])")
_LONGEST = 3


def pdf(report: Report) -> bytes:
    """The whole report; the same bytes for the same report."""
    tree = layout(report)
    blocks = [*report.lead, *(block for section in report.sections for block in section.blocks)]
    drawn = [block.chart for block in blocks if isinstance(block, Figure)]
    with tempfile.TemporaryDirectory(prefix="fucina-report-") as name:
        folder = Path(name)
        charts = iter(enumerate(drawn, 1))
        for section in tree["sections"]:
            for block in section["blocks"]:
                if block["kind"] == "figure":
                    number, chart = next(charts)
                    block["file"] = f"chart-{number}.svg"
                    (folder / block["file"]).write_text(
                        _drawing(chart, report.language), encoding="utf-8"
                    )
                if block["kind"] == "table":
                    block["table"] |= _widest(block["table"])
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
    return _FONT.sub(f'font-family="{FONTS[0]}"', svg(chart, language, CHART_WIDTH))


def _widest(table: Tree) -> Tree:
    """The longest cells and words of each column, enough to measure how wide it should be."""
    columns = list(zip(table["headings"], *table["rows"], strict=True))
    numeric = [align == "right" for align in table["aligns"]]
    return {
        "cells": [
            _longest(column[1:] if right else column)
            for column, right in zip(columns, numeric, strict=True)
        ],
        "words": [
            _longest(word for cell in column for word in _WORD_END.split(cell))
            if not right
            else _longest([*_WORD_END.split(column[0]), *column[1:]])
            for column, right in zip(columns, numeric, strict=True)
        ],
    }


def _longest(strings: Iterable[str]) -> list[str]:
    return sorted(set(strings), key=lambda s: (-len(s), s))[:_LONGEST] or [""]
