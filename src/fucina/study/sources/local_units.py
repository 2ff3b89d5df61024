"""ISTAT’s register of local units (ASIA-UL) by municipality: how many manufacture there, and with how many people.

The dataflows 183_285_DF_DICA_ASIAULP_7 and 183_1163_DF_DICA_ASIAULP_TERRIFDATA_7 have, for each municipality
(six digits), measure (LU local units, LUEMPDAA persons employed), economic activity, size class and year, one
value. Areas with other codes (NUTS) are wholes of municipalities, and are passed over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from fucina.study.schema import Municipality
from fucina.study.sources import sdmx
from fucina.study.sources.fault import Faults, refuse, some
from fucina.study.sources.number import Decimal
from fucina.study.sources.sdmx import Observation
from fucina.study.sources.table import read_table

Measure = Literal["local_units", "employees"]
MEASURES: Mapping[str, Measure] = {
    "LU": "local_units",
    "LUEMPDAA": "employees",
    "ADD": "employees",
    "UL": "local_units",
}
MANUFACTURING = "C"
DIVISIONS = frozenset(str(n) for n in range(10, 34))
"""The divisions of which manufacturing (section C of NACE Rev. 2) consists."""
ALL_SIZES = ("TOTAL", "TOT", "T", "_T", "ALL")
CLASSES = ("W0_9", "W10_49", "W50_249", "W_GE250")
"""The size classes that together are all local units."""
OPTIONS = ("--year", "--activity", "--size", "DATA_TYPE")
"""What is chosen of a file: by an option of the command, or by what the register measures."""
MERGE = re.compile(r"(\d{6})=(\d{6})")
NUTS = re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}|ITALIA|\d{1,2}|IT\w{1,6}")


@dataclass(frozen=True)
class Choice:
    """Which rows count: of which activities, size classes and year; and what a gap means."""

    activities: tuple[str, ...] = (MANUFACTURING,)
    sizes: tuple[str, ...] = ()
    year: str | None = None
    missing_as_zero: bool = False
    decimal: Decimal = "auto"


@dataclass(frozen=True)
class LocalUnits:
    """What was found: a figure per measure and municipality, and how."""

    year: str
    figures: Mapping[Measure, Mapping[str, float]]
    activities: tuple[str, ...]
    sizes: tuple[str, ...]
    zeros: tuple[str, ...]
    """Municipalities of the study that the files have no value for, taken as zero because it was asked."""
    provisional: int
    dataflow: str


def merges(said: Sequence[str], municipalities: Sequence[Municipality]) -> dict[str, str]:
    """``001003=001318``: what the files say of the first belongs to the second."""
    known = {m.istat_code for m in municipalities}
    faults, found = Faults("--merge"), {}
    for one in said:
        match = MERGE.fullmatch(one.strip())
        if match is None:
            faults.add("merge_form", value=one, allowed="001003=001318")
        elif match[2] not in known:
            faults.add("merge_target", value=match[2], allowed=some(sorted(known)))
        else:
            found[match[1]] = match[2]
    faults.stop()
    return found


def read_local_units(
    paths: Sequence[Path],
    municipalities: Sequence[Municipality],
    merged: Mapping[str, str],
    choice: Choice,
) -> LocalUnits:
    """Reads one or several files (ISTAT answers for 35 municipalities at a time) as one table.

    Raises ImportRefused with every fault: the files and their rows first, then what they leave out.
    """
    known = {m.istat_code for m in municipalities}
    files = [_File(path, known, merged, choice) for path in paths]
    year = choice.year or max(
        (period for file in files for period in file.codes["--year"]), default=""
    )
    present = {option: {c for file in files for c in file.codes[option]} for option in OPTIONS}
    wanted = {
        "--year": {year},
        "--activity": _activities(present["--activity"], choice),
        "--size": _sizes(present["--size"], choice),
        "DATA_TYPE": set(MEASURES),
    }
    tally = _Tally(choice)
    for file in files:
        tally.add(file, wanted)
    if not tally.figures:
        _refuse_choice(files[0].table.file, wanted, present)
    spoken_of = {area for file in files for area, period in file.areas if period == year}
    zeros = tally.cover(files[0].table.file, known, spoken_of)
    return LocalUnits(
        year,
        {measure: dict(by_area) for measure, by_area in tally.figures.items()},
        tuple(sorted(wanted["--activity"])),
        tuple(sorted(wanted["--size"])),
        zeros,
        tally.provisional,
        next(filter(None, (file.dataflow for file in files)), ""),
    )


class _File:
    """One file: the rows of the study’s municipalities that may count, and which codes it has at all."""

    def __init__(
        self, path: Path, known: set[str], merged: Mapping[str, str], choice: Choice
    ) -> None:
        self.table = read_table(path)
        self.at = sdmx.layout(self.table)
        self.faults = Faults(self.table.file)
        self.known, self.merged, self.choice = known, merged, choice
        self.provinces = {code[:3] for code in known}
        self.codes: dict[str, set[str]] = {option: set() for option in OPTIONS}
        self.areas: set[tuple[str, str]] = set()
        self.rows: list[Observation] = []
        self._read()
        self.dataflow = self.table.first(self.at.dataflow)
        self.faults.stop()

    def _read(self) -> None:
        candidates = {
            *self.choice.activities,
            *(DIVISIONS if MANUFACTURING in self.choice.activities else ()),
        }
        latest = ""
        for one in sdmx.observations(self.table, self.at, self.faults, self._area):
            self.codes["--year"].add(one.period)
            self.codes["--activity"].add(one.activity)
            self.codes["--size"].add(one.size)
            self.codes["DATA_TYPE"].add(one.measure)
            self.areas.add((one.area, one.period))
            if one.period > latest and self.choice.year is None:
                latest = one.period
                self.rows.clear()  # an older year can no longer be the latest
            if one.period == (self.choice.year or latest) and one.activity in candidates:
                self.rows.append(one)

    def _area(self, code: str, row: int) -> str | None:
        """The municipality of the study that a code counts for; nothing for areas outside."""
        if code.isdigit() and 4 <= len(code) < 6:
            code = code.zfill(6)  # a spreadsheet took the code for a number
        code = self.merged.get(code, code)
        if code in self.known:
            return code
        if len(code) == 6 and code.isdigit():
            if code[:3] in self.provinces:
                self.faults.add(
                    "other_municipality", row, self.table.columns[self.at.area], code, old=code
                )
        elif not NUTS.fullmatch(code):
            self.faults.add("code", row, self.table.columns[self.at.area], code, "001272, ITC11")
        return None


class _Tally:
    """Adds up what counts, each observation once."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.figures: dict[Measure, dict[str, float]] = {}
        self.gaps: set[str] = set()
        self.provisional = 0
        self._first: dict[tuple[str, ...], Observation] = {}

    def add(self, file: _File, wanted: Mapping[str, set[str]]) -> None:
        for one in file.rows:
            if (
                one.period in wanted["--year"]
                and one.measure in wanted["DATA_TYPE"]
                and one.activity in wanted["--activity"]
                and one.size in wanted["--size"]
            ):
                self._add(file, one)
        file.faults.stop()

    def _add(self, file: _File, one: Observation) -> None:
        measure = MEASURES[one.measure]
        first = self._first.setdefault((one.stated, measure, one.activity, one.size), one)
        if first is not one:
            _say_twice(file, first, one)
            return
        found = sdmx.figure(file.table, file.at, file.faults, one, self.choice.decimal)
        if found is None:
            self.gaps.add(one.area)
            if not self.choice.missing_as_zero:
                said = f"{one.value} {one.status}".strip()
                file.faults.add("no_value", one.row, one.area, said)
        self.provisional += one.status in sdmx.PROVISIONAL
        by_area = self.figures.setdefault(measure, {})
        by_area[one.area] = by_area.get(one.area, 0.0) + (found or 0.0)

    def cover(self, file: str, known: set[str], spoken_of: set[str]) -> tuple[str, ...]:
        """Every municipality gets a figure: zero where the files speak of it without a row that counts;
        zero where they say nothing of it only if that was asked. Names those without a figure of ISTAT’s."""
        silent = sorted(known - spoken_of)
        if silent and not self.choice.missing_as_zero:
            refuse("not_covered", file, None, "REF_AREA", some(silent), n=len(silent))
        for by_area in self.figures.values():
            for code in known:
                by_area.setdefault(code, 0.0)
        return tuple(sorted({*silent, *self.gaps}))


def _say_twice(file: _File, first: Observation, one: Observation) -> None:
    """Either a row stands twice, or a further dimension of the file was not narrowed to one code."""
    for place, before, here in zip(file.at.others, first.others, one.others, strict=True):
        if before != here:
            file.faults.add("two_series", one.row, file.table.columns[place], f"{before}, {here}")
            return
    file.faults.add("twice", one.row, file.table.columns[file.at.area], one.stated, first=first.row)


def _activities(present: set[str], choice: Choice) -> set[str]:
    """As asked; manufacturing by its section where the files have it, else by its divisions: never both."""
    wanted = set(choice.activities)
    if MANUFACTURING in wanted and MANUFACTURING not in present:
        wanted = (wanted - {MANUFACTURING}) | (DIVISIONS & present)
    return wanted


def _sizes(present: set[str], choice: Choice) -> set[str]:
    """As asked; else the total where the files have it, else the classes that make it up."""
    if choice.sizes:
        return set(choice.sizes)
    total = next((size for size in ALL_SIZES if size in present), None)
    return {total} if total else set(CLASSES)


def _refuse_choice(
    file: str, wanted: Mapping[str, set[str]], present: Mapping[str, set[str]]
) -> NoReturn:
    """Names the first thing asked for that no row has; or all, where each is there but never together."""
    for option in OPTIONS:
        if not wanted[option] & present[option]:
            asked = some(sorted(wanted[option])) or MANUFACTURING
            refuse(
                "nothing_chosen",
                file,
                None,
                option,
                asked,
                some(sorted(present[option])),
                what=option,
            )
    refuse("nothing_chosen", file, what=" + ".join(OPTIONS))
