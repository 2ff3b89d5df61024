"""Money over time, its spread, and what moves it."""

from fucina.documents.charts import Band as Line
from fucina.documents.charts import Chart, Mark, Swing, band_lines, histogram, tornado
from fucina.documents.numbers import millions
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import HIGH, LOW
from fucina.study.report.names import Names
from fucina.study.report.proposal import proposed
from fucina.study.result import Result


def cash(result: Result) -> Chart:
    band = next(b for b in result.finance.recommended if b.name == "cash")
    years = result.finance.years
    lowest = min(range(len(years)), key=lambda t: band.p50[t])
    return band_lines(
        "cash",
        Text(
            "Cassa cumulata dell’alternativa proposta", "Cumulated cash of the proposed alternative"
        ),
        Text(
            f"Linea con fascia P5–P95: la mediana tocca il minimo nel {years[lowest]}, {millions(band.p50[lowest], 'it')}.",
            f"Line with a P5–P95 band: the median is lowest in {years[lowest]}, {millions(band.p50[lowest], 'en')}.",
        ),
        [Line(Text("mediana, P5–P95", "median, P5–P95"), years, band.p50, band.p05, band.p95)],
        of=Text("Anno", "Year"),
        measure=Column("cash", Text("cassa cumulata", "cumulated cash"), "millions", 1, "EUR"),
    )


def net_cost(result: Result) -> Chart:
    chosen = proposed(result)
    found = chosen.net_cost
    return histogram(
        "net_cost",
        Text(
            "Costo netto attualizzato: quanto può variare", "Net present cost: how far it may vary"
        ),
        Text(
            f"Istogramma: mediana {millions(found.p50, 'it')}, nove casi su dieci fra {millions(found.p05, 'it')} e {millions(found.p95, 'it')}.",
            f"Histogram: median {millions(found.p50, 'en')}, nine cases in ten between {millions(found.p05, 'en')} and {millions(found.p95, 'en')}.",
        ),
        result.finance.net_cost_histogram_edges,
        result.finance.net_cost_histogram_counts,
        [
            Mark(Text("P5", "P5"), found.p05),
            Mark(Text("mediana", "median"), found.p50),
            Mark(Text("P95", "P95"), found.p95),
        ],
        measure=Column("net_cost", Text("costo netto", "net cost"), "millions", 0, "EUR"),
    )


def cost_drivers(result: Result, names: Names) -> Chart | None:
    if not result.finance.drivers:
        return None
    swings = [
        Swing(names.figure(d.figure), d.low_third, d.high_third) for d in result.finance.drivers[:8]
    ]
    return tornado(
        "cost_drivers",
        Text("I dati che spostano il costo netto", "The figures that move the net cost"),
        Text(
            "Grafico a tornado: il costo netto medio quando ogni dato sta nel suo terzo più basso o più alto.",
            "Tornado chart: the mean net cost when each figure lies in its lowest or highest third.",
        ),
        swings,
        proposed(result).net_cost.mean,
        of=Text("Dato", "Figure"),
        measure=Column("net_cost", Text("costo netto", "net cost"), "millions", 0, "EUR"),
        low_label=LOW,
        high_label=HIGH,
    )
