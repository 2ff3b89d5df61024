"""The sources, and every figure that rests on each."""

from collections import Counter
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.schema import Source

PER_PAGE = 40
"""Figures shown at once: an estimate may carry hundreds."""


@dataclass(frozen=True)
class SourcePage:
    title: str
    publisher: str
    kind: str
    address: str
    details: list[dict[str, str]]
    figures: Table
    pages: Page[str]
    others: list[str]


def source_kinds() -> dict[str, str]:
    return {
        "act": _("Act of an authority"),
        "institution": _("Institution"),
        "press": _("Press"),
        "research": _("Research"),
        "dataset": _("Dataset"),
        "estimate": _("Estimate"),
    }


def sources(reader: Reader) -> Table:
    columns = [
        text_column(_("Source")),
        text_column(_("Publisher")),
        text_column(_("Kind")),
        text_column(_("Date")),
        number_column(_("Figures that rest on it")),
    ]
    count = Counter(figure.source for figure in reader.study.figures.values())
    rows: list[Row] = [
        row(
            [
                cell(source.title, url=reader.source_url(source.id)),
                source.publisher,
                source_kinds()[source.kind],
                cell(reader.date(source.date), value=source.date.toordinal()),
                cell(reader.number(count[source.id]), value=count[source.id]),
            ]
        )
        for source in reader.study.sources
    ]
    return Table(_("Sources of the study"), columns, rows)


def source_page(reader: Reader, identity: str, page: str | None = None) -> SourcePage:
    source = reader.sources[identity]
    keys = [key for key, figure in reader.study.figures.items() if figure.source == identity]
    pages = Paginator(keys, PER_PAGE).get_page(page)
    return SourcePage(
        title=source.title,
        publisher=source.publisher,
        kind=source_kinds()[source.kind],
        address=source.address,
        details=_details(reader, source),
        pages=pages,
        figures=resting(reader, pages.object_list, source.title),
        others=_others(reader, identity),
    )


def _details(reader: Reader, source: Source) -> list[dict[str, str]]:
    found = [
        {"term": _("Publisher"), "text": source.publisher},
        {"term": _("Kind"), "text": source_kinds()[source.kind]},
        {"term": _("Date"), "text": reader.date(source.date)},
    ]
    if source.licence:
        found.append({"term": _("Licence"), "text": source.licence})
    if source.address:
        found.append({"term": _("Address"), "text": source.address, "url": source.address})
    return found


def _others(reader: Reader, identity: str) -> list[str]:
    """What else of the study rests on the source: seats, services, milestones, risks, forms, datasets."""
    study = reader.study
    named = [
        *(s for s in study.seats if identity in s.sources or s.coordinate_source == identity),
        *(s for s in study.services if identity in s.sources),
        *(r for r in study.risks if r.source == identity),
        *(f for f in study.forms if f.source == identity),
        *(x for x in study.locations if x.source == identity),
        *(d for d in study.datasets if d.source == identity),
        *(a for a in study.activities if a.source == identity),
        *(s for s in study.stakeholders if identity in (s.source, s.weights.source)),
        *(c for c in study.criteria if c.source == identity),
    ]
    events = [m.event for m in study.milestones if m.source == identity]
    return [reader.said(text) for text in [*(record.name for record in named), *events]]
