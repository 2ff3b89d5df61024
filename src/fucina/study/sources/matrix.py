"""A table of travel times as others make it: long (origin, seat, time) or wide (an origin a row, a seat a column).

The unit must be said, by the column or by ``--unit``. A way that does not exist is said in a word and becomes a day,
the longest time a study holds; an empty cell says nothing, and is not guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from fucina.methods.location import distance_matrix_km
from fucina.study.schema import Study
from fucina.study.sources.fault import Faults, refuse, some
from fucina.study.sources.number import Ambiguous, Decimal, number
from fucina.study.sources.table import Line, Table, read_table

Unit = Literal["minutes", "seconds", "hours"]
Empty = Literal["refuse", "estimate", "unreachable"]
Pair = tuple[str, str]
MINUTES: Mapping[Unit, float] = {"minutes": 1.0, "seconds": 1 / 60, "hours": 60.0}
DAY = 1440.0
"""Minutes: the longest time that a study holds, and what stands for “there is no way”."""
ORIGIN = ("origin", "origine", "from", "from_id", "istat_code", "comune", "zone", "zona", "da")
SEAT = ("seat", "sede", "destination", "destinazione", "to", "to_id", "a")
TIME: Mapping[Unit, tuple[str, ...]] = {
    "minutes": ("minutes", "minuti", "min", "travel_time_min", "time_min"),
    "seconds": ("seconds", "secondi", "sec", "s", "travel_time_s", "duration_s"),
    "hours": ("hours", "ore", "h"),
}
UNNAMED = ("time", "tempo", "travel_time", "duration", "durata")
UNREACHABLE = frozenset(
    {"unreachable", "non raggiungibile", "irraggiungibile", "inf", "infinity", "∞", "null", "none", "no route", "x"}
)  # fmt: skip
SLOWEST, FASTEST = 2.0, 200.0
"""Plausible median speeds as the crow flies (km/h), on foot to motorway; outside, the unit is wrong."""


@dataclass(frozen=True)
class Matrix:
    """Minutes by (origin, seat); and how many pairs there is no way for."""

    minutes: Mapping[Pair, float]
    unreachable: int
    left_out: int


@dataclass(frozen=True)
class Reading:
    unit: Unit | None = None
    decimal: Decimal = "auto"
    empty: Empty = "refuse"
    sheet: str | None = None


def read_matrix(path: Path, study: Study, reading: Reading) -> Matrix:
    """Reads a matrix for a study. Raises ImportRefused with every fault of its cells, then of the whole."""
    table = read_table(path, reading.sheet)
    faults = Faults(table.file)
    origins = {m.istat_code for m in study.municipalities} | {z.id for z in study.zones}
    seats = {seat.id for seat in study.seats}
    found: dict[Pair, float] = {}
    first: dict[Pair, int] = {}
    unreachable = left_out = 0
    for cell in _cells(table, faults, reading, seats):
        origin = cell.origin.zfill(6) if cell.origin.isdigit() else cell.origin
        pair = (origin, cell.seat)
        if origin not in origins:
            faults.add("unknown_origin", cell.row, "origin", cell.origin, some(sorted(origins)))
        elif cell.seat not in seats:
            faults.add("unknown_seat", cell.row, "seat", cell.seat, ", ".join(sorted(seats)))
        elif pair in first:
            faults.add("twice", cell.row, cell.column, " – ".join(pair), first=first[pair])
        else:
            first[pair] = cell.row
            minutes = _minutes(table, cell, reading, faults)
            if minutes is None:
                left_out += 1
            else:
                found[pair] = minutes
                unreachable += minutes == DAY
    faults.stop()
    _refuse_wrong_unit(table.file, study, found)
    return Matrix(found, unreachable, left_out)


@dataclass(frozen=True)
class _Cell:
    row: int
    column: str
    origin: str
    seat: str
    text: str
    unit: Unit


def _cells(table: Table, faults: Faults, reading: Reading, seats: set[str]) -> Iterator[_Cell]:
    origin = table.need(faults, *ORIGIN)
    faults.stop()
    seat = table.place(*SEAT)
    if seat is None:
        yield from _wide(table, faults, reading, seats, origin)
        return
    time, unit = _time(table, reading)
    for line in table.rows():
        yield _Cell(
            line.number,
            table.columns[time],
            line.cells[origin].strip(),
            line.cells[seat].strip(),
            line.cells[time].strip(),
            unit,
        )


def _wide(
    table: Table, faults: Faults, reading: Reading, seats: set[str], origin: int
) -> Iterator[_Cell]:
    columns = [i for i, name in enumerate(table.columns) if i != origin and name]
    for place in columns:
        if table.columns[place] not in seats:
            allowed = ", ".join(sorted(seats))
            faults.add("unknown_seat", table.header.number, "", table.columns[place], allowed)
    faults.stop()
    if not columns:
        refuse(
            "column_missing",
            table.file,
            table.header.number,
            "seat",
            some(table.columns),
            some(sorted(seats)),
        )
    unit = reading.unit
    if unit is None:
        refuse("unit_needed", table.file, table.header.number, "--unit", "", ", ".join(MINUTES))
    for line in table.rows():
        for place in columns:
            yield _wide_cell(table, line, origin, place, unit)


def _wide_cell(table: Table, line: Line, origin: int, place: int, unit: Unit) -> _Cell:
    name = table.columns[place]
    return _Cell(
        line.number, name, line.cells[origin].strip(), name, line.cells[place].strip(), unit
    )


def _time(table: Table, reading: Reading) -> tuple[int, Unit]:
    """The column of times and its unit: as the column says, or as was said."""
    for unit, names in TIME.items():
        place = table.place(*names)
        if place is not None:
            if reading.unit not in (None, unit):
                said = f"{table.columns[place]}, --unit {reading.unit}"
                refuse("unit_twice", table.file, table.header.number, table.columns[place], said)
            return place, unit
    place = table.place(*UNNAMED)
    if place is None:
        allowed = ", ".join(names[0] for names in TIME.values())
        refuse(
            "column_missing",
            table.file,
            table.header.number,
            "minutes",
            some(table.columns),
            allowed,
        )
    if reading.unit is None:
        refuse(
            "unit_needed",
            table.file,
            table.header.number,
            table.columns[place],
            "",
            ", ".join(MINUTES),
        )
    return place, reading.unit


def _minutes(table: Table, cell: _Cell, reading: Reading, faults: Faults) -> float | None:
    """Minutes, a day where there is no way; nothing where the cell is empty and that means “estimate”."""
    if cell.text.casefold() in UNREACHABLE:
        return DAY
    if not cell.text:
        if reading.empty == "refuse":
            faults.add("empty_pair", cell.row, cell.column, f"{cell.origin} – {cell.seat}")
        return DAY if reading.empty == "unreachable" else None
    try:
        minutes = (
            number(cell.text, reading.decimal, point_sure=table.point_sure) * MINUTES[cell.unit]
        )
    except Ambiguous:
        faults.add("ambiguous", cell.row, cell.column, cell.text)
    except ValueError:
        faults.add("number", cell.row, cell.column, cell.text, "12.5; 12,5; unreachable")
    else:
        if 0 <= minutes < DAY:
            return round(minutes, 3)
        faults.add(
            "negative" if minutes < 0 else "day",
            cell.row,
            cell.column,
            cell.text,
            f"0 … {DAY:g} min",
        )
    return None


def _refuse_wrong_unit(file: str, study: Study, found: Mapping[Pair, float]) -> None:
    """Seconds read as minutes make everyone walk; minutes read as seconds let them fly."""
    places = {m.istat_code: (m.lat, m.lon) for m in study.municipalities}
    places |= {z.id: (z.lat, z.lon) for z in study.zones}
    seats = {seat.id: (seat.lat, seat.lon) for seat in study.seats}
    pairs = [(pair, minutes) for pair, minutes in found.items() if minutes < DAY]
    if not pairs:
        refuse("all_unreachable", file)
    km = np.array(
        [distance_matrix_km([places[o]], [seats[s]])[0, 0] for (o, s), _ in pairs[:: max(1, len(pairs) // 500)]]
    )  # fmt: skip
    hours = np.array([minutes / 60 for _, minutes in pairs[:: max(1, len(pairs) // 500)]])
    far = km > 1
    if not far.any():
        return
    speed = float(np.median(km[far] / np.maximum(hours[far], 1e-6)))
    if not SLOWEST <= speed <= FASTEST:
        refuse("too_slow", file, allowed=f"{SLOWEST:g} … {FASTEST:g} km/h", speed=f"{speed:.3g}")
