"""The service lines: their own accounts, the demand for them, and which belong together."""

from fucina.documents.charts import (
    Bar,
    Chart,
    FrontierPoint,
    Pair,
    Stack,
    dumbbell,
    frontier,
    ranked_bars,
    stacked_bars,
)
from fucina.documents.numbers import percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import euro
from fucina.study.report.names import Names
from fucina.study.report.portfolio import lines_of, own_point, strategy_of
from fucina.study.result import Result
from fucina.study.schema import Study

LINE = Text("Linea di servizio", "Service line")


def line_accounts(result: Result, names: Names) -> Chart | None:
    lines = result.finance.lines
    if not lines:
        return None
    pairs = [
        Pair(
            names.of("services", line.service),
            line.commercial + line.competitive,
            line.running + line.renewal,
        )
        for line in lines
    ]
    covered = sum(pair.first >= pair.second for pair in pairs)
    return dumbbell(
        "line_accounts",
        Text(
            "Quanto ogni linea incassa e quanto costa, a regime",
            "What each line earns and costs at full operation",
        ),
        Text(
            f"Coppie di punti: {covered} linee su {len(pairs)} coprono i loro costi con ricavi e progetti.",
            f"Pairs of dots: {covered} lines of {len(pairs)} cover their costs with income and projects.",
        ),
        pairs,
        of=LINE,
        measure=euro("amount", Text("all’anno", "a year"), 2),
        first=Text("ricavi e contributi competitivi", "income and competitive grants"),
        second=Text("costi e rinnovo delle macchine", "costs and machine renewal"),
    )


def demand(result: Result, names: Names) -> Chart | None:
    checks = result.finance.demand
    if not checks:
        return None
    least = min(checks, key=lambda c: c.met.value)
    name = names.of("services", least.service)
    return ranked_bars(
        "demand",
        Text("La domanda basta al piano?", "Is there demand for the plan?"),
        Text(
            f"Barre: la linea meno sicura è «{name.it}», con {percent(least.met.value, 'it')}.",
            f"Bars: the least sure line is “{name.en}”, with {percent(least.met.value, 'en')}.",
        ),
        [Bar(names.of("services", c.service), c.met.value, c.met.se) for c in checks],
        of=LINE,
        measure=Column(
            "met",
            Text(
                "probabilità che la domanda copra il piano",
                "probability that demand meets the plan",
            ),
            "percent",
            0,
        ),
    )


def thirds(result: Result, names: Names) -> Chart:
    """The rule of thirds, strategy by strategy."""
    found = next(p for p in result.finance.planned if p.strategy == result.decision.strategy)
    shares = [
        " · ".join(
            percent(s, language)
            for s in (found.commercial_share, found.competitive_share, found.core_share)
        )
        for language in ("it", "en")
    ]
    return stacked_bars(
        "thirds",
        Text("La regola dei tre terzi", "The rule of thirds"),
        Text(
            f"Barre al 100%: entrate commerciali, competitive e di base della strategia proposta {shares[0]}.",
            f"100% bars: commercial, competitive and core income of the proposed strategy {shares[1]}.",
        ),
        [
            Stack(
                names.of("strategies", p.strategy),
                [p.commercial_share, p.competitive_share, p.core_share],
                highlight=p.strategy == result.decision.strategy,
            )
            for p in result.finance.planned
        ],
        parts=[
            Text("commerciali e quote", "commercial and fees"),
            Text("progetti competitivi", "competitive projects"),
            Text("contributi di base", "core funding"),
        ],
        of=Text("Strategia", "Strategy"),
        measure=Column("share", Text("quota delle entrate", "share of income"), "percent", 0),
    )


def portfolio_frontier(study: Study, result: Result, names: Names) -> Chart | None:
    found = result.finance.portfolio
    if found is None or len(found.frontier) < 2:
        return None
    cost, worth = own_point(found, strategy_of(study, result))
    own = FrontierPoint(cost, worth, lines_of(strategy_of(study, result).services, names))
    return frontier(
        "frontier",
        Text("Il beneficio più grande per ogni costo netto", "The most benefit for each net cost"),
        Text(
            f"Linea di {len(found.frontier)} insiemi di linee di servizio, ciascuno il migliore al suo costo; il punto a parte è la strategia proposta.",
            f"Line of {len(found.frontier)} sets of service lines, each the best at its cost; the dot apart is the proposed strategy.",
        ),
        [
            FrontierPoint(p.cost * 1e6, p.benefit * 1e6, lines_of(p.lines, names))
            for p in found.frontier
        ],
        cost=euro("cost", Text("costo netto attualizzato", "net present cost")),
        worth=euro("benefit", Text("beneficio attualizzato", "present benefit")),
        line=Text("insiemi efficienti, numerati", "efficient sets, numbered"),
        own=(Text("strategia proposta", "proposed strategy"), own),
    )


def core_index(result: Result, names: Names) -> Chart | None:
    found = result.finance.portfolio
    if found is None:
        return None
    return ranked_bars(
        "core_index",
        Text("Quali linee reggono qualunque priorità", "Which lines hold whatever the priorities"),
        Text(
            f"Barre: quota degli insiemi non dominati ({found.robust}) che contiene ogni linea.",
            f"Bars: share of the sets that none dominates ({found.robust}) holding each line.",
        ),
        [
            Bar(names.of("services", line), index)
            for line, index in zip(found.lines, found.core_index, strict=True)
        ],
        of=LINE,
        measure=Column(
            "index",
            Text("quota degli insiemi non dominati", "share of undominated sets"),
            "percent",
            0,
        ),
    )
