"""A study folder as plain records, to be changed and written: no figure is checked here."""

import csv
import io
import json
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from fucina.study.folder.records import columns
from fucina.study.schema import NOUNS, Figure
from fucina.study.template.records import Fields, csv_file, toml_file, toml_header

EXAMPLE = resources.files(__package__) / "example"
BOUNDARIES = "boundaries.geojson"


@dataclass
class Draft:
    """``nouns`` and ``figures`` by the noun's plural; ``boundaries`` is GeoJSON."""

    header: Fields
    nouns: dict[str, list[Fields]]
    figures: dict[str, list[dict[str, str]]]
    boundaries: Fields

    def files(self) -> dict[str, str]:
        """Every file of the folder by its name."""
        found = {
            "study.toml": toml_header(self.header),
            BOUNDARIES: json.dumps(self.boundaries, ensure_ascii=False) + "\n",
        }
        for noun in NOUNS:
            if records := self.nouns.get(noun.plural):
                found[noun.file] = (
                    csv_file(records, columns(noun.record)[0])
                    if noun.format == "csv"
                    else toml_file(noun.name, records)
                )
            if rows := self.figures.get(noun.plural):
                found[noun.figures_file] = csv_file(rows, columns(Figure)[0])
        return found


def example() -> Draft:
    nouns: dict[str, list[Fields]] = {}
    figures: dict[str, list[dict[str, str]]] = {}
    for noun in NOUNS:
        if noun.format == "csv":
            nouns[noun.plural] = [*_rows(noun.file)]
        else:
            nouns[noun.plural] = tomllib.loads(_text(noun.file)).get(noun.name, [])
        if noun.figures:
            figures[noun.plural] = _rows(noun.figures_file)
    boundaries: dict[str, Any] = json.loads(_text(BOUNDARIES))
    return Draft(tomllib.loads(_text("study.toml")), nouns, figures, boundaries)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(name), newline="")))


def _text(name: str) -> str:
    return EXAMPLE.joinpath(*name.split("/")).read_text("utf-8")
