"""Cash flow: what comes in and goes out year by year, what partners must add, what is left."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.workbook.book import Sheet, Years
from fucina.study.workbook.formula import minus, plus
from fucina.study.workbook.funding import Funded
from fucina.study.workbook.lines import Lines
from fucina.study.workbook.running import Running

TITLE = Text("Flussi di cassa", "Cash flow")
NOTE = Text(
    "Entrate e uscite di cassa ai prezzi dello studio; i soci aggiungono ciò che manca.",
    "Cash in and out at the study’s prices; partners add what is missing.",
)


@dataclass(frozen=True)
class Cash:
    """``net`` before partners and lenders, ``cumulated`` its sum; ``calls`` what partners add; ``cash`` at year's end."""

    net: Years
    cumulated: Years
    calls: Years
    cash: Years


def write(sheet: Sheet, lines: Lines, funded: Funded, running: Running) -> Cash:
    sold, fees = lines.income
    won, renewal = lines.of_kind["competitive"], lines.of_kind["renewal"]
    rows = [
        sheet.years(Text("Ricavi e quote", "Income and fees"), lambda t: plus(sold[t], fees[t])),
        sheet.years(Text("Contributi competitivi", "Competitive grants"), lambda t: won[t]),
        sheet.years(Text("Contributi di base", "Core funding"), lambda t: running.paid[t]),
        sheet.years(Text("Contributi all’investimento", "Investment grants"), lambda t: funded.paid[t]),
        sheet.years(
            Text("Investimento in denaro e costituzione", "Investment in cash and setting up"),
            lambda t: minus(
                funded.in_kind[t], plus(funded.investment[t], funded.setup[t])
            ),
        ),
        sheet.years(Text("Rinnovo delle macchine", "Machine renewal"), lambda t: f"-{renewal[t]}"),
        sheet.years(Text("Costi d’esercizio", "Running costs"), lambda t: f"-{running.total[t]}"),
    ]  # fmt: skip
    net = sheet.years(
        Text("Flusso prima di soci e banche", "Flow before partners and lenders"),
        lambda t: f"SUM({rows[0][t]}:{rows[-1][t].split('!')[1]})",
        total=True,
    )
    cumulated = sheet.years(
        Text("Flusso cumulato", "Cumulated flow"),
        lambda t: plus(net[t]) if t == 0 else f"{_at(sheet, t - 1)}+{net[t]}",
        summed=False,
    )
    sheet.heading(Text("Soci e banche", "Partners and lenders"))
    paid_in = sheet.years(Text("Capitale versato", "Capital paid in"), lambda t: funded.paid_in[t])
    lent = sheet.years(Text("Prestiti ricevuti", "Loans received"), lambda t: funded.lent[t])
    service = sheet.years(
        Text("Interessi e rimborsi", "Interest and repayments"),
        lambda t: f"-({funded.debt.interest[t]}+{funded.debt.principal[t]})",
    )
    before = sheet.years(
        Text("Flusso prima delle chiamate", "Flow before calls on partners"),
        lambda t: plus(net[t], paid_in[t], lent[t], service[t]),
        total=True,
    )
    left = Years(sheet.quoted, sheet.next + 1, sheet.book.width)
    calls = sheet.years(
        Text("Chiamate ai soci", "Calls on partners"),
        lambda t: f"MAX(0,-({plus(left[t - 1], before[t])}))",
    )
    cash = sheet.years(
        Text("Cassa a fine anno", "Cash at year’s end"),
        lambda t: plus(left[t - 1], before[t], calls[t]),
        summed=False,
        total=True,
    )
    return Cash(net, cumulated, calls, cash)


def _at(sheet: Sheet, t: int) -> str:
    """The same row, in year t."""
    return Years(sheet.quoted, sheet.next, sheet.book.width)[t]
