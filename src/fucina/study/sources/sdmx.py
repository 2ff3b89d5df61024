"""SDMX-CSV as ISTAT gives it (esploradati.istat.it), and the older tables of I.Stat: one observation a row.

The order of the columns is free; a code may stand with its label (``LU: number of local units``). Columns
that are no part of what is asked for are left unread, unless they take several values: then one place would
have several figures.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from fucina.study.sources.fault import Faults
from fucina.study.sources.number import Ambiguous, Decimal, number
from fucina.study.sources.table import Table

AREA = ("REF_AREA", "ITTER107", "TERRITORIO_CODE", "CL_ITTER107")
MEASURE = ("DATA_TYPE", "TIPO_DATO", "TIPO_DATO_CIS", "TIPO_DATO_ASIA", "TIPO_DATO39", "INDICATOR")
ACTIVITY = (
    "ECON_ACTIVITY_NACE_2007",
    "ATECO_2007",
    "ECON_ACTIVITY_NACE_2025",
    "ATECO_2025",
    "ATECO",
)
SIZE = ("PERS_EMPL_SIZE_CLASS", "CLLVT", "SIZE_CLASS", "CLASSE_ADDETTI")
PERIOD = ("TIME_PERIOD", "TIME", "ANNO")
VALUE = ("OBS_VALUE", "VALUE", "OSSERVAZIONE")
STATUS = ("OBS_STATUS", "FLAG CODES", "FLAG_CODES")
FREQUENCY = ("FREQ", "FREQUENCY")
ATTRIBUTES = (
    "NOTE",
    "OBS_",
    "CONF_",
    "UNIT_",
    "BREAK",
    "BASE_PER",
    "TIME_FORMAT",
    "FLAG",
    "STRUCTURE",
    "LAST_",
    "COMMENT",
)
ABSENT = frozenset({"", ":", "..", "-", "nan", "na", "n/a", "n.d."})
PROVISIONAL = frozenset({"E", "P", "F", "I", "U"})
"""Observation status: estimated, provisional, forecast, imputed, of low reliability."""


@dataclass(frozen=True)
class Layout:
    """Where in a row each dimension stands."""

    area: int
    measure: int
    activity: int
    size: int
    period: int
    value: int
    status: int | None
    frequency: int | None
    dataflow: int | None
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """One row: its codes without labels; the value as text, until it is known to be wanted.

    ``area`` is the area it counts for, ``stated`` the one it names.
    """

    row: int
    area: str
    stated: str
    measure: str
    activity: str
    size: str
    period: str
    value: str
    status: str
    others: tuple[str, ...]


def layout(table: Table) -> Layout:
    """Where the dimensions stand in this file. Raises ImportRefused with every column that is missing."""
    faults = Faults(table.file)
    area, measure, activity, size, period, value = (
        table.need(faults, *names) for names in (AREA, MEASURE, ACTIVITY, SIZE, PERIOD, VALUE)
    )
    faults.stop()
    known = [area, measure, activity, size, period, value]
    known += [i for i, column in enumerate(table.columns) if not _is_dimension(column)]
    return Layout(
        area, measure, activity, size, period, value,
        status=table.place(*STATUS),
        frequency=table.place(*FREQUENCY),
        dataflow=table.place("DATAFLOW"),
        others=tuple(i for i in range(len(table.columns)) if i not in known),
    )  # fmt: skip


def _is_dimension(column: str) -> bool:
    """Attributes and labels say more of an observation; they do not make it another one."""
    return column == column.upper() and "_" in column and not column.startswith(ATTRIBUTES)


def observations(
    table: Table, at: Layout, faults: Faults, area: Callable[[str, int], str | None]
) -> Iterator[Observation]:
    """The rows of the areas for which ``area`` (code, row) gives the code they count for."""
    counted: dict[str, str | None] = {}
    for line in table.rows():
        cells = line.cells
        written = cells[at.area]
        if written not in counted:
            counted[written] = area(code(written), line.number)
        of = counted[written]
        if of is None:
            continue
        if at.frequency is not None and code(cells[at.frequency]) not in ("A", ""):
            column = table.columns[at.frequency]
            faults.add("frequency", line.number, column, cells[at.frequency], "A")
        yield Observation(
            line.number,
            of,
            code(written),
            code(cells[at.measure]),
            code(cells[at.activity]),
            code(cells[at.size]),
            code(cells[at.period]),
            cells[at.value].strip(),
            code(cells[at.status]).upper() if at.status is not None else "",
            tuple([cells[i] for i in at.others]),
        )


@lru_cache(maxsize=100_000)
def code(cell: str) -> str:
    """``072021: Gioia del Colle`` is the code 072021. A column has few codes, and many rows each."""
    return cell.partition(":")[0].strip()


def figure(
    table: Table, at: Layout, faults: Faults, one: Observation, decimal: Decimal
) -> float | None:
    """The value of an observation; None where it is missing or confidential."""
    if one.value.casefold() in ABSENT:
        return None
    column = table.columns[at.value]
    try:
        found = number(one.value, decimal, point_sure=table.point_sure)
    except Ambiguous:
        faults.add("ambiguous", one.row, column, one.value)
    except ValueError:
        faults.add("number", one.row, column, one.value, "1234.5; 1234,5")
    else:
        if found >= 0:
            return found
        faults.add("negative", one.row, column, one.value, "≥ 0")
    return 0.0
