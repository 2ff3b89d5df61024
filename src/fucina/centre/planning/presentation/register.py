"""The register of figures: every number the study was given, found by what it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import Row, cell, number_column, row, text_column
from fucina.study.schema import NOUNS, Figure


@dataclass(frozen=True)
class Wanted:
    """What the reader looks for; an empty field asks for nothing."""

    text: str = ""
    noun: str = ""
    kind: str = ""
    confidence: str = ""
    owner: str = ""


def found(reader: Reader, wanted: Wanted) -> list[str]:
    """The keys of the figures that answer, in the study's order."""
    return [
        key for key, figure in reader.study.figures.items() if _answers(reader, wanted, key, figure)
    ]


def _answers(reader: Reader, wanted: Wanted, key: str, figure: Figure) -> bool:
    words = wanted.text.casefold().split()
    text = f"{key} {reader.figure_name(key)} {reader.sources[figure.source].title}".casefold()
    return (
        (not wanted.noun or key.startswith(f"{wanted.noun}."))
        and (not wanted.kind or figure.kind == wanted.kind)
        and (not wanted.confidence or figure.confidence == wanted.confidence)
        and (not wanted.owner or figure.owner == wanted.owner)
        and all(word in text for word in words)
    )


def nouns(reader: Reader) -> list[tuple[str, str]]:
    """The nouns that have figures, for the form."""
    return [(noun.plural, reader.said(noun.text)) for noun in NOUNS if noun.figures]


def owners(reader: Reader) -> list[tuple[str, str]]:
    used = {figure.owner for figure in reader.study.figures.values()}
    return [
        (owner.id, reader.said(owner.name)) for owner in reader.study.owners if owner.id in used
    ]


def columns() -> list[dict[str, str]]:
    return [
        text_column(_("Figure")),
        number_column(_("Value")),
        number_column(_("Range")),
        text_column(_("Kind")),
        text_column(_("Confidence")),
        text_column(_("Source")),
        text_column(_("Date")),
    ]


def rows(reader: Reader, keys: list[str]) -> list[Row]:
    return [_row(reader, key) for key in keys]


def _row(reader: Reader, key: str) -> Row:
    figure = reader.study.figures[key]
    return row(
        [
            cell(reader.figure_name(key), url=reader.figure_url(key)),
            reader.figure_value(figure),
            reader.figure_range(figure) or "–",
            cell("", badge=figure.kind),
            cell("", confidence=figure.confidence),
            cell(_short(reader.sources[figure.source].title), url=reader.source_url(figure.source)),
            reader.date(figure.date),
        ]
    )


def _short(title: str, limit: int = 60) -> str:
    return title if len(title) <= limit else f"{title[: limit - 1].rstrip()}…"


def counts(reader: Reader) -> Mapping[str, int]:
    """How many figures there are, and of how many the confidence is low."""
    figures = reader.study.figures.values()
    return {"all": len(figures), "low": sum(f.confidence == "low" for f in figures)}
