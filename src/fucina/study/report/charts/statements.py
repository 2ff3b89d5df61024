"""The statements drawn: income and cash by year, cash by month around the opening."""

from fucina.documents.charts import Chart, Part, stacked_columns
from fucina.documents.numbers import millions
from fucina.documents.text import Text
from fucina.study.report.charts.measures import euro
from fucina.study.report.words import BALANCE, CASH, INCOME, MONTHLY
from fucina.study.result import Result, Row

YEAR = Text("Anno", "Year")
AMOUNT = euro("amount", Text("importo medio", "mean amount"))


def _parts(rows: list[Row], words: dict[str, Text], without: tuple[str, ...]) -> list[Part]:
    return [Part(row.name, words[row.name], row.mean) for row in rows if row.name not in without]


def _one(rows: list[Row], name: str, words: dict[str, Text]) -> Part:
    row = next(row for row in rows if row.name == name)
    return Part(row.name, words[row.name], row.mean)


def income(result: Result) -> Chart:
    finance = result.finance
    line = _one(finance.income, "result", INCOME)
    profits = sum(value > 0 for value in line.values)
    return stacked_columns(
        "income",
        Text("Conto economico, anno per anno", "Income statement, year by year"),
        Text(
            f"Colonne: ricavi sopra la linea, costi sotto; il risultato medio è positivo in {profits} anni su {len(finance.years)}.",
            f"Columns: income above the line, costs below; the mean result is positive in {profits} years of {len(finance.years)}.",
        ),
        finance.years,
        _parts(finance.income, INCOME, ("result",)),
        of=YEAR,
        measure=AMOUNT,
        line=line,
    )


def cash_statement(result: Result) -> Chart:
    finance = result.finance
    line = _one(finance.cash, "cash", CASH)
    last = line.values[-1]
    return stacked_columns(
        "cash_statement",
        Text("Rendiconto di cassa, anno per anno", "Cash flow statement, year by year"),
        Text(
            f"Colonne: entrate sopra la linea, uscite sotto; la cassa media a fine periodo è {millions(last, 'it')}.",
            f"Columns: receipts above the line, payments below; mean cash at the end is {millions(last, 'en')}.",
        ),
        finance.years,
        _parts(finance.cash, CASH, ("net", "cash")),
        of=YEAR,
        measure=AMOUNT,
        line=line,
    )


def balance(result: Result) -> Chart:
    finance = result.finance
    line = _one(finance.balance, "assets", BALANCE)
    top = max(line.values)
    owed = ("deferred", "loans", "equity", "results")
    return stacked_columns(
        "balance",
        Text("Chi finanzia l’attivo, anno per anno", "Who finances the assets, year by year"),
        Text(
            f"Colonne: capitale, prestiti, risconti e risultati; la linea è l’attivo, al più {millions(top, 'it')}.",
            f"Columns: capital, loans, deferred grants and results; the line is the assets, at most {millions(top, 'en')}.",
        ),
        finance.years,
        [part for part in _parts(finance.balance, BALANCE, ()) if part.key in owed],
        of=YEAR,
        measure=AMOUNT,
        line=line,
    )


def monthly(result: Result) -> Chart:
    finance = result.finance
    cumulated = _one(finance.monthly, "cumulated", MONTHLY).values
    lowest = min(range(len(cumulated)), key=lambda i: cumulated[i])
    month, amount = finance.months[lowest], cumulated[lowest]
    return stacked_columns(
        "monthly",
        Text(
            "La cassa mese per mese attorno all’apertura", "Cash month by month around the opening"
        ),
        Text(
            f"Colonne mensili con la linea del flusso netto: la cassa cumulata tocca il minimo al mese {month} dall’apertura, {millions(amount, 'it')}.",
            f"Monthly columns with the line of net flow: cumulated cash is lowest in month {month} from the opening, {millions(amount, 'en')}.",
        ),
        finance.months,
        _parts(finance.monthly, MONTHLY, ("net", "cumulated")),
        of=Text("mesi dall’apertura", "months from the opening"),
        measure=AMOUNT,
        line=_one(finance.monthly, "net", MONTHLY),
    )
