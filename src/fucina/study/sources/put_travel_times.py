"""Travel times into ``travel_times.csv``: from a table, or from a router for all demand points and candidate seats."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fucina.documents.text import Text
from fucina.study.schema import Study, TravelTime
from fucina.study.schema.figure import Confidence, Kind
from fucina.study.sources.change import Change, csv_text, line_ending
from fucina.study.sources.evidence import Column, Done, Evidence, cite, describe
from fucina.study.sources.fault import refuse
from fucina.study.sources.matrix import DAY, Pair, Reading, read_matrix
from fucina.study.sources.router import Mode, Router, candidate_seats, demand_points

FILE = "travel_times.csv"
NAME = Text("Tempi di viaggio verso le sedi", "Travel times to the seats")


@dataclass(frozen=True)
class Standing:
    """What kind of figure the times are, and how far they can be trusted."""

    kind: Kind = "derived"
    confidence: Confidence = "medium"
    owner: str | None = None
    keep_others: bool = False
    """Pairs that are not imported keep the time they have."""


def put_matrix(
    folder: Path, path: Path, reading: Reading, evidence: Evidence, standing: Standing
) -> Done:
    """Imports a table of times. Raises StudyError with every problem, and then writes nothing."""
    change = Change(folder)
    found = read_matrix(path, change.study, reading)
    note = Text(f"Dal file {path.name}.", f"From the file {path.name}.")
    return _put(change, found.minutes, evidence, standing, note)


def put_routed(
    folder: Path,
    router: Router,
    evidence: Evidence,
    standing: Standing,
    mode: Mode = "car",
    when: dt.datetime | None = None,
) -> Done:
    """Asks a router for every pair. Raises StudyError with every problem, and then writes nothing."""
    change = Change(folder)
    origins, seats = demand_points(change.study), candidate_seats(change.study)
    times = router.minutes(origins, seats, mode, when)
    if np.isnan(times.minutes).all():
        refuse("all_unreachable", router.name)
    found = {
        (origin.id, seat.id): _within_a_day(float(times.minutes[i, j]))
        for i, origin in enumerate(origins)
        for j, seat in enumerate(seats)
    }
    below, above = round(100 * (times.margin.below - 1)), round(100 * (times.margin.above - 1))
    hour = f", {when:%Y-%m-%d %H:%M}" if when else ""
    note = Text(
        f"Calcolati con {router.name} ({mode}{hour}). Errore dichiarato da {below:+d} % a {above:+d} %: "
        f"{times.margin.basis.it}.",
        f"Computed with {router.name} ({mode}{hour}). Declared error from {below:+d} % to {above:+d} %: "
        f"{times.margin.basis.en}.",
    )
    return _put(change, found, evidence, standing, note)


def _within_a_day(minutes: float) -> float:
    return DAY if np.isnan(minutes) else min(round(minutes, 2), DAY)


def _put(
    change: Change,
    found: Mapping[Pair, float],
    evidence: Evidence,
    standing: Standing,
    note: Text,
) -> Done:
    study = change.study
    before = {(time.origin, time.seat): time.minutes for time in study.travel_times}
    times = {**before, **found} if standing.keep_others else dict(found)
    source = cite(change, evidence)
    unreachable = sum(minutes >= DAY for minutes in found.values())
    if unreachable:
        note = Text(
            f"{note.it} Coppie senza percorso, scritte come un giorno ({DAY:g} min): {unreachable}.",
            f"{note.en} Pairs without a way, written as a day ({DAY:g} min): {unreachable}.",
        )
    column = Column(
        "travel-times", NAME, "travel_times.csv", "minutes", "min", standing.kind, standing.confidence, note
    )  # fmt: skip
    describe(change, column, source, standing.owner)
    change.put(FILE, _text(study, times, change.text(FILE)))
    return Done(change.commit(), _summary(study, times, len(found), unreachable))


def _text(study: Study, times: Mapping[Pair, float], before: str) -> str:
    """The pairs in the study’s order: an import of the same times writes the same file."""
    origins = {place.id: i for i, place in enumerate(demand_points(study))}
    seats = {seat.id: i for i, seat in enumerate(study.seats)}
    ordered = sorted(times.items(), key=lambda item: (origins[item[0][0]], seats[item[0][1]]))
    rows = [
        {"origin": origin, "seat": seat, "minutes": f"{minutes:.10g}"}
        for (origin, seat), minutes in ordered
    ]
    return csv_text(list(TravelTime.model_fields), rows, line_ending(before))


def _summary(study: Study, times: Mapping[Pair, float], found: int, unreachable: int) -> Text:
    wanted = {(o.id, s.id) for o in demand_points(study) for s in candidate_seats(study)}
    left = len(wanted - set(times))
    return Text(
        f"{found} tempi, di cui {unreachable} senza percorso; {left} coppie restano stimate in linea d’aria.",
        f"{found} times, {unreachable} of them without a way; {left} pairs stay estimated from the straight line.",
    )
