"""The candidate seats: on a map, in a table, and what holds an excluded one back."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import parameters, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import SeatResult
from fucina.study.schema import Seat

MARGIN = 0.07
"""Degrees shown around the seats: about eight kilometres."""
LABELS = 40
DEMAND = ("detour", "speed", "decay", "transit-radius")


@dataclass(frozen=True)
class Seats:
    map: dict[str, Any]
    table: Table
    excluded: Table
    demand: Table
    datasets: list[dict[str, str]]
    resting: Table


def seats(reader: Reader) -> Seats:
    return Seats(
        map=_map(reader),
        table=_table(reader),
        excluded=_excluded(reader),
        demand=_proxies(reader),
        datasets=_datasets(reader),
        resting=resting(reader, parameters(*DEMAND), _("Figures behind travel times and stops")),
    )


def ranks(reader: Reader) -> dict[str, int]:
    """The place of every ranked seat, 1 the best."""
    return {seat.id: place for place, seat in enumerate(reader.result.decision.seats, 1)}


def opening_months(reader: Reader, seat: str) -> float | None:
    """Median months to the opening of a single hub at the seat."""
    hubs = {a.id for a in reader.result.alternatives if a.kind == "hub" and a.seats == [seat]}
    spreads = [
        c.opening
        for c in reader.result.finance.combinations
        if c.alternative in hubs and c.opening and c.strategy == reader.result.decision.strategy
    ]
    return spreads[0].p50 if spreads else None


def _map(reader: Reader) -> dict[str, Any]:
    study = reader.study
    lats, lons = [s.lat for s in study.seats], [s.lon for s in study.seats]
    return {
        "bounds": [
            [min(lats) - MARGIN, min(lons) - MARGIN],
            [max(lats) + MARGIN, max(lons) + MARGIN],
        ],
        "layers": {"municipalities": reader.url("boundaries", reader.result.fingerprint)},
        "seats": [_marker(reader, seat) for seat in study.seats],
        "labels": _labels(reader),
        "zones": _zones(reader),
    }


def _marker(reader: Reader, seat: Seat) -> dict[str, Any]:
    place = ranks(reader).get(seat.id)
    chances = {s.id: s.probability.value for s in reader.result.decision.seats}
    marker: dict[str, Any] = {
        "id": seat.id,
        "name": reader.said(seat.name),
        "lat": seat.lat,
        "lon": seat.lon,
        "url": reader.seat_url(seat.id),
        "recommended": seat.id == reader.result.decision.seat,
        "status": seat.status if place else "excluded",
    }
    if place:
        return marker | {"rank": place, "probability": chances[seat.id]}
    return marker | {
        "label": _("Excluded") if seat.status == "excluded" else _("Too small for a hub")
    }


def _labels(reader: Reader) -> list[dict[str, Any]]:
    largest = sorted(reader.study.municipalities, key=lambda m: -m.population)[:LABELS]
    return [{"name": m.name, "lat": m.lat, "lon": m.lon, "size": m.population} for m in largest]


def _zones(reader: Reader) -> list[dict[str, Any]]:
    """The demand points of the study's own proxy: municipalities, a city by its zones."""
    study = reader.study
    size = {m.istat_code: m.population_15_64 for m in study.municipalities}
    divided = {zone.istat_code for zone in study.zones}
    stops = {
        code: sum(z.stops for z in study.zones if z.istat_code == code) or 1 for code in divided
    }
    cells = [
        (z.lat, z.lon, size.get(z.istat_code, 0) * z.stops / stops[z.istat_code])
        for z in study.zones
    ]
    towns = [
        (m.lat, m.lon, m.population_15_64)
        for m in study.municipalities
        if m.istat_code not in divided
    ]
    return [
        {"lat": lat, "lon": lon, "weight": round(weight)} for lat, lon, weight in [*towns, *cells]
    ]


def _table(reader: Reader) -> Table:
    columns = [
        text_column(_("Seat")),
        number_column(_("Probability")),
        number_column(_("Demand within 20 minutes")),
        number_column(_("30 minutes")),
        number_column(_("45 minutes")),
        number_column(_("Stops nearby")),
        number_column(_("Floor area"), "m²"),
        number_column(_("Against the need")),
        number_column(_("Programme fits")),
        number_column(_("Opening"), _("months")),
    ]
    order = ranks(reader)
    found = sorted(reader.result.seats, key=lambda s: order.get(s.id, len(order) + 1))
    return Table(
        _("Candidate seats, the best first"), columns, [_row(reader, seat) for seat in found]
    )


def _row(reader: Reader, seat: SeatResult) -> Row:
    chances = {s.id: s.probability for s in reader.result.decision.seats}
    chance, months = chances.get(seat.id), opening_months(reader, seat.id)
    best = seat.id == reader.result.decision.seat
    return row(
        [
            cell(
                reader.seat(seat.id),
                url=reader.seat_url(seat.id),
                note=_("Recommended")
                if best
                else ""
                if seat.holds_hub
                else _("Too small for a hub"),
            ),
            cell(reader.probability(chance), value=chance.value) if chance else cell("–", value=-1),
            cell(reader.percent(seat.within_20), value=seat.within_20),
            cell(reader.percent(seat.within_30), value=seat.within_30),
            cell(reader.percent(seat.within_45), value=seat.within_45),
            cell(reader.number(seat.stops, 1), value=seat.stops),
            cell(
                reader.number(seat.capacity),
                url=reader.figure_url(f"seats.{seat.id}.capacity"),
                value=seat.capacity,
            ),
            cell(
                reader.percent(seat.capacity / seat.required_area),
                value=seat.capacity / seat.required_area,
            ),
            cell(reader.percent(seat.holds_probability.value), value=seat.holds_probability.value),
            cell(reader.number(months), value=months) if months is not None else "–",
        ],
        emphasis=best,
    )


def _excluded(reader: Reader) -> Table:
    columns = [text_column(_("Seat")), text_column(_("Why it is out"))]
    rows = [
        row(
            [
                cell(reader.said(seat.name), url=reader.seat_url(seat.id)),
                reader.said(seat.exclusion),
            ]
        )
        for seat in reader.study.seats
        if seat.exclusion is not None
    ]
    return Table(_("Excluded before the comparison"), columns, rows)


def _proxies(reader: Reader) -> Table:
    columns = [
        text_column(_("Demand placed otherwise")),
        text_column(_("Best seat")),
        number_column(_("Its probability")),
    ]
    rows = [
        row(
            [
                reader.said(variant.name),
                cell(reader.seat(variant.seat), url=reader.seat_url(variant.seat)),
                reader.probability(variant.probability),
            ],
            emphasis=variant.changes_seat,
        )
        for variant in reader.result.decision.variants
        if variant.kind == "proxy"
    ]
    return Table(_("If demand were placed otherwise"), columns, rows)


def _datasets(reader: Reader) -> list[dict[str, str]]:
    return [
        {
            "name": reader.said(dataset.name),
            "note": reader.said(dataset.note),
            "kind": dataset.kind,
            "confidence": dataset.confidence,
            "source": reader.sources[dataset.source].title,
            "url": reader.source_url(dataset.source),
        }
        for dataset in reader.study.datasets
    ]
