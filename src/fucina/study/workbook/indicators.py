"""Indicators: from the yearly flows to the present values that the decision looks at."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.workbook import style
from fucina.study.workbook.book import Sheet, Years
from fucina.study.workbook.case import Case
from fucina.study.workbook.cash import Cash
from fucina.study.workbook.formula import plus, times
from fucina.study.workbook.funding import Funded
from fucina.study.workbook.lines import Lines
from fucina.study.workbook.programme import Programme
from fucina.study.workbook.running import Running
from fucina.study.workbook.timing import Timing

TITLE = Text("Indicatori", "Indicators")
NOTE = Text(
    "Valori attuali alla decisione, con flussi a metà anno; i flussi da cui vengono stanno sopra.",
    "Present values at the decision, with flows in mid-year; the flows they come from stand above.",
)
NAMES = {
    "capital": Text("investimento", "investment"),
    "fnpv_c": Text("VANF_C", "FNPV_C"),
    "fnpv_k": Text("VANF_K", "FNPV_K"),
    "net_cost": Text("costo_netto", "net_cost"),
    "cash_need": Text("cassa_da_coprire", "cash_to_cover"),
    "benefit": Text("VANE", "ENPV"),
    "served": Text("anni_a_regime", "full_years"),
    "ratio": Text("benefici_costi", "benefit_cost"),
    "gap": Text("deficit_finanziamento", "funding_gap"),
    "break_even": Text("beneficio_di_pareggio", "break_even_benefit"),
}
LABELS = {
    "fnpv_c": Text(
        "VANF(C): valore attuale netto sull’investimento",
        "FNPV(C): net present value on the investment",
    ),
    "fnpv_k": Text(
        "VANF(K): valore attuale netto sul capitale proprio",
        "FNPV(K): net present value on own capital",
    ),
    "net_cost": Text("Costo netto per soci ed enti pubblici", "Net cost to partners and public"),
    "cash_need": Text("Cassa da coprire, nel punto più basso", "Cash to cover, at its lowest"),
    "benefit": Text("VANE: valore attuale netto economico", "ENPV: economic net present value"),
    "served": Text("Anni a regime, in valore attuale", "Years of full operation, in present value"),
    "ratio": Text("Benefici su costi", "Benefits over costs"),
    "gap": Text(
        "Deficit di finanziamento (parte dell’investimento)",
        "Funding gap (part of the investment)",
    ),
    "break_even": Text(
        "Beneficio annuo di pareggio, a regime", "Break-even yearly benefit, at full operation"
    ),
}


@dataclass(frozen=True)
class Indicators:
    """Names of the cells by indicator; ``residual`` and ``to_owners`` are flows others need too."""

    names: dict[str, str]
    residual: Years
    to_owners: Years


def write(
    sheet: Sheet,
    case: Case,
    offer: Programme,
    timing: Timing,
    lines: Lines,
    funded: Funded,
    running: Running,
    cash: Cash,
) -> Indicators:
    flows = _Flows(sheet, case, offer, timing, lines, funded, running)
    of, rate = lines.of_kind, case.inputs.parameter("discount-rate")
    won = of["competitive"]
    start = f"(1+{rate})^0.5"
    built = times(_worth(funded.investment, timing.factor), start)
    net = f"({_worth(flows.operating, timing.factor)})*{start}"
    end = f"(1+{rate})^(ROUNDUP({timing.closing},0)-1)"
    sheet.heading(Text("Indicatori", "Indicators"))

    def told(key: str, formula: str, shape: str = style.CENTS) -> str:
        return sheet.amount(LABELS[key], formula, shape, name=NAMES[key])

    sheet.amount(Text("Investimento", "Investment"), funded.capital, style.CENTS)
    fnpv_c = told("fnpv_c", _worth(flows.on_investment, timing.factor))
    names = {
        "capital": funded.capital,
        "fnpv_c": fnpv_c,
        "fnpv_k": told("fnpv_k", _worth(flows.on_capital, timing.factor)),
        "net_cost": told("net_cost", f"-({fnpv_c}+{_worth(won, timing.factor)})"),
        "cash_need": told("cash_need", f"MAX(0,-MIN({cash.cumulated.all}))"),
        "benefit": told("benefit", _worth(flows.social, timing.social)),
        "served": told("served", _worth(timing.level, timing.factor), style.FACTOR),
    }
    names["break_even"] = told(
        "break_even", f"IF({names['served']}>0,{names['net_cost']}/{names['served']},0)"
    )
    gains, costs = _worth(flows.gains, timing.social), _worth(flows.costs, timing.social)
    names["ratio"] = told("ratio", f"IF({costs}>0,{gains}/{costs},0)", style.FACTOR)
    discounted = sheet.amount(Text("Investimento attualizzato, da inizio anno", "Discounted investment, from the start of the year"), built, style.CENTS)  # fmt: skip
    revenue = sheet.amount(
        Text("Ricavo netto attualizzato, da inizio anno", "Discounted net revenue, from the start of the year"),
        f"{net}+SUM({flows.residual.all})/{end}",
        style.CENTS,
    )  # fmt: skip
    names["gap"] = told(
        "gap",
        f"IF({discounted}=0,0,MAX(0,MIN(1,({discounted}-{revenue})/{discounted})))",
        style.FACTOR,
    )
    return Indicators(names, flows.residual, flows.to_owners)


class _Flows:
    """The yearly flows behind the indicators, as rows of the sheet."""

    def __init__(
        self,
        sheet: Sheet,
        case: Case,
        offer: Programme,
        timing: Timing,
        lines: Lines,
        funded: Funded,
        running: Running,
    ) -> None:
        of, total = lines.of_kind, running.total
        renewal, won, gain = of["renewal"], of["competitive"], of["benefit"]
        works = case.inputs.parameter("conversion-works")
        factor = case.inputs.parameter("conversion-running")
        horizon = case.inputs.of_given("study.horizon")
        life, clock = case.inputs.of("parameters", "building-life"), sheet.clock
        left = f"({funded.capital}-{offer.equipment})*(1-MIN({horizon},{life})/{life})"
        sheet.heading(Text("Flussi", "Flows"))
        income = sheet.years(
            Text("Ricavi e quote", "Income and fees"),
            lambda t: plus(*(row[t] for row in lines.income)),
        )
        self.residual = sheet.years(
            Text("Valore residuo", "Residual value"),
            lambda t: f"IF({clock[t]}=ROUNDUP({timing.closing},0)-1,{left},0)",
        )
        self.operating = sheet.years(
            Text("Ricavi meno esercizio e rinnovi", "Income less running and renewal"),
            lambda t: f"{income[t]}-{total[t]}-{renewal[t]}",
        )
        built = sheet.years(
            Text("Investimento, meno il valore residuo", "Investment, less residual value"),
            lambda t: f"{funded.investment[t]}+{funded.setup[t]}-{self.residual[t]}",
        )
        self.on_investment = sheet.years(
            Text("Flusso sull’investimento (C)", "Flow on the investment (C)"),
            lambda t: f"{self.operating[t]}-{built[t]}",
            total=True,
        )
        debt = funded.debt
        self.to_owners = sheet.years(
            Text("Ai soci, prima dei loro apporti", "To owners, before what they put in"),
            lambda t: (
                f"{self.operating[t]}+{won[t]}+{running.paid[t]}-{funded.setup[t]}"
                f"-{debt.interest[t]}-{debt.principal[t]}+{self.residual[t]}"
            ),
        )
        self.on_capital = sheet.years(
            Text("Flusso sul capitale proprio (K)", "Flow on own capital (K)"),
            lambda t: f"{self.to_owners[t]}-{funded.paid_in[t]}",
            total=True,
        )
        self.gains = sheet.years(
            Text("Ricavi e benefici per la società", "Income and benefits to society"),
            lambda t: f"{income[t]}+{gain[t]}",
        )
        self.costs = sheet.years(
            Text("Costi per la società", "Costs to society"),
            lambda t: f"{works}*{built[t]}+{factor}*{total[t]}+{renewal[t]}",
        )
        self.social = sheet.years(
            Text("Flusso economico (E)", "Economic flow (E)"),
            lambda t: f"{self.gains[t]}-{self.costs[t]}",
            total=True,
        )


def _worth(flows: Years, factor: Years) -> str:
    return f"SUMPRODUCT({flows.all},{factor.all})"
