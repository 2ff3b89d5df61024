"""Comparators: centres that exist, what they cost and took, and what they teach."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import ATTRIBUTES, Reader
from fucina.centre.planning.presentation.resting import of_subject
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.schema import Archetype


@dataclass(frozen=True)
class Centre:
    id: str
    name: str
    place: str
    description: str
    governance: str
    lesson: str
    followed: list[str]
    figures: list[dict[str, str]]
    sources: list[dict[str, str]]


@dataclass(frozen=True)
class Comparators:
    centres: list[Centre]
    side_by_side: Table
    references: Table


def comparators(reader: Reader) -> Comparators:
    return Comparators(
        centres=[_centre(reader, one) for one in reader.study.archetypes],
        side_by_side=_side_by_side(reader),
        references=_references(reader),
    )


def _centre(reader: Reader, one: Archetype) -> Centre:
    return Centre(
        id=one.id,
        name=reader.said(one.name),
        place=reader.said(one.place),
        description=reader.said(one.description),
        governance=reader.said(one.governance),
        lesson=reader.said(one.lesson),
        followed=[reader.said(s.name) for s in reader.study.strategies if s.model == one.id],
        figures=[_figure(reader, key) for key in of_subject(reader, "archetypes", one.id)],
        sources=[
            {
                "title": reader.sources[s].title,
                "publisher": reader.sources[s].publisher,
                "url": reader.source_url(s),
            }
            for s in one.sources
        ],
    )


def _figure(reader: Reader, key: str) -> dict[str, str]:
    figure = reader.study.figures[key]
    return {
        "term": reader.attribute("archetypes", figure.attribute),
        "text": reader.figure_value(figure),
        "url": reader.figure_url(key),
        "confidence": figure.confidence,
    }


def _side_by_side(reader: Reader) -> Table:
    """The centres as columns; a row for each property that any of them has."""
    centres = reader.study.archetypes
    columns = [text_column(_("Property")), *(number_column(reader.said(c.name)) for c in centres)]
    rows: list[Row] = []
    for name in ATTRIBUTES["archetypes"]:
        keys = [f"archetypes.{centre.id}.{name}" for centre in centres]
        if any(key in reader.study.figures for key in keys):
            cells = [_value(reader, key) for key in keys]
            rows.append(row([reader.attribute("archetypes", name), *cells]))
    return Table(_("The centres side by side"), columns, rows)


def _value(reader: Reader, key: str) -> dict[str, object] | str:
    figure = reader.study.figures.get(key)
    if figure is None:
        return "–"
    return cell(reader.figure_value(figure), url=reader.figure_url(key), value=figure.value)


def _references(reader: Reader) -> Table:
    measures = {
        "capex_per_m2": _("Cost per m²"),
        "schedule_factor": _("Actual over planned duration"),
        "cost_growth": _("Final over announced cost"),
        "staff": pgettext("planning", "Staff"),
        "members": pgettext("planning", "Members"),
        "industry_share": _("Share of income from industry"),
    }
    columns = [
        text_column(_("Case")),
        text_column(_("Measure")),
        number_column(_("Value")),
        text_column(_("Year")),
        text_column(_("Scope")),
        text_column(_("Kind")),
    ]
    rows: list[Row] = [
        row(
            [
                cell(r.case, url=reader.source_url(r.source)),
                measures[r.measure],
                cell(reader.written(r.value, r.unit), value=r.value),
                str(r.year),
                reader.said(r.scope),
                cell("", badge=r.kind),
            ]
        )
        for r in reader.study.references
    ]
    return Table(_("What happened elsewhere"), columns, rows)
