"""What institutions say of their weights, from a spreadsheet: institutions in rows, criteria in columns.

Three ways of saying it, one for the whole sheet:

* ``points``: shared out over all criteria, 0 included; the weight is their share, give or take a margin, and
  of two criteria whose margins overlap neither is said to weigh more;
* ``ranks``: 1 is the most important, equal numbers are not compared, an empty cell leaves the criterion free;
* ``ranges``: the least and the most of a weight, in one cell (10-30) or in two columns (``access min``,
  ``access max``), as shares or in per cent.

A row without any answer leaves the institution’s statement as it is.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from fucina.methods.decision import WeightSet, sample_weights
from fucina.methods.errors import MethodError
from fucina.study.schema import Criterion, Stakeholder, Study
from fucina.study.sources.fault import Faults, refuse, some
from fucina.study.sources.number import Ambiguous, Decimal, number
from fucina.study.sources.table import Line, Table, read_table

Way = Literal["points", "ranks", "ranges"]
INSTITUTION = (
    "institution",
    "ente",
    "istituzione",
    "stakeholder",
    "portatore",
    "id",
    "name",
    "nome",
)
STATED_BY = ("stated_by", "stated by", "dichiarato da", "dichiarante", "who", "chi")
DAY = ("date", "data", "stated_on", "when", "quando")
NOTE = ("note", "nota")
LOW = ("low", "min", "minimo", "least", "da")
HIGH = ("high", "max", "massimo", "most", "a")
RANGE = re.compile(r"\s*([\d.,]+)\s*(%?)\s*(?:-|–|—|\.\.\.?|…|÷)\s*([\d.,]+)\s*(%?)\s*")
DIGITS = 6
TRIED = 1000
"""Sets of weights drawn to see whether a statement leaves room for any."""


@dataclass(frozen=True)
class Asked:
    """How the sheet is to be read."""

    way: Way
    margin: float = 0.05
    """Give or take so much of the whole, where points are given."""
    decimal: Decimal = "auto"
    sheet: str | None = None


@dataclass(frozen=True)
class Statement:
    """What one institution says, as a study holds it, and who said it when."""

    stakeholder: str
    row: int
    order: list[list[str]] = field(default_factory=list)
    least: dict[str, float] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    stated_by: str = ""
    day: dt.date | None = None
    note: str = ""


@dataclass(frozen=True)
class _Columns:
    institution: int
    stated_by: int | None
    day: int | None
    note: int | None
    values: Mapping[str, tuple[int, ...]]
    """Of each criterion its column, or those of its least and its most."""


def read_weights(path: Path, study: Study, asked: Asked) -> list[Statement]:
    """Reads a sheet of weights. Raises ImportRefused with every fault of its cells."""
    table = read_table(path, asked.sheet)
    faults = Faults(table.file)
    columns = _columns(table, faults, study.criteria, asked)
    faults.stop()
    say: Callable[[_Row], Statement] = {"points": _points, "ranks": _ranks, "ranges": _ranges}[
        asked.way
    ]
    found: list[Statement] = []
    seen: dict[str, int] = {}
    for line in table.rows():
        name = line.cells[columns.institution].strip()
        stakeholder = _institution(name, study.stakeholders)
        if stakeholder is None:
            known = ", ".join(s.id for s in study.stakeholders)
            faults.add(
                "unknown_institution", line.number, table.columns[columns.institution], name, known
            )
            continue
        if stakeholder in seen:
            faults.add(
                "twice",
                line.number,
                table.columns[columns.institution],
                name,
                first=seen[stakeholder],
            )
            continue
        seen[stakeholder] = line.number
        row = _Row(table, line, columns, asked, faults, stakeholder, len(study.criteria))
        if row.answered:
            found.append(say(row))
    faults.stop()
    if not found:
        refuse("empty", table.file)
    for one in found:
        if not _can_be_drawn(one, [c.id for c in study.criteria]):
            faults.add("too_tight", one.row, one.stakeholder)
    faults.stop()
    return found


def _can_be_drawn(one: Statement, criteria: Sequence[str]) -> bool:
    """Whether the study can draw weights that respect the statement, as it will when it is computed."""
    lower, upper = (
        tuple(bound.get(c, end) for c in criteria)
        for bound, end in ((one.least, 0.0), (one.most, 1.0))
    )
    order = tuple(tuple(criteria.index(c) for c in group) for group in one.order)
    try:
        sample_weights(
            WeightSet(len(criteria), order or None, lower, upper), 0, one.stakeholder, TRIED
        )
    except MethodError:
        return False
    return True


def _institution(name: str, stakeholders: Sequence[Stakeholder]) -> str | None:
    """By its id or by its name in either language, whatever the case."""
    wanted = " ".join(name.split()).casefold()
    for one in stakeholders:
        if wanted in {one.id, one.name.it.casefold(), one.name.en.casefold()}:
            return one.id
    return None


def _columns(table: Table, faults: Faults, criteria: Sequence[Criterion], asked: Asked) -> _Columns:
    institution = table.need(faults, *INSTITUTION)
    stated_by, day, note = table.place(*STATED_BY), table.place(*DAY), table.place(*NOTE)
    names = {n.casefold(): c.id for c in criteria for n in (c.id, c.name.it, c.name.en)}
    values: dict[str, dict[str, int]] = {}
    for place, column in enumerate(table.columns):
        if place in (institution, stated_by, day, note) or not column:
            continue
        criterion, end = _criterion(column, names, asked.way)
        if criterion is None:
            allowed = ", ".join(c.id for c in criteria)
            faults.add("column_unknown", table.header.number, column, "", allowed)
        elif end in values.setdefault(criterion, {}) or (
            values[criterion] and "" in {end, *values[criterion]}
        ):
            faults.add("column_twice", table.header.number, column)
        else:
            values[criterion][end] = place
    for criterion, ends in values.items():
        if len(ends) == 1 and "" not in ends:
            faults.add("range_half", table.header.number, criterion)
    for one in criteria if asked.way == "points" else ():
        if one.id not in values:
            faults.add("column_missing", table.header.number, one.id, some(table.columns))
    if not values:
        allowed = ", ".join(c.id for c in criteria)
        faults.add("column_missing", table.header.number, "", some(table.columns), allowed)
    order = {"": 0, "low": 0, "high": 1}
    places = {
        c: tuple(ends[e] for e in sorted(ends, key=order.__getitem__)) for c, ends in values.items()
    }
    return _Columns(institution, stated_by, day, note, places)


def _criterion(column: str, names: Mapping[str, str], way: Way) -> tuple[str | None, str]:
    """The criterion that a column is of, and which end of its range, where it is one."""
    lower = " ".join(column.split()).casefold()
    if lower in names:
        return names[lower], ""
    if way == "ranges":
        name, _, end = lower.replace("_", " ").rpartition(" ")
        spaced = {key.replace("_", " "): value for key, value in names.items()}
        if name in spaced and end in (*LOW, *HIGH):
            return spaced[name], "low" if end in LOW else "high"
    return None, ""


@dataclass(frozen=True)
class _Row:
    """One institution’s row, read cell by cell."""

    table: Table
    line: Line
    columns: _Columns
    asked: Asked
    faults: Faults
    stakeholder: str
    criteria: int
    """How many the study has: only where all are bounded can the bounds leave too little."""

    @property
    def answered(self) -> bool:
        return any(
            self.line.cells[i].strip() for places in self.columns.values.values() for i in places
        )

    def text(self, place: int | None) -> str:
        return self.line.cells[place].strip() if place is not None else ""

    def fault(self, code: str, place: int, allowed: str = "") -> None:
        self.faults.add(
            code, self.line.number, self.table.columns[place], self.text(place), allowed
        )

    def whole(self, code: str, total: str = "") -> None:
        """A fault of the row as a whole."""
        self.faults.add(code, self.line.number, self.stakeholder, total=total)

    def number(self, place: int, text: str | None = None) -> float:
        said = self.text(place) if text is None else text
        try:
            found = number(said, self.asked.decimal, point_sure=self.table.point_sure)
        except Ambiguous:
            self.fault("ambiguous", place)
        except ValueError:
            self.fault("number", place, "10; 2.5; 2,5")
        else:
            if found >= 0:
                return found
            self.fault("negative", place, "≥ 0")
        return math.nan

    def statement(
        self,
        order: list[list[str]] | None = None,
        least: dict[str, float] | None = None,
        most: dict[str, float] | None = None,
    ) -> Statement:
        return Statement(
            self.stakeholder,
            self.line.number,
            order or [],
            least or {},
            most or {},
            self.text(self.columns.stated_by),
            self._day(),
            self.text(self.columns.note),
        )

    def _day(self) -> dt.date | None:
        text = self.text(self.columns.day)
        if not text or self.columns.day is None:
            return None
        italian = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
        try:
            if italian:
                day, month, year = map(int, italian.groups())
                return dt.date(year, month, day)
            return dt.date.fromisoformat(text)
        except ValueError:
            self.fault("date", self.columns.day)
            return None


def _points(row: _Row) -> Statement:
    places = {criterion: at for criterion, (at, *_) in row.columns.values.items()}
    empty = [at for at in places.values() if not row.text(at)]
    for at in empty:
        row.fault("all_or_nothing", at)
    points = {criterion: row.number(at) for criterion, at in places.items() if at not in empty}
    total = math.fsum(points.values())
    if empty or math.isnan(total):
        return row.statement()
    if total <= 0:
        row.whole("no_points")
        return row.statement()
    shares = {criterion: value / total for criterion, value in points.items()}
    margin = row.asked.margin
    return row.statement(
        [],
        {c: round(share - margin, DIGITS) for c, share in shares.items() if share > margin},
        {c: round(share + margin, DIGITS) for c, share in shares.items() if share + margin < 1},
    )


def _ranks(row: _Row) -> Statement:
    ranks: dict[str, float] = {}
    for criterion, (at, *_) in row.columns.values.items():
        if not row.text(at):
            continue
        rank = row.number(at)
        if not math.isnan(rank) and (rank < 1 or not rank.is_integer()):
            row.fault("whole", at)
        ranks[criterion] = rank
    levels = sorted(set(ranks.values()))
    return row.statement([[c for c, rank in ranks.items() if rank == level] for level in levels])


def _ranges(row: _Row) -> Statement:
    said = {
        c: found for c, at in row.columns.values.items() if (found := _range(row, at)) is not None
    }
    if any(math.isnan(end) for low, high, _ in said.values() for end in (low, high)):
        return row.statement()
    percent = {per for low, high, per in said.values() if per is not None}
    if len(percent) > 1:
        row.whole("range_mixed")
        return row.statement()
    scale = 100.0 if True in percent else 1.0
    least = {c: round(low / scale, DIGITS) for c, (low, _, _) in said.items() if low > 0}
    most = {c: round(high / scale, DIGITS) for c, (_, high, _) in said.items() if high < scale}
    _check_bounds(row, said, scale, least, most)
    return row.statement([], least, most)


def _range(row: _Row, at: tuple[int, ...]) -> tuple[float, float, bool | None] | None:
    """Least, most, and whether they are in per cent: unknown where both are 0 or 1."""
    texts = [row.text(place) for place in at]
    if not any(texts):
        return None
    if len(at) == 1:
        match = RANGE.fullmatch(texts[0])
        if match is None:
            row.fault("range", at[0])
            return None
        texts, marked = [match[1], match[3]], bool(match[2] or match[4])
    else:
        if not all(texts):
            row.fault("range_half", at[0] if not texts[0] else at[1])
            return None
        marked = any("%" in text for text in texts)
        texts = [text.rstrip("% ") for text in texts]
    low, high = (row.number(place, text) for place, text in zip((at * 2)[:2], texts, strict=True))
    if low > high:
        row.fault("range_order", at[0])
    if marked or high > 1:
        return low, high, True
    return low, high, None if {low, high} <= {0.0, 1.0} else False


def _check_bounds(
    row: _Row,
    said: Mapping[str, tuple[float, float, bool | None]],
    scale: float,
    least: Mapping[str, float],
    most: Mapping[str, float],
) -> None:
    """Some weights must respect all bounds together."""
    for criterion, (_, high, _) in said.items():
        if high > scale:
            row.fault("over_one", row.columns.values[criterion][-1], "0 … 100 %")
    lowest = math.fsum(least.values())
    if lowest > 1 + 1e-9:
        row.whole("least_sum", total=f"{100 * lowest:g}")
    highest = math.fsum(most.get(c, 1.0) for c in said)
    if len(said) == row.criteria and highest < 1 - 1e-9:
        row.whole("most_sum", total=f"{100 * highest:g}")
