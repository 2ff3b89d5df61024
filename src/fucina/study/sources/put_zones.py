"""Stops of a feed into ``zones.csv``: the cells of one municipality are replaced, those of others stay."""

from pathlib import Path
from typing import Any

from fucina.documents.text import Text
from fucina.study.schema import Study, Zone
from fucina.study.sources.change import Change, csv_records, csv_text, line_ending
from fucina.study.sources.evidence import Column, Done, Evidence, cite, describe
from fucina.study.sources.fault import refuse, some
from fucina.study.sources.gtfs import Feed, read_feed
from fucina.study.sources.stops import zones_from_stops

FILE = "zones.csv"
TIMES = "travel_times.csv"


def put_zones(
    folder: Path,
    path: Path,
    istat_code: str,
    evidence: Evidence,
    *,
    cell_km: float = 1.0,
    drop_travel_times: bool = False,
    owner: str | None = None,
) -> Done:
    """Imports a feed’s stops as zones. Raises StudyError with every problem, and then writes nothing."""
    change = Change(folder)
    feed = read_feed(path)
    zones = zones_from_stops(
        feed.stops, _boundary(change.study, istat_code), istat_code, cell_km, _prefix(change.study, istat_code)
    )  # fmt: skip
    if not zones:
        refuse("no_stop_inside", path.name, None, "", istat_code)
    _release_times(change, istat_code, zones, drop=drop_travel_times)
    source = cite(change, evidence.over(_of_feed(feed, evidence.id)))
    describe(change, _column(feed, istat_code, cell_km), source, owner)
    change.put(FILE, _with_zones(change.text(FILE), istat_code, zones))
    stops = sum(zone.stops for zone in zones)
    summary = Text(
        f"{len(zones)} zone con {stops} fermate, di {len(feed.stops)} nel file.",
        f"{len(zones)} zones with {stops} stops, of {len(feed.stops)} in the file.",
    )
    return Done(change.commit(), summary)


def _boundary(study: Study, istat_code: str) -> dict[str, Any]:
    known = {m.istat_code for m in study.municipalities}
    if istat_code not in known:
        refuse("merge_target", "--municipality", None, "", istat_code, some(sorted(known)))
    for feature in study.boundaries["features"]:
        if feature["properties"]["istat_code"] == istat_code:
            geometry: dict[str, Any] = feature["geometry"]
            return geometry
    return refuse("no_boundary", "boundaries.geojson", None, "istat_code", istat_code)


def _prefix(study: Study, istat_code: str) -> str:
    """``zone``, unless another municipality’s zones bear that name."""
    taken = {zone.id.rpartition("-")[0] for zone in study.zones if zone.istat_code != istat_code}
    return f"zone-{istat_code}" if "zone" in taken else "zone"


def _release_times(change: Change, istat_code: str, zones: list[Zone], *, drop: bool) -> None:
    """Travel times start from a place: where a zone’s place changes, its times are of no use."""
    new = {zone.id: (zone.lat, zone.lon) for zone in zones}
    old = [zone for zone in change.study.zones if zone.istat_code == istat_code]
    moved = {zone.id for zone in old if new.get(zone.id) != (zone.lat, zone.lon)}
    n = sum(time.origin in moved for time in change.study.travel_times)
    if not n:
        return
    if not drop:
        refuse("times_of_zones", TIMES, n=n)
    text = change.text(TIMES)
    columns, rows = csv_records(text)
    kept = [row for row in rows if row["origin"].strip() not in moved]
    change.put(TIMES, csv_text(columns, kept, line_ending(text)))


def _with_zones(text: str, istat_code: str, zones: list[Zone]) -> str:
    columns, rows = csv_records(text)
    columns = columns or list(Zone.model_fields)
    kept: list[dict[str, Any]] = [row for row in rows if row["istat_code"].strip() != istat_code]
    kept += [zone.model_dump() for zone in zones]
    return csv_text(columns, kept, line_ending(text))


def _of_feed(feed: Feed, identity: str) -> Evidence:
    version = f" {feed.version}" if feed.version else ""
    return Evidence(
        identity,
        f"GTFS{version}, {feed.publisher}" if feed.publisher else None,
        feed.publisher or None,
        feed.start,
        "dataset",
        feed.address or None,
    )


def _column(feed: Feed, istat_code: str, cell_km: float) -> Column:
    span = " – ".join(day.isoformat() for day in (feed.start, feed.end) if day is not None)
    until = f" ({span})" if span else ""
    return Column(
        id="zones",
        name=Text(
            f"Fermate per cella di {cell_km:g} km nel comune {istat_code}",
            f"Stops by {cell_km:g} km cell in the municipality {istat_code}",
        ),
        file="zones.csv",
        column="stops",
        unit="stop",
        kind="proxy",
        confidence="low",
        note=Text(
            f"Fermate GTFS{until} del comune {istat_code}: ripartiscono la domanda, approssimazione debole. I "
            "binari di una stazione contano una volta.",
            f"GTFS stops{until} of the municipality {istat_code}: they split demand, a weak proxy. The platforms "
            "of a station count once.",
        ),
    )
