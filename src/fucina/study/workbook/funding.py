"""Investment and funding: what is built, who pays for it and when, and what is lent is given back."""

from dataclasses import dataclass
from typing import cast

from fucina.documents.text import Text
from fucina.study.finance.position import PRIVATE
from fucina.study.funding import GRANTS
from fucina.study.schema import Funding
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet, Years
from fucina.study.workbook.case import Case
from fucina.study.workbook.formula import ONE, ZERO, least, minus, plus, times
from fucina.study.workbook.programme import Programme
from fucina.study.workbook.site import Site
from fucina.study.workbook.timing import Timing

TITLE = Text("Investimento e fonti", "Investment and funding")
NOTE = Text(
    "Ogni fonte dà la minore fra la sua quota e il suo massimo; tutte insieme, mai più dell’investimento.",
    "Each source gives the lesser of its share and its largest amount; together never more than the investment.",
)
HEAD = (
    Text("Fonte", "Source"),
    Text("Specie", "Kind"),
    Text("Chiesto", "Asked for"),
    Text("Ottenuto (1) o no (0)", "Obtained (1) or not (0)"),
    Text("Dato", "Given"),
    Text("Anticipo", "Advance"),
    Text("Intermedi, un anno dopo", "Interim, a year later"),
    Text("Saldo, due anni dopo", "Balance, two years later"),
)
SHAPES = (
    style.PLAIN, style.PLAIN, style.MONEY, style.NUMBER, style.MONEY, style.SHARE, style.SHARE, style.SHARE,
)  # fmt: skip
KIND = {
    "capital-grant": Text("contributo", "grant"),
    "in-kind": Text("in natura", "in kind"),
    "core": Text("contributo di base", "core funding"),
    "equity": Text("capitale", "equity"),
    "investment-fund": Text("fondo d’investimento", "investment fund"),
    "loan": Text("prestito", "loan"),
}


@dataclass(frozen=True)
class Given:
    """A source and the cells of what it gives, and of the shares paid at once, a year and two years later."""

    record: Funding
    amount: str
    payment: tuple[str, str, str]

    def paid(self, due: Years, t: int) -> str:
        """What is due in a year, the last one and the one before, as it is paid in year t."""
        return plus(*(times(part, due[t - ago]) for ago, part in enumerate(self.payment)))


@dataclass(frozen=True)
class Debt:
    interest: Years
    principal: Years
    owed: Years


@dataclass(frozen=True)
class Funded:
    """``capital`` is the whole investment; ``due`` grants in cash as they are earned, ``paid`` as they come."""

    capital: str
    grants: tuple[Given, ...]
    private: tuple[Given, ...]
    in_kind_total: str
    investment: Years
    in_kind: Years
    setup: Years
    due: Years
    paid: Years
    paid_in: Years
    lent: Years
    debt: Debt

    @property
    def given(self) -> str:
        """All that grants and gifts bring."""
        return plus(*(source.amount for source in self.grants))


def write(sheet: Sheet, case: Case, site: Site, offer: Programme, timing: Timing) -> Funded:
    capital = sheet.amount(
        Text("Investimento", "Investment"),
        plus(offer.equipment, offer.fitting, times(offer.area, site.unit)),
        name=Text("investimento", "investment"),
    )
    grants = _grants(sheet, case, capital)
    private = _private(sheet, case, capital, grants)
    things = plus(*(g.amount for g in grants if g.record.kind == "in-kind"))
    sheet.heading(Text("Anno per anno", "Year by year"))
    works = timing.works
    investment = sheet.years(Text("Investimento", "Investment"), lambda t: times(capital, works[t]))
    in_kind = sheet.years(Text("di cui in natura", "of which in kind"), lambda t: times(things, works[t]))  # fmt: skip
    cost = case.inputs.money("forms", case.form.id, "setup_cost", ZERO)
    setup = sheet.years(
        Text("Costituzione dell’ente", "Setting up the entity"), lambda t: cost if t == 0 else ZERO
    )
    cash = [g for g in grants if g.record.kind != "in-kind"]
    due = sheet.years(
        Text("Contributi maturati con i lavori", "Grants earned with the works"),
        lambda t: times(plus(*(g.amount for g in cash)), works[t]),
    )
    rows = [_paid(sheet, case, source, works) for source in cash]
    paid = sheet.years(
        Text("Contributi incassati", "Grants received"),
        lambda t: plus(*(row[t] for row in rows)),
        total=True,
    )
    own = plus(*(p.amount for p in private if p.record.kind != "loan"))
    loans = [p for p in private if p.record.kind == "loan"]
    paid_in = sheet.years(
        Text("Capitale versato", "Capital paid in"), lambda t: times(own, works[t])
    )
    lent = sheet.years(
        Text("Prestiti ricevuti", "Loans received"),
        lambda t: times(plus(*(p.amount for p in loans)), works[t]),
    )
    debt = _debt(sheet, case, loans, lent, timing)
    return Funded(
        capital, grants, private, things, investment, in_kind, setup, due, paid, paid_in, lent, debt
    )


def payment(case: Case, source: Funding) -> tuple[str, str, str]:
    """The shares paid with the spending, a year later and two years later."""
    advance = case.inputs.of("funding", source.id, "advance", ONE)
    interim = case.inputs.of("funding", source.id, "interim", ZERO)
    if advance == ONE and interim == ZERO:
        return ONE, ZERO, ZERO
    return advance, interim, f"MAX(0,{minus(ONE, advance, interim)})"


def asked(case: Case, source: Funding, of: str) -> str:
    """The lesser of a source's share of something and its largest amount."""
    share = times(case.inputs.of("funding", source.id, "share"), of)
    most = case.inputs.money("funding", source.id, "amount", ZERO)
    return share if most == ZERO else least(most, share)


def obtained(case: Case, source: Funding) -> str:
    """1 or 0: a source comes where the number drawn for it lies below its probability."""
    probability = case.inputs.of("funding", source.id, "probability", ONE)
    if probability == ONE:
        return ONE
    chance = case.inputs.given(
        f"chance.{source.id}",
        Text(
            f"Numero estratto per ottenere: {source.name.it}",
            f"Number drawn for obtaining: {source.name.en}",
        ),
        float(case.sample.chance(f"funding.{source.id}.granted")[0]),
        "1",
        Text(
            "estratto fra 0 e 1; 0 nel piano: si ottiene",
            "drawn between 0 and 1; 0 in the plan: obtained",
        ),
    )
    return f"IF({chance}<{probability},1,0)"


def table(
    sheet: Sheet, case: Case, source: Funding, asks: str, given: str
) -> tuple[str, tuple[str, str, str]]:
    """A row of the table of sources; ``given`` with {asked} and {obtained} in it. Returns the cells of what is
    given and of its payments."""
    row, own = sheet.next, f"{sheet.quoted}!"
    amount = given.format(asked=f"{own}C{row}", obtained=f"{own}D{row}")
    parts = payment(case, source)
    sheet.row(
        [
            source.name[sheet.book.language],
            KIND[source.kind][sheet.book.language],
            Formula(asks),
            Formula(obtained(case, source)),
            Formula(amount),
            *(Formula(part) for part in parts),
        ],
        SHAPES,
    )
    cells = tuple(
        part if part in (ZERO, ONE) else sheet.ref(letter, row)
        for letter, part in zip("FGH", parts, strict=True)
    )
    return sheet.ref("E", row), cast("tuple[str, str, str]", cells)


def _grants(sheet: Sheet, case: Case, capital: str) -> tuple[Given, ...]:
    records = [source for source in case.study.funding if source.kind in GRANTS]
    sheet.heading(Text("Contributi all’investimento", "Grants towards the investment"))
    sheet.head(*HEAD)
    if not records:
        return ()
    first, last, own = sheet.next, sheet.next + len(records) - 1, f"{sheet.quoted}!"
    wanted = f"SUMPRODUCT({own}$C${first}:$C${last},{own}$D${first}:$D${last})"
    scale = f"IF({wanted}>{capital},{capital}/{wanted},1)"
    found = []
    for source in records:
        amount, parts = table(
            sheet,
            case,
            source,
            asked(case, source, capital),
            "{asked}*{obtained}*" + f"{own}$E${last + 1}",
        )
        found.append(Given(source, amount, parts))
    label = Text("Ridotti a", "Scaled to")[sheet.book.language]
    sheet.row([label, None, None, None, Formula(scale)], [*SHAPES[:4], style.FACTOR], total=True)
    return tuple(found)


def _private(
    sheet: Sheet, case: Case, capital: str, grants: tuple[Given, ...]
) -> tuple[Given, ...]:
    """What grants leave open: partners' capital first, then private funds, then loans."""
    sheet.heading(
        Text("Capitale e prestiti, per ciò che resta", "Capital and loans, for what is left")
    )
    open_ = sheet.amount(
        Text("Investimento senza contributi", "Investment that grants leave open"),
        f"MAX(0,{minus(capital, *(g.amount for g in grants))})",
    )
    sheet.head(*HEAD)
    found: list[Given] = []
    for kind in PRIVATE:
        for source in (s for s in case.study.funding if s.kind == kind):
            left = minus(open_, *(p.amount for p in found))
            amount, _ = table(
                sheet,
                case,
                source,
                asked(case, source, capital),
                f"MIN({{asked}}*{{obtained}},{left})",
            )
            found.append(Given(source, amount, (ONE, ZERO, ZERO)))
    return tuple(found)


def _paid(sheet: Sheet, case: Case, source: Given, works: Years) -> Years:
    def of(t: int) -> str:
        return times(source.amount, source.paid(works, t))

    note = Text("incassato", "received")[case.book.language]
    return sheet.years(source.record.name, of, note=note)


def _debt(sheet: Sheet, case: Case, loans: list[Given], lent: Years, timing: Timing) -> Debt:
    """Level payments over the first loan's term, from the first full year of operation on; interest alone before."""
    rate, term = ZERO, ONE
    if loans:
        rate = case.inputs.of("funding", loans[0].record.id, "rate")
        term = f"ROUND({case.inputs.of('funding', loans[0].record.id, 'term')},0)"
    width, top = sheet.book.width, sheet.next
    interest = Years(sheet.quoted, top, width)
    principal = Years(sheet.quoted, top + 1, width)
    owed = Years(sheet.quoted, top + 2, width)
    first, clock, inside = f"ROUNDUP({timing.opening},0)", sheet.clock, timing.inside

    def repaid(t: int) -> str:
        if t == 0 or not loans:
            return ZERO
        left = f"MAX({first}+{term}-{clock[t]},1)"
        level = f"IF({rate}>0,{owed[t - 1]}*{rate}/((1+{rate})^{left}-1),{owed[t - 1]}/{left})"
        return f"IF(AND({clock[t]}>={first},{owed[t - 1]}>0),{level},0)*{inside[t]}"

    sheet.years(Text("Interessi", "Interest"), lambda t: times(owed[t - 1], rate, inside[t]))
    sheet.years(Text("Rimborsi", "Repayments"), repaid)
    sheet.years(
        Text("Prestiti da restituire", "Loans outstanding"),
        lambda t: plus(minus(plus(owed[t - 1], lent[t]), principal[t])),
        summed=False,
    )
    return Debt(interest, principal, owed)
