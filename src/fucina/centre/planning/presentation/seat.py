"""One seat: its facts, its constraints, every figure with its provenance, its result on each criterion."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.criteria import criterion_cell
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import of_subject, resting
from fucina.centre.planning.presentation.seats import opening_months, ranks
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)


@dataclass(frozen=True)
class SeatPage:
    name: str
    recommended: bool
    exclusion: str
    facts: str
    constraints: str
    key_figures: list[dict[str, str]]
    place: list[dict[str, str]]
    sources: list[dict[str, str]]
    figures: Table
    criteria: Table | None
    alternatives: Table


def seat_page(reader: Reader, identity: str) -> SeatPage:
    seat = next(s for s in reader.study.seats if s.id == identity)
    return SeatPage(
        name=reader.said(seat.name),
        recommended=identity == reader.result.decision.seat,
        exclusion=reader.said(seat.exclusion) if seat.exclusion else "",
        facts=reader.said(seat.facts),
        constraints=reader.said(seat.constraints),
        key_figures=_key_figures(reader, identity),
        place=_place(reader, identity),
        sources=[
            {
                "title": reader.sources[s].title,
                "publisher": reader.sources[s].publisher,
                "url": reader.source_url(s),
            }
            for s in seat.sources
        ],
        figures=resting(
            reader, of_subject(reader, "seats", identity), _("Figures of this seat"), own=True
        ),
        criteria=_criteria(reader, identity),
        alternatives=_alternatives(reader, identity),
    )


def _key_figures(reader: Reader, identity: str) -> list[dict[str, str]]:
    found = reader.opened.seats.get(identity)
    if found is None:
        return []
    chances = {s.id: s.probability for s in reader.result.decision.seats}
    chance, place = chances.get(identity), ranks(reader).get(identity)
    months = opening_months(reader, identity)
    return [
        {
            "label": _("Probability of being the best seat"),
            "value": reader.percent(chance.value if chance else None),
            "url": "#how",
            "note": _("place %(place)s of %(all)s") % {"place": place, "all": len(chances)}
            if place
            else _("cannot hold the hub"),
        },
        {
            "label": _("Demand within 30 minutes"),
            "value": reader.percent(found.within_30),
            "url": "#how",
            "note": _("%(near)s within 20, %(far)s within 45")
            % {"near": reader.percent(found.within_20), "far": reader.percent(found.within_45)},
        },
        {
            "label": _("Floor area"),
            "value": reader.number(found.capacity),
            "unit": "m²",
            "url": reader.figure_url(f"seats.{identity}.capacity"),
            "note": _("the programme needs %(need)s m²")
            % {"need": reader.number(found.required_area)},
        },
        {
            "label": _("Months to the opening"),
            "value": reader.number(months),
            "url": "#how",
            "note": _("median of a single hub here"),
        },
    ]


def _place(reader: Reader, identity: str) -> list[dict[str, str]]:
    seat = next(s for s in reader.study.seats if s.id == identity)
    works = {"new": _("New building"), "refurbish": _("Refurbishment"), "lease": _("Lease")}
    found = reader.opened.seats.get(identity)
    place = [
        {"term": _("Owner of the site"), "text": reader.said(seat.owner)},
        {"term": pgettext("planning", "Works"), "text": works[seat.works]},
        {
            "term": pgettext("planning", "Position"),
            "text": _("%(lat)s N, %(lon)s E, give or take %(error)s m")
            % {
                "lat": reader.number(seat.lat, 4),
                "lon": reader.number(seat.lon, 4),
                "error": reader.number(seat.coordinate_error_m),
            },
            "url": reader.source_url(seat.coordinate_source),
        },
    ]
    if found is None:
        return place
    return [
        *place,
        {"term": _("Mean travel time"), "text": reader.quantity(found.mean_minutes, "min")},
        {
            "term": _("Nearest university site"),
            "text": reader.quantity(found.university_km, "km", 1),
        },
        {"term": _("Public-transport stops nearby"), "text": reader.number(found.stops, 1)},
    ]


def _hub(reader: Reader, identity: str) -> str | None:
    hubs = [a.id for a in reader.result.alternatives if a.kind == "hub" and a.seats == [identity]]
    ranked = {cell.alternative for cell in reader.result.criteria}
    return next((hub for hub in hubs if hub in ranked), None)


def _criteria(reader: Reader, identity: str) -> Table | None:
    hub = _hub(reader, identity)
    if hub is None:
        return None
    columns = [
        text_column(_("Criterion")),
        number_column(_("Mean")),
        number_column(_("90% of the futures")),
        number_column(_("On the scale"), "0–1"),
    ]
    rows: list[Row] = [
        criterion_cell(reader, found)
        for found in reader.result.criteria
        if found.alternative == hub
    ]
    return Table(_("A single hub here, criterion by criterion"), columns, rows)


def _alternatives(reader: Reader, identity: str) -> Table:
    columns = [
        text_column(_("Hypothesis")),
        number_column(_("Share of the activity here")),
        number_column(_("Probability")),
    ]
    chances = {a.id: a.probability for a in reader.result.decision.alternatives}
    rows = []
    for alternative in reader.result.alternatives:
        if identity in alternative.seats:
            chance = chances.get(alternative.id)
            share = alternative.shares[alternative.seats.index(identity)]
            rows.append(
                row(
                    [
                        reader.said(alternative.name),
                        cell(reader.percent(share), value=share),
                        reader.probability(chance) if chance else "–",
                    ],
                    emphasis=alternative.id == reader.result.decision.recommended,
                )
            )
    return Table(_("Hypotheses that use this seat"), columns, rows)
