"""Tables of money."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import ALTERNATIVE, Row, alternative_names
from fucina.study.report.words import FLOW
from fucina.study.result import Result
from fucina.study.schema import Study


def combinations(study: Study, result: Result, names: Names) -> Table:
    alternative = alternative_names(result)
    rows: list[Row] = [
        {
            "alternative": alternative[c.alternative],
            "strategy": names.of("strategies", c.strategy) if c.strategy else None,
            "form": names.of("forms", c.form) if c.form else None,
            "capital": c.capital.mean,
            "fnpv_c": c.fnpv_c.mean,
            "net_cost": c.net_cost.mean,
            "net_cost_p95": c.net_cost.p95,
            "cash_need": c.cash_need.mean,
            "benefit": c.benefit.mean,
            "break_even": c.break_even_benefit.mean,
            "opening": c.opening.p50 if c.opening else None,
        }
        for c in result.finance.combinations
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        Column("strategy", Text("Strategia", "Strategy")),
        Column("form", Text("Forma", "Form")),
        Column("capital", Text("Investimento", "Investment"), "millions", 1, "EUR"),
        Column("fnpv_c", Text("VANF(C)", "FNPV(C)"), "millions", 1, "EUR"),
        Column("net_cost", Text("Costo netto", "Net cost"), "millions", 1, "EUR"),
        Column("net_cost_p95", Text("Costo netto P95", "Net cost P95"), "millions", 1, "EUR"),
        Column("cash_need", Text("Cassa da coprire", "Cash to cover"), "millions", 1, "EUR"),
        Column("benefit", Text("VANE", "ENPV"), "millions", 1, "EUR"),
        Column(
            "break_even",
            Text("Beneficio annuo di pareggio", "Break-even yearly benefit"),
            "millions",
            1,
            "EUR",
        ),
        Column("opening", Text("Apertura P50", "Opening P50"), "number", 0, "month"),
    ]
    title = Text(
        "Conti per alternativa, strategia e forma", "Accounts by alternative, strategy and form"
    )
    return Table("combinations", title, columns, rows)


def cash_flow(result: Result) -> Table:
    rows: list[Row] = []
    for t, year in enumerate(result.finance.years):
        row: Row = {"year": str(year)}
        for band in result.finance.recommended:
            row[band.name] = band.mean[t]
        cash = next(b for b in result.finance.recommended if b.name == "cash")
        row |= {"cash_p05": cash.p05[t], "cash_p95": cash.p95[t]}
        rows.append(row)
    columns = [Column("year", Text("Anno", "Year"))]
    columns += [
        Column(b.name, FLOW[b.name], "millions", 1, "EUR") for b in result.finance.recommended
    ]
    columns += [
        Column("cash_p05", Text("cassa P5", "cash P5"), "millions", 1, "EUR"),
        Column("cash_p95", Text("cassa P95", "cash P95"), "millions", 1, "EUR"),
    ]
    title = Text(
        "Flussi di cassa medi dell’alternativa proposta",
        "Mean cash flows of the proposed alternative",
    )
    return Table("cash_flow", title, columns, rows)
