"""The choice beside the seat: strategies, forms, votes, regret, and what is worth finding out."""

from collections.abc import Sequence

from fucina.documents.charts import (
    Bar,
    Cell,
    Chart,
    Interval,
    heat_table,
    interval_dots,
    ranked_bars,
)
from fucina.documents.numbers import percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import SHARE
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import alternative_names
from fucina.study.result import Ranked, Result, Worth

SHOWN = 10
"""Rows of a chart that could have many."""
LEAST = 0.0005
"""A share under this is not told apart in the chart of votes."""
VALUE = Text("valore di una verifica (al più)", "worth of verifying (at most)")


def strategy_probability(result: Result, names: Names) -> Chart | None:
    title = Text("Quale strategia risulta prima", "Which strategy comes first")
    of = Text("Strategia", "Strategy")
    return _shares(
        "strategy_probability", title, of, "strategies", result.decision.strategies, names
    )


def form_probability(result: Result, names: Names) -> Chart | None:
    title = Text("Quale forma giuridica risulta prima", "Which legal form comes first")
    of = Text("Forma", "Form")
    return _shares("form_probability", title, of, "forms", result.decision.forms, names)


def _shares(
    name: str, title: Text, of: Text, plural: str, ranked: Sequence[Ranked], names: Names
) -> Chart | None:
    """Probabilities of being part of the best combination; nothing to show where there is one choice."""
    if len(ranked) < 2:
        return None
    first = names.of(plural, ranked[0].id)
    share = ranked[0].probability.value
    return ranked_bars(
        name,
        title,
        Text(
            f"Barre: «{first.it}» è prima con probabilità {percent(share, 'it')}.",
            f"Bars: “{first.en}” is first with probability {percent(share, 'en')}.",
        ),
        [
            Bar(names.of(plural, r.id), r.probability.value, r.probability.se, highlight=i == 0)
            for i, r in enumerate(ranked)
        ],
        of=of,
        measure=SHARE,
    )


def votes(result: Result, names: Names) -> Chart:
    """Which seat the members would choose under each form's own ordinary resolution."""
    decision = result.decision
    order = [r.id for r in decision.seats]
    shares = {v.form: {s.id: s.probability.value for s in v.seats} for v in decision.votes}
    shown = [s for s in order if any(v.get(s, 0.0) >= LEAST for v in shares.values())][:5]
    cells = [
        [_cell(share) for share in [*(shares[v.form].get(s, 0.0) for s in shown), v.nothing.value]]
        for v in decision.votes
    ]
    deadlock = max(decision.votes, key=lambda v: v.nothing.value)
    form = names.of("forms", deadlock.form)
    return heat_table(
        "votes",
        Text(
            "Che cosa voterebbero i soci, per forma giuridica",
            "What the members would vote for, by legal form",
        ),
        Text(
            f"Tabella colorata: probabilità che ogni sede vinca il voto sotto ciascuna forma; lo stallo è più probabile "
            f"con «{form.it}» ({percent(deadlock.nothing.value, 'it')}).",
            f"Coloured table: probability of each seat carrying the vote under each form; deadlock is most probable "
            f"under “{form.en}” ({percent(deadlock.nothing.value, 'en')}).",
        ),
        [names.of("forms", v.form) for v in decision.votes],
        [*(names.seat(s) for s in shown), Text("nessuna decisione", "no decision")],
        cells,
        of=Text("Forma", "Form"),
    )


def _cell(share: float) -> Cell:
    return Cell(Text(percent(share, "it"), percent(share, "en")), share)


def regret(result: Result) -> Chart:
    """By how much each alternative falls short of the best, over the draws."""
    names = alternative_names(result)
    found = [(r, r.regret) for r in result.decision.alternatives if r.regret is not None]
    found.sort(key=lambda pair: pair[1].mean)
    recommended = result.decision.recommended
    rows = [
        Interval(names[r.id], s.p05, s.mean, s.p95, highlight=r.id == recommended)
        for r, s in found[:SHOWN]
    ]
    least = names[found[0][0].id]
    return interval_dots(
        "regret",
        Text("Il rimpianto di ogni alternativa", "The regret of each alternative"),
        Text(
            f"Punti con intervallo P5–P95: quanto ogni alternativa resta sotto la migliore; il rimpianto medio minore è di «{least.it}».",
            f"Dots with a P5–P95 interval: how far each alternative stays below the best; the least mean regret is that of “{least.en}”.",
        ),
        rows,
        of=Text("Alternativa", "Alternative"),
        measure=Column(
            "regret",
            Text("valore perso, da 0 a 1 (media)", "value lost, 0 to 1 (mean)"),
            "number",
            3,
        ),
    )


def information(result: Result, names: Names) -> Chart | None:
    """What knowing each figure is worth before choosing the place."""
    known = result.decision.information
    rows = [(w, w.money, w.value.se * known.point) for w in known.figures]
    title = Text(
        "Che cosa verificare prima di scegliere la sede", "What to verify before choosing the seat"
    )
    return _worth("information", title, rows, names)


def information_economic(result: Result, names: Names) -> Chart | None:
    """What knowing each figure is worth before deciding to go on at all."""
    rows = [(w, w.money, w.value.se) for w in result.decision.information.economic]
    title = Text(
        "Che cosa verificare prima di decidere se procedere",
        "What to verify before deciding whether to go on",
    )
    return _worth("information_economic", title, rows, names)


def _worth(
    name: str, title: Text, rows: Sequence[tuple[Worth, float, float]], names: Names
) -> Chart | None:
    worth = [row for row in rows if row[1] > 0][:SHOWN]
    if not worth:
        return None
    first = names.figure(worth[0][0].figure)
    return ranked_bars(
        name,
        title,
        Text(
            f"Barre: vale di più verificare «{first.it}».",
            f"Bars: most worth verifying is “{first.en}”.",
        ),
        [Bar(names.figure(w.figure), money, se) for w, money, se in worth],
        of=Text("Dato", "Figure"),
        measure=Column("worth", VALUE, "money", 0, "EUR"),
    )
