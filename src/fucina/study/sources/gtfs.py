"""The stops of a GTFS feed: a ZIP, its ``stops.txt`` alone, or a four-column table of stops.

https://gtfs.org/documentation/schedule/reference/#stopstxt. A place to board is ``location_type`` 0 or empty.
The platforms of one station (``parent_station``) are one stop, at the station: a railway station of twenty
platforms is no twenty stops. ``feed_info.txt`` says who publishes the feed, and from when to when it holds.
"""

import datetime as dt
import math
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from fucina.study.sources.fault import Faults, refuse, some
from fucina.study.sources.stops import Stop
from fucina.study.sources.table import LARGEST, MEGABYTE, Line, Table, read_delimited, read_table

PLATFORM, STATION = ("", "0"), "1"
KINDS = ("", "0", "1", "2", "3", "4")
"""Places to board, stations, entrances, nodes, boarding areas."""
GTFS = ("stop_id", "stop_name", "stop_lat", "stop_lon")
PLAIN = ("stop_id", "name", "lat", "lon")
STOPS, INFO = "stops.txt", "feed_info.txt"


@dataclass(frozen=True)
class Feed:
    """The stops in the file's order, and what the feed says of itself, where it does."""

    stops: list[Stop]
    publisher: str = ""
    address: str = ""
    version: str = ""
    start: dt.date | None = None
    end: dt.date | None = None


def read_feed(path: Path) -> Feed:
    """Reads a feed. Raises ImportRefused with every fault of its stops."""
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip" and path.is_file():
            refuse("not_zip", path.name)
        return Feed(_stops(read_table(path)))
    with zipfile.ZipFile(path) as packed:
        members = {PurePosixPath(one.filename).name: one for one in reversed(packed.infolist())}
        if STOPS not in members:
            refuse("no_member", path.name, None, STOPS, "", some(sorted(members)))
        stops = _stops(_member(path, packed, members[STOPS]))
        if INFO not in members:
            return Feed(stops)
        return _with_info(stops, _member(path, packed, members[INFO]))


def read_gtfs_stops(path: Path) -> list[Stop]:
    """The stops of a feed, in its order."""
    return read_feed(path).stops


def _member(path: Path, packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Table:
    name = f"{path.name}/{member.filename}"
    if member.file_size > LARGEST:
        size = -(-member.file_size // MEGABYTE)
        refuse("too_large", name, size=size, limit=LARGEST // MEGABYTE)

    def opened() -> IO[bytes]:
        return packed.open(member)

    try:
        return read_delimited(name, opened)
    except (RuntimeError, NotImplementedError, EOFError, OSError) as error:
        refuse("unreadable", name, reason=error)


@dataclass(frozen=True)
class _Place:
    """A row of stops.txt that may be, or may hold, a place to board."""

    row: int
    kind: str
    parent: str
    stop: Stop


def _stops(table: Table) -> list[Stop]:
    faults = Faults(table.file)
    columns = _columns(table, faults)
    places: dict[str, _Place] = {}
    for line in table.rows():
        place = _place(table, columns, line, faults)
        if place is None:
            continue
        if place.stop.id in places:
            first = places[place.stop.id].row
            faults.add("twice", line.number, columns[0], place.stop.id, first=first)
        places.setdefault(place.stop.id, place)
    boarding = _boarding(places, faults, table)
    faults.stop()
    if not boarding:
        refuse("empty", table.file)
    return boarding


def _columns(table: Table, faults: Faults) -> tuple[str, ...]:
    found = next((c for c in (GTFS, PLAIN) if all(table.place(n) is not None for n in c)), None)
    if found is None:
        for name in GTFS:
            if table.place(name) is None:
                has = some(table.columns)
                faults.add("column_missing", table.header.number, name, has, ", ".join(PLAIN))
        faults.stop()
    return found or GTFS


def _place(table: Table, columns: tuple[str, ...], line: Line, faults: Faults) -> _Place | None:
    def said(name: str) -> str:
        place = table.place(name)
        return line.cells[place].strip() if place is not None else ""

    kind, (identity, name, lat, lon) = said("location_type"), map(said, columns)
    if kind not in KINDS:
        faults.add("location_type", line.number, "location_type", kind, ", ".join(KINDS[1:]))
    if kind not in (*PLATFORM, STATION):
        return None
    if not identity:
        faults.add("missing", line.number, columns[0])
        return None
    stop = Stop(
        identity,
        name or identity,
        _degrees(lat, 90, columns[2], line, faults),
        _degrees(lon, 180, columns[3], line, faults),
    )
    return _Place(line.number, kind, said("parent_station"), stop)


def _degrees(text: str, limit: int, column: str, line: Line, faults: Faults) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not abs(value) <= limit:
        faults.add("degrees", line.number, column, text, limit=limit)
    return value


def _boarding(places: Mapping[str, _Place], faults: Faults, table: Table) -> list[Stop]:
    """Every place to board once; those of one station as the station."""
    found: dict[str, Stop] = {}
    for place in places.values():
        if place.kind == STATION:
            continue
        if place.parent and place.parent not in places:
            faults.add("parent", place.row, "parent_station", place.parent)
        stop = places[place.parent].stop if place.parent in places else place.stop
        found.setdefault(stop.id, stop)
    return list(found.values())


def _with_info(stops: list[Stop], table: Table) -> Feed:
    line = next(table.rows())
    said = {name: line.cells[i].strip() for i, name in enumerate(table.columns)}
    return Feed(
        stops,
        said.get("feed_publisher_name", ""),
        said.get("feed_publisher_url", ""),
        said.get("feed_version", ""),
        _day(said.get("feed_start_date", ""), "feed_start_date", table, line),
        _day(said.get("feed_end_date", ""), "feed_end_date", table, line),
    )


def _day(text: str, column: str, table: Table, line: Line) -> dt.date | None:
    """A GTFS date, 20251111."""
    if not text:
        return None
    try:
        if not re.fullmatch(r"\d{8}", text):
            raise ValueError(text)
        return dt.date.fromisoformat(text)
    except ValueError:
        refuse("date", table.file, line.number, column, text, "20251111")
