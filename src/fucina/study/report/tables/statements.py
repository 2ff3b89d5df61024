"""The statements of the proposed combination: every year for files, some years side by side for readers."""

from collections.abc import Mapping, Sequence

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.tables.columns import Row
from fucina.study.report.words import BALANCE, CASH, INCOME, MONTHLY
from fucina.study.result import Result
from fucina.study.result import Row as Line

YEAR = Text("Anno", "Year")
FIRST, EVERY = 9, 5
"""A reader sees the first years one by one, then every so many, and the last."""


def income(result: Result) -> Table:
    title = Text("Conto economico (medie)", "Income statement (means)")
    return _yearly("income", title, result, result.finance.income, INCOME)


def cash_statement(result: Result) -> Table:
    title = Text("Rendiconto di cassa (medie)", "Cash flow statement (means)")
    return _yearly("cash_statement", title, result, result.finance.cash, CASH)


def balance(result: Result) -> Table:
    title = Text("Stato patrimoniale a fine anno (medie)", "Balance sheet at year’s end (means)")
    return _yearly("balance", title, result, result.finance.balance, BALANCE)


def monthly(result: Result) -> Table:
    finance = result.finance
    title = Text(
        "La cassa mese per mese attorno all’apertura (medie)",
        "Cash month by month around the opening (means)",
    )
    rows: list[Row] = [
        {"month": month} | {line.name: line.mean[i] for line in finance.monthly}
        for i, month in enumerate(finance.months)
    ]
    month = Column("month", Text("Mese dall’apertura", "Month from the opening"), "number")
    columns = [Column(x.name, MONTHLY[x.name], "money", 0, "EUR") for x in finance.monthly]
    return Table("monthly", title, [month, *columns], rows)


def _yearly(
    name: str, title: Text, result: Result, lines: Sequence[Line], words: Mapping[str, Text]
) -> Table:
    rows: list[Row] = [
        {"year": str(year)} | {line.name: line.mean[t] for line in lines}
        for t, year in enumerate(result.finance.years)
    ]
    columns = [Column(x.name, words[x.name], "millions", 1, "EUR") for x in lines]
    return Table(name, title, [Column("year", YEAR), *columns], rows)


def side_by_side(table: Table) -> Table:
    """A yearly statement as accountants lay it out: items down, years across."""
    first, *items = table.columns
    shown = _shown(len(table.rows))
    years = [str(table.rows[t][first.key]) for t in shown]
    columns = [
        Column("item", Text("Voce, M€", "Item, €M")),
        *(Column(f"y{year}", Text(year, year), "number", 1) for year in years),
    ]
    rows: list[Row] = []
    for item in items:
        row: Row = {"item": item.label}
        for year, t in zip(years, shown, strict=True):
            value = table.rows[t][item.key]
            row[f"y{year}"] = float(value) / 1e6 if isinstance(value, float) else None
        rows.append(row)
    return Table(table.name, table.title, columns, rows)


def _shown(count: int) -> list[int]:
    """Which periods a reader sees."""
    found = [*range(min(FIRST, count)), *range(FIRST + EVERY - 1, count, EVERY)]
    return found if not found or found[-1] == count - 1 else [*found, count - 1]
