"""Income statement and balance sheet; assets and liabilities are added up apart, and must agree."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.workbook import style
from fucina.study.workbook.book import Sheet, Years
from fucina.study.workbook.case import Case
from fucina.study.workbook.cash import Cash
from fucina.study.workbook.formula import least, minus, plus, times
from fucina.study.workbook.funding import Funded
from fucina.study.workbook.lines import Lines
from fucina.study.workbook.programme import Programme
from fucina.study.workbook.running import Running
from fucina.study.workbook.timing import Timing

INCOME = Text("Conto economico", "Income statement")
INCOME_NOTE = Text(
    "Ricavi e costi di competenza; i contributi all’investimento diventano ricavi via via che ciò che pagano si consuma.",
    "Income and costs as they are earned; investment grants become income as what they paid for wears out.",
)
BALANCE = Text("Stato patrimoniale", "Balance sheet")
BALANCE_NOTE = Text(
    "A fine anno. La riga di quadratura deve essere nulla in ogni anno.",
    "At year’s end. The row of the check must be nothing in every year.",
)


@dataclass(frozen=True)
class Income:
    building: Years
    machines: Years
    release: Years
    result: Years


def income(
    sheet: Sheet,
    case: Case,
    offer: Programme,
    timing: Timing,
    lines: Lines,
    funded: Funded,
    running: Running,
) -> Income:
    life = case.inputs.of("parameters", "building-life")
    present = timing.present
    sheet.heading(Text("Come si consuma ciò che si è pagato", "How what was paid for wears out"))
    building = sheet.years(
        Text("Ammortamento dell’edificio", "Depreciation of the building"),
        lambda t: f"({funded.capital}-{offer.equipment})/{life}*{present[t]}",
    )
    machines = sheet.years(
        Text("Ammortamento delle macchine", "Depreciation of machines"),
        lambda t: times(lines.renewal, present[t]),
    )
    worn = sheet.years(
        Text("Macchine iniziali consumate", "First machines worn out"),
        lambda t: least(f"SUM({machines.until(t)})", offer.equipment),
        summed=False,
    )
    release = sheet.years(
        Text("Quota annua dei contributi", "Yearly release of grants"),
        lambda t: (
            f"({funded.given})/MAX({funded.capital},1E-300)*({building[t]}+{minus(worn[t], worn[t - 1])})"
        ),
    )
    return Income(
        building, machines, release, _result(sheet, lines, funded, running, building, machines, release)
    )  # fmt: skip


def _result(
    sheet: Sheet,
    lines: Lines,
    funded: Funded,
    running: Running,
    building: Years,
    machines: Years,
    release: Years,
) -> Years:
    of = lines.of_kind
    sheet.heading(Text("Conto economico", "Income statement"))
    rows = [
        sheet.years(Text("Ricavi commerciali", "Commercial income"), lambda t: of["commercial"][t]),
        sheet.years(Text("Quote associative", "Membership fees"), lambda t: of["membership"][t]),
        sheet.years(
            Text("Contributi competitivi", "Competitive grants"), lambda t: of["competitive"][t]
        ),
        sheet.years(Text("Contributi di base", "Core funding"), lambda t: running.due[t]),
        sheet.years(
            Text("Quota dei contributi all’investimento", "Investment grants released"),
            lambda t: release[t],
        ),
        sheet.years(
            Text("Personale e costi delle linee", "Staff and costs of the lines"),
            lambda t: f"-{of['running'][t]}",
        ),
        sheet.years(Text("Canoni", "Rent"), lambda t: f"-{running.rent[t]}"),
        sheet.years(
            Text("Organi, adempimenti, costituzione", "Bodies, duties, setting up"),
            lambda t: f"-({running.bodies[t]}+{funded.setup[t]})",
        ),
        sheet.years(
            Text("Ammortamenti", "Depreciation"), lambda t: f"-({building[t]}+{machines[t]})"
        ),
        sheet.years(Text("Interessi", "Interest"), lambda t: f"-{funded.debt.interest[t]}"),
    ]
    return sheet.years(
        Text("Risultato dell’esercizio", "Result of the year"),
        lambda t: f"SUM({rows[0][t]}:{rows[-1][t].split('!')[1]})",
        total=True,
    )


def balance(
    sheet: Sheet, lines: Lines, funded: Funded, running: Running, cash: Cash, found: Income
) -> str:
    """Returns the name of the cell that holds the largest difference of any year."""
    renewal = lines.of_kind["renewal"]
    width, quoted = sheet.book.width, sheet.quoted

    def growing(label: Text, of_year: list[tuple[str, Years]]) -> Years:
        """A stock: last year's and what this year adds to it or takes away."""
        before = Years(quoted, sheet.next, width)

        def of(t: int) -> str:
            parts = "".join(f"{sign}{row[t]}" for sign, row in of_year)
            return f"{before[t - 1]}{parts}" if t else parts.removeprefix("+")

        return sheet.years(label, of, summed=False)

    sheet.heading(Text("Attivo", "Assets"))
    assets = [
        growing(
            Text("Edificio e macchine", "Building and machines"),
            [
                ("+", funded.investment),
                ("+", renewal),
                ("-", found.building),
                ("-", found.machines),
            ],
        ),
        growing(
            Text("Contributi da incassare", "Grants receivable"),
            [("+", funded.due), ("+", running.due), ("-", funded.paid), ("-", running.paid)],
        ),
        sheet.years(Text("Cassa", "Cash"), lambda t: cash.cash[t], summed=False),
    ]
    held = sheet.years(
        Text("Totale attivo", "Total assets"),
        lambda t: plus(*(row[t] for row in assets)),
        summed=False,
        total=True,
    )
    sheet.heading(Text("Passivo", "Liabilities"))
    owed = [
        growing(
            Text("Contributi rinviati agli anni futuri", "Grants deferred to later years"),
            [("+", funded.due), ("+", funded.in_kind), ("-", found.release)],
        ),
        sheet.years(Text("Prestiti", "Loans"), lambda t: funded.debt.owed[t], summed=False),
        growing(
            Text("Capitale e apporti dei soci", "Equity and partners’ calls"),
            [("+", funded.paid_in), ("+", cash.calls)],
        ),
        growing(Text("Risultati cumulati", "Cumulated results"), [("+", found.result)]),
    ]
    total = sheet.years(
        Text("Totale passivo", "Total liabilities"),
        lambda t: plus(*(row[t] for row in owed)),
        summed=False,
        total=True,
    )
    check = sheet.years(
        Text("Quadratura: attivo meno passivo", "Check: assets less liabilities"),
        lambda t: f"ROUND({held[t]}-{total[t]},2)",
        style.CENTS,
        summed=False,
        total=True,
    )
    return sheet.amount(
        Text("Massima differenza", "Largest difference"),
        f"MAX(MAX({check.all}),-MIN({check.all}))",
        style.CENTS,
        name=Text("quadratura", "balance_check"),
    )
