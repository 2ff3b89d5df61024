"""Tables of the service lines: demand, accounts, portfolio."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.portfolio import lines_of, place_of
from fucina.study.report.tables.columns import SE, Row
from fucina.study.report.words import POST, SEGMENT
from fucina.study.result import Result
from fucina.study.schema import Study

LINE = Column("service", Text("Linea di servizio", "Service line"))


def segments(study: Study) -> Table:
    rows: list[Row] = [
        {
            "segment": s.name,
            "kind": SEGMENT[s.kind],
            "size": study.need("segments", s.id, "size").value,
            "adoption": study.need("segments", s.id, "adoption").value,
            "source": s.source,
        }
        for s in study.segments
    ]
    columns = [
        Column("segment", Text("Segmento", "Segment")),
        Column("kind", Text("Che cosa sono", "What they are")),
        Column("size", Text("Quanti sono", "How many"), "number"),
        Column("adoption", Text("Quota che ricorre al centro", "Share that comes"), "percent", 1),
        Column("source", Text("Fonte", "Source")),
    ]
    return Table("segments", Text("Segmenti di domanda", "Demand segments"), columns, rows)


def demand(study: Study, result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "service": names.of("services", c.service),
            "unit": next(s.unit_name for s in study.services if s.id == c.service),
            "planned": c.planned.mean,
            "asked": c.asked.mean,
            "asked_p05": c.asked.p05,
            "asked_p95": c.asked.p95,
            "met": c.met.value,
            "se": c.met.se,
        }
        for c in result.finance.demand
    ]
    columns = [
        LINE,
        Column("unit", Text("Unità", "Unit")),
        Column("planned", Text("Previste l’anno", "Planned a year"), "number"),
        Column("asked", Text("Chieste l’anno", "Asked for a year"), "number"),
        Column("asked_p05", Text("P5", "P5"), "number"),
        Column("asked_p95", Text("P95", "P95"), "number"),
        Column("met", Text("la domanda basta", "demand is enough"), "percent"),
        Column("se", SE, "percent", 1),
    ]
    return Table("demand", Text("Domanda contro piano", "Demand against plan"), columns, rows)


def lines(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "service": names.of("services", line.service),
            "commercial": line.commercial,
            "competitive": line.competitive,
            "running": line.running,
            "renewal": line.renewal,
            "net_present": line.net_present.mean,
            "benefit": line.benefit,
            "benefit_present": line.benefit_present.mean,
        }
        for line in result.finance.lines
    ]

    def money(key: str, italian: str, english: str, digits: int = 2) -> Column:
        return Column(key, Text(italian, english), "millions", digits, "EUR")

    columns = [
        LINE,
        money("commercial", "Ricavi", "Income"),
        money("competitive", "Contributi competitivi", "Competitive grants"),
        money("running", "Costi", "Costs"),
        money("renewal", "Rinnovo macchine", "Machine renewal"),
        money("net_present", "Saldo attualizzato", "Present balance", 1),
        money("benefit", "Benefici l’anno", "Benefits a year"),
        money("benefit_present", "Benefici attualizzati", "Present benefits", 1),
    ]
    title = Text(
        "Conto di ogni linea, a regime e sull’orizzonte (medie)",
        "Account of each line, at full operation and over the horizon (means)",
    )
    return Table("lines", title, columns, rows)


def portfolio(result: Result, names: Names) -> Table:
    found = result.finance.portfolio
    rows: list[Row] = []
    if found is not None:
        kinds = dict.fromkeys(found.criteria)
        for line, cost, values, index in zip(
            found.lines, found.cost, found.values, found.core_index, strict=True
        ):
            named = dict(zip(kinds, values, strict=True))
            rows.append(
                {
                    "service": names.of("services", line),
                    "cost": cost * 1e6,
                    **named,
                    "index": index,
                    "place": place_of(index),
                }
            )
    columns = [
        LINE,
        Column("cost", Text("Costo netto attualizzato", "Net present cost"), "millions", 1, "EUR"),
        Column("benefit", Text("Benefici", "Benefits"), "millions", 1, "EUR"),
        Column("income", Text("Ricavi", "Income"), "millions", 1, "EUR"),
        Column("staff", Text("Spesa per lavoro", "Spending on work"), "millions", 1, "EUR"),
        Column(
            "index",
            Text("negli insiemi non dominati", "in undominated sets"),
            "percent",
        ),
        Column("place", Text("Posizione", "Place")),
    ]
    title = Text(
        "Nucleo, confine, esterno: le linee di servizio",
        "Core, borderline, exterior: the service lines",
    )
    return Table("portfolio", title, columns, rows)


def frontier(result: Result, names: Names) -> Table:
    found = result.finance.portfolio
    rows: list[Row] = [
        {
            "number": i,
            "cost": p.cost * 1e6,
            "benefit": p.benefit * 1e6,
            "lines": lines_of(p.lines, names),
        }
        for i, p in enumerate(found.frontier if found else [], start=1)
    ]
    columns = [
        Column("number", Text("N.", "No."), "number"),
        Column("cost", Text("Costo netto attualizzato", "Net present cost"), "millions", 1, "EUR"),
        Column("benefit", Text("Benefici attualizzati", "Present benefits"), "millions", 1, "EUR"),
        Column("lines", Text("Linee di servizio", "Service lines")),
    ]
    return Table(
        "frontier",
        Text("La frontiera, punto per punto", "The frontier, point by point"),
        columns,
        rows,
    )


def posts(study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "post": p.name,
            "service": names.of("services", p.service),
            "kind": POST[p.kind],
            "fte": study.need("posts", p.id, "fte").value,
            "cost": study.need("posts", p.id, "cost").value,
        }
        for p in study.posts
    ]
    columns = [
        Column("post", Text("Posto", "Post")),
        LINE,
        Column("kind", Text("Tipo", "Kind")),
        Column("fte", Text("A regime", "At full operation"), "number", 1, "FTE"),
        Column("cost", Text("Costo pieno l’anno, ciascuno", "Full yearly cost, each"), "number", 0),
    ]
    return Table(
        "posts", Text("Piano del personale (scala 1)", "Staffing plan (scale 1)"), columns, rows
    )
