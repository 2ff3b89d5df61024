"""Who pays, who decides, and where the money for the works comes from."""

from fucina.documents.charts import Chart, Interval, Pair, dumbbell, interval_dots
from fucina.documents.numbers import percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import euro
from fucina.study.report.names import Names
from fucina.study.result import Result


def power_money(result: Result, names: Names) -> Chart:
    """Each partner's share of the votes' power against its share of the money."""
    partners = result.finance.partners
    widest = max(partners, key=lambda p: abs(p.power - p.money_share.value))
    name = names.of("stakeholders", widest.stakeholder)
    numbers = [
        (percent(widest.power, language), percent(widest.money_share.value, language))
        for language in ("it", "en")
    ]
    return dumbbell(
        "power_money",
        Text("Potere e denaro, socio per socio", "Power and money, partner by partner"),
        Text(
            f"Coppie di punti: lo scarto maggiore è di {name.it}, potere {numbers[0][0]} e denaro {numbers[0][1]}.",
            f"Pairs of dots: the widest gap is that of {name.en}, power {numbers[1][0]} and money {numbers[1][1]}.",
        ),
        [
            Pair(names.of("stakeholders", p.stakeholder), p.power, p.money_share.value)
            for p in partners
        ],
        of=Text("Istituzione", "Institution"),
        measure=Column("share", Text("quota del totale", "share of the whole"), "percent", 0),
        first=Text("potere di voto (Banzhaf)", "voting power (Banzhaf)"),
        second=Text("denaro messo", "money put in"),
    )


def funding(result: Result, names: Names) -> Chart | None:
    """What every source brings over the horizon, and how far that may stray."""
    sources = result.finance.sources
    if not sources:
        return None
    most = max(sources, key=lambda s: s.amount.mean)
    name = names.of("funding", most.source)
    return interval_dots(
        "funding",
        Text("Che cosa porta ogni fonte di finanziamento", "What each funding source brings"),
        Text(
            f"Punti con intervallo P5–P95: in media la fonte maggiore è «{name.it}».",
            f"Dots with a P5–P95 interval: on average the largest source is “{name.en}”.",
        ),
        [
            Interval(names.of("funding", s.source), s.amount.p05, s.amount.mean, s.amount.p95)
            for s in sources
        ],
        of=Text("Fonte", "Source"),
        measure=euro(
            "amount", Text("importo sull’orizzonte (media)", "amount over the horizon (mean)")
        ),
    )
