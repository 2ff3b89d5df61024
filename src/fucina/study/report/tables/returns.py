"""Tables of returns and of where the money comes from."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.tables.columns import Row
from fucina.study.report.words import FUNDING, INDICATOR, REGIME
from fucina.study.result import Result, Spread
from fucina.study.schema import Study


def returns(result: Result) -> Table:
    """Indicators over the draws; the rate is that of the mean flows."""
    found = result.finance.returns
    rows: list[Row] = [
        {
            "indicator": INDICATOR[i.name],
            "mean": i.value.mean,
            "p05": i.value.p05,
            "p50": i.value.p50,
            "p95": i.value.p95,
            "rate": i.rate,
        }
        for i in found.indicators
    ]
    columns = [
        Column("indicator", Text("Indicatore", "Indicator")),
        Column("mean", Text("Media", "Mean"), "millions", 1, "EUR"),
        Column("p05", Text("P5", "P5"), "millions", 1, "EUR"),
        Column("p50", Text("P50", "P50"), "millions", 1, "EUR"),
        Column("p95", Text("P95", "P95"), "millions", 1, "EUR"),
        Column("rate", Text("tasso di rendimento", "rate of return"), "percent", 1),
    ]
    return Table("returns", Text("Indicatori di rendimento", "Indicators of return"), columns, rows)


def bridge(result: Result) -> Table:
    """The cash to bridge until grants and income arrive."""
    found = result.finance.bridge
    told: list[tuple[Text, Text, Spread, float]] = [
        (Text("cassa da coprire", "cash to cover"), Text("M€", "€M"), found.need, 1e6),
        (
            Text("anno del fabbisogno massimo", "year of the deepest need"),
            Text("anni dalla decisione", "years from the decision"),
            found.year,
            1,
        ),
        (
            Text(
                "anni sotto zero, fino alla fine dell’esercizio",
                "years below nothing, until operation ends",
            ),
            Text("anni", "years"),
            found.years,
            1,
        ),
        (
            Text("quanto manca ancora alla fine", "still missing at the end"),
            Text("M€", "€M"),
            found.lasting,
            1e6,
        ),
        (
            Text("costo del prestito ponte", "cost of the bridging loan"),
            Text("M€", "€M"),
            found.cost,
            1e6,
        ),
    ]
    rows: list[Row] = [
        {
            "item": item,
            "unit": measure,
            "mean": spread.mean / scale,
            "p05": spread.p05 / scale,
            "p50": spread.p50 / scale,
            "p95": spread.p95 / scale,
        }
        for item, measure, spread, scale in told
    ]
    columns = [
        Column("item", Text("Voce", "Item")),
        Column("unit", Text("Unità", "Unit")),
        *(
            Column(key, Text(it, en), "number", 1)
            for key, it, en in (
                ("mean", "Media", "Mean"),
                ("p05", "P5", "P5"),
                ("p50", "P50", "P50"),
                ("p95", "P95", "P95"),
            )
        ),
    ]
    title = Text("Il vuoto di cassa e il prestito ponte", "The cash gap and the bridging loan")
    return Table("bridge", title, columns, rows)


def funding(study: Study, result: Result) -> Table:
    brought = {s.source: s for s in result.finance.sources}
    rows: list[Row] = []
    for f in study.funding:

        def share(name: str, default: float, identity: str = f.id) -> float:
            figure = study.figure("funding", identity, name)
            return figure.value if figure else default

        source = brought.get(f.id)
        advance, interim = share("advance", 1.0), share("interim", 0.0)
        rows.append(
            {
                "source": f.name,
                "kind": FUNDING[f.kind],
                "cash": Text("no", "no") if f.kind == "in-kind" else Text("sì", "yes"),
                "payer": f.payer,
                "regime": REGIME[f.regime],
                "advance": advance,
                "interim": interim,
                "balance": max(1 - advance - interim, 0.0),
                "probability": source.obtained.value if source else None,
                "mean": source.amount.mean if source else None,
                "p05": source.amount.p05 if source else None,
                "p95": source.amount.p95 if source else None,
                "conditions": f.conditions,
            }
        )
    columns = [
        Column("source", Text("Fonte", "Source")),
        Column("kind", Text("Tipo", "Kind")),
        Column("cash", Text("Cassa", "Cash")),
        Column("payer", Text("Chi paga", "Who pays")),
        Column("regime", Text("Regime", "Aid rules")),
        Column("advance", Text("anticipo", "advance"), "percent"),
        Column("interim", Text("dopo un anno", "a year later"), "percent"),
        Column("balance", Text("saldo, dopo due", "balance, two later"), "percent"),
        Column("probability", Text("ottenuta", "obtained"), "percent"),
        Column("mean", Text("Media", "Mean"), "millions", 1, "EUR"),
        Column("p05", Text("P5", "P5"), "millions", 1, "EUR"),
        Column("p95", Text("P95", "P95"), "millions", 1, "EUR"),
        Column("conditions", Text("Condizioni", "Conditions")),
    ]
    title = Text("Fonti di finanziamento", "Funding sources")
    return Table("funding", title, columns, rows)
