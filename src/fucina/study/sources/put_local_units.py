"""Local units and employees into ``municipalities.csv``, one figure for every municipality of the study."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from fucina.documents.text import Text
from fucina.study.sources.change import Change, csv_records, csv_text, line_ending
from fucina.study.sources.evidence import Column, Done, Evidence, cite, describe
from fucina.study.sources.local_units import (
    Choice,
    LocalUnits,
    Measure,
    merges,
    read_local_units,
)

FILE = "municipalities.csv"
NAMES: dict[Measure, Text] = {
    "local_units": Text("Unità locali manifatturiere per comune", "Manufacturing local units by municipality"),
    "employees": Text("Addetti manifatturieri per comune", "Manufacturing employees by municipality"),
}  # fmt: skip
UNITS: dict[Measure, str] = {"local_units": "unit", "employees": "person"}


def put_local_units(
    folder: Path,
    paths: Sequence[Path],
    choice: Choice,
    evidence: Evidence,
    *,
    merged: Sequence[str] = (),
    owner: str | None = None,
) -> Done:
    """Imports the register into a study. Raises StudyError with every problem, and then writes nothing."""
    change = Change(folder)
    municipalities = change.study.municipalities
    found = read_local_units(paths, municipalities, merges(merged, municipalities), choice)
    source = cite(change, evidence.over(_of_file(found, evidence.id)))
    for measure in found.figures:
        describe(change, _column(measure, found), source, owner)
    change.put(FILE, _with_columns(change.text(FILE), found))
    return Done(change.commit(), _summary(found))


def _of_file(found: LocalUnits, identity: str) -> Evidence:
    """What the file itself says of its source."""
    title = f"Registro statistico ASIA, unità locali {found.year}"
    return Evidence(
        identity,
        f"{title} ({found.dataflow})" if found.dataflow else title,
        "ISTAT",
        dt.date(int(found.year), 12, 31) if found.year.isdigit() and len(found.year) == 4 else None,
        "dataset",
        "https://esploradati.istat.it/",
    )


def _with_columns(text: str, found: LocalUnits) -> str:
    columns, rows = csv_records(text)
    columns += [name for name in found.figures if name not in columns]
    for row in rows:
        for measure, by_area in found.figures.items():
            row[measure] = _written(by_area[row["istat_code"].strip()])
    return csv_text(columns, rows, line_ending(text))


def _written(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(round(value, 3))


def _column(measure: Measure, found: LocalUnits) -> Column:
    return Column(
        id=measure.replace("_", "-"),
        name=NAMES[measure],
        file="municipalities.csv",
        column=measure,
        unit=UNITS[measure],
        kind="fact",
        confidence="medium" if found.provisional or found.zeros else "high",
        note=_note(found),
    )


def _note(found: LocalUnits) -> Text:
    codes, sizes = ", ".join(found.activities), ", ".join(found.sizes)
    it = f"ISTAT, ASIA unità locali, {found.year}; attività {codes}; classi di addetti {sizes}."
    en = f"ISTAT, ASIA local units, {found.year}; activities {codes}; size classes {sizes}."
    if found.zeros:
        names = ", ".join(found.zeros)
        it += f" Senza dato, contati zero: {names}."
        en += f" Without a figure, counted as zero: {names}."
    if found.provisional:
        it += f" Valori stimati o provvisori: {found.provisional}."
        en += f" Estimated or provisional values: {found.provisional}."
    return Text(it, en)


def _summary(found: LocalUnits) -> Text:
    totals = {name: f"{sum(by_area.values()):.0f}" for name, by_area in found.figures.items()}
    n = len(next(iter(found.figures.values())))
    said = ", ".join(f"{name} {total}" for name, total in totals.items())
    zeros = len(found.zeros)
    return Text(
        f"{n} comuni, anno {found.year}: {said}; contati zero per mancanza di dato: {zeros}.",
        f"{n} municipalities, year {found.year}: {said}; counted as zero for want of a figure: {zeros}.",
    )
