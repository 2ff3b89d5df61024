"""Tables of the choice: what is probable, what must be true, what is worth knowing, which gates open."""

from collections.abc import Sequence

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import PLURALS, Names
from fucina.study.report.tables.columns import (
    ALTERNATIVE,
    PROBABILITY,
    SE,
    Row,
    alternative_names,
    told,
    unit,
)
from fucina.study.report.words import HOLDS, MULTIPLIED
from fucina.study.result import Ranked, Result, Worth
from fucina.study.schema import Study

STRATEGY = Column("strategy", Text("Strategia", "Strategy"))
FORM = Column("form", Text("Forma", "Form"))
FIGURE = Column("figure", Text("Dato", "Figure"))


def choices(result: Result, names: Names) -> Table:
    """Seats, strategies and forms, each with its probability of being part of the best combination."""
    decision = result.decision
    parts: list[tuple[Text, str, Sequence[Ranked]]] = [
        (Text("sede", "seat"), "seats", decision.seats),
        (Text("strategia", "strategy"), "strategies", decision.strategies),
        (Text("forma", "form"), "forms", decision.forms),
    ]
    rows: list[Row] = [
        {
            "what": what,
            "name": names.of(plural, r.id),
            "probability": r.probability.value,
            "se": r.probability.se,
        }
        for what, plural, ranked in parts
        for r in ranked
    ]
    columns = [
        Column("what", Text("Che cosa", "What")),
        Column("name", Text("Nome", "Name")),
        Column("probability", PROBABILITY, "percent", 1),
        Column("se", SE, "percent", 1),
    ]
    title = Text("Sedi, strategie, forme", "Seats, strategies, forms")
    return Table("choices", title, columns, rows)


def combination_ranking(result: Result, names: Names) -> Table:
    """Every ranked combination of site, strategy and form."""
    alternative = alternative_names(result)
    rows: list[Row] = [
        {
            "alternative": alternative[c.alternative],
            "strategy": names.of("strategies", c.strategy),
            "form": names.of("forms", c.form),
            "probability": c.probability.value,
            "se": c.probability.se,
            "capital": c.capital.mean,
            "net_cost": c.net_cost.mean,
            "cash_need": c.cash_need.mean,
            "benefit": c.benefit.mean,
            "opening": c.opening.p50,
        }
        for c in result.combinations
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        STRATEGY,
        FORM,
        Column("probability", Text("la migliore", "best"), "percent", 1),
        Column("se", SE, "percent", 1),
        Column("capital", Text("Investimento", "Investment"), "millions", 1, "EUR"),
        Column("net_cost", Text("Costo netto", "Net cost"), "millions", 1, "EUR"),
        Column("cash_need", Text("Cassa da coprire", "Cash to cover"), "millions", 1, "EUR"),
        Column("benefit", Text("VANE", "ENPV"), "millions", 1, "EUR"),
        Column("opening", Text("Apertura P50", "Opening P50"), "number", 0, "month"),
    ]
    title = Text(
        "Le combinazioni, dalla più probabile", "The combinations, the most probable first"
    )
    return Table("combination_ranking", title, columns, rows)


def cases(study: Study, result: Result, names: Names) -> Table:
    """For every other seat: the figures that could put it first, and where they would have to be."""
    rows: list[Row] = [
        {
            "seat": names.seat(case.seat),
            "probability": case.probability.value,
            "behind": case.behind.mean,
            "figure": names.figure(s.figure),
            "unit": unit(study.figures[s.figure].unit),
            "told": told(s.mean, study.figures[s.figure].unit),
            "told_break_even": told(s.switching, study.figures[s.figure].unit)
            if s.within
            else None,
            "mean": s.mean,
            "switching": s.switching,
            "within": Text("sì", "yes") if s.within else Text("no", "no"),
            "favourable": s.favourable.value,
            "se": s.favourable.se,
        }
        for case in result.decision.cases
        for s in case.switches
    ]
    columns = [
        Column("seat", Text("Sede", "Seat")),
        Column("probability", Text("prima, ora", "first, now"), "percent", 1),
        Column("behind", Text("indietro di", "behind by"), "number", 3),
        FIGURE,
        Column("unit", Text("Unità", "Unit")),
        Column("mean", Text("oggi (media)", "now (mean)"), "number", 2),
        Column("switching", Text("pareggio", "break-even"), "number", 2),
        Column("within", Text("possibile", "possible")),
        Column(
            "favourable",
            Text("prima nel decimo favorevole", "first in the best tenth"),
            "percent",
            1,
        ),
        Column("se", SE, "percent", 1),
    ]
    title = Text(
        "Che cosa dovrebbe essere vero perché vinca un’altra sede",
        "What must be true for another seat to win",
    )
    return Table("cases", title, columns, rows)


def information(study: Study, result: Result, names: Names) -> Table:
    """What it is worth to know each figure before choosing the place."""
    title = Text(
        "Quanto vale verificare, prima di scegliere la sede",
        "What verifying is worth, before choosing the seat",
    )
    known = result.decision.information
    return _worth("information", title, known.figures, study, names)


def information_economic(study: Study, result: Result, names: Names) -> Table:
    """What it is worth to know each figure before deciding to go on."""
    title = Text(
        "Quanto vale verificare, prima di decidere se procedere",
        "What verifying is worth, before deciding whether to go on",
    )
    known = result.decision.information
    return _worth("information_economic", title, known.economic, study, names)


def _worth(name: str, title: Text, worth: Sequence[Worth], study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "figure": names.figure(w.figure),
            "worth": w.money,
            "value": w.value.value,
            "se": w.value.se,
            "owner": names.of("owners", study.figures[w.figure].owner),
            "review": study.figures[w.figure].review,
        }
        for w in worth
    ]
    columns = [
        FIGURE,
        Column("worth", Text("vale al più", "worth at most"), "money", 0, "EUR"),
        Column("value", Text("nella misura usata", "in the measure used"), "number", 4),
        Column("se", SE, "number", 4),
        Column("owner", Text("Responsabile", "Owner")),
        Column("review", Text("Revisione", "Review"), "date"),
    ]
    return Table(name, title, columns, rows)


def groups(result: Result) -> Table:
    rows: list[Row] = [
        {
            "group": PLURALS[g.group].text,
            "first": g.first.value,
            "first_se": g.first.se,
            "total": g.total.value,
            "total_se": g.total.se,
        }
        for g in result.decision.groups
    ]
    columns = [
        Column("group", Text("Famiglia di dati", "Kind of figures")),
        Column("first", Text("da sola", "alone"), "percent", 1),
        Column("first_se", SE, "percent", 1),
        Column("total", Text("con le interazioni", "with interactions"), "percent", 1),
        Column("total_se", SE, "percent", 1),
    ]
    title = Text(
        "Indici di Sobol’ del costo netto, per famiglia di dati",
        "Sobol’ indices of the net cost, by kind of figures",
    )
    return Table("groups", title, columns, rows)


def gates(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "gate": names.of("gates", g.gate),
            "month": g.month.p50,
            "month_p95": g.month.p95,
            "condition": c.text,
            "probability": c.probability.value,
            "se": c.probability.se,
            "asked": c.asked,
            "holds": HOLDS[c.holds],
        }
        for g in result.decision.gates
        for c in g.conditions
    ]
    columns = [
        Column("gate", Text("Varco", "Gate")),
        Column("month", Text("Mese P50", "Month P50"), "number"),
        Column("month_p95", Text("P95", "P95"), "number"),
        Column("condition", Text("Condizione", "Condition")),
        Column("probability", Text("vale nel", "holds in"), "percent", 1),
        Column("se", SE, "percent", 1),
        Column("asked", Text("richiesto", "asked"), "percent"),
        Column("holds", Text("Oggi", "Today")),
    ]
    return Table("gates", Text("Varchi e condizioni", "Gates and conditions"), columns, rows)


def nothing(result: Result) -> Table:
    """What would have to be multiplied by how much for doing nothing to be as good."""
    rows: list[Row] = [
        {"part": MULTIPLIED[m.part], "factor": m.factor}
        for m in result.decision.nothing.multipliers
    ]
    columns = [
        Column("part", Text("Che cosa", "What")),
        Column("factor", Text("andrebbe moltiplicato per", "would be multiplied by"), "number", 2),
    ]
    title = Text("Il pareggio con il non fare nulla", "Break-even with doing nothing")
    return Table("nothing", title, columns, rows)
