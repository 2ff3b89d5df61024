"""Who comes first, how surely, and what moves it."""

from fucina.documents.charts import (
    Bar,
    Cell,
    Chart,
    Stack,
    Swing,
    heat_table,
    ranked_bars,
    stacked_bars,
    tornado,
)
from fucina.documents.numbers import number, percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import HIGH, LOW, SHARE
from fucina.study.report.names import Names
from fucina.study.report.tables import alternative_names
from fucina.study.result import Result
from fucina.study.schema import Study

SHOWN_RANKS = 4
"""Ranks told apart in the chart of acceptability; the rest are summed."""
SHOWN_ALTERNATIVES = 6


def seat_probability(result: Result, names: Names) -> Chart:
    decision = result.decision
    bars = [
        Bar(
            names.seat(r.id), r.probability.value, r.probability.se, highlight=r.id == decision.seat
        )
        for r in decision.seats
    ]
    best = names.seat(decision.seat)
    return ranked_bars(
        "seat_probability",
        Text("Quale sede risulta prima", "Which seat comes first"),
        Text(
            f"Barre: {best.it} è prima con probabilità {percent(decision.seat_probability.value, 'it')}.",
            f"Bars: {best.en} is first with probability {percent(decision.seat_probability.value, 'en')}.",
        ),
        bars,
        of=Text("Sede", "Seat"),
        measure=SHARE,
    )


def rank_acceptability(result: Result) -> Chart:
    """Share of draws at each rank, for every ranked alternative."""
    names = alternative_names(result)
    ranks = len(result.decision.alternatives)
    shown = min(SHOWN_RANKS, ranks)
    stacks = [
        Stack(
            names[r.id],
            [*r.acceptability[:shown], *([sum(r.acceptability[shown:])] if ranks > shown else [])],
            highlight=r.id == result.decision.recommended,
        )
        for r in result.decision.alternatives
    ]
    parts = [Text(f"{i}º posto", f"rank {i}") for i in range(1, shown + 1)]
    if ranks > shown:
        parts.append(Text(f"dal {shown + 1}º in poi", f"rank {shown + 1} or below"))
    first = names[result.decision.alternatives[0].id]
    return stacked_bars(
        "rank_acceptability",
        Text("Accettabilità dei ranghi", "Rank acceptability"),
        Text(
            f"Barre al 100%: quota di estrazioni in cui ogni alternativa occupa ciascun posto; in testa «{first.it}».",
            f"100% bars: share of draws in which each alternative holds each rank; “{first.en}” leads.",
        ),
        stacks,
        parts=parts,
        of=Text("Alternativa", "Alternative"),
        measure=Column("share", Text("quota delle estrazioni", "share of draws"), "percent", 0),
    )


def stakeholders(study: Study, result: Result, names: Names) -> Chart:
    """Probability of being first, by institution and alternative."""
    alternatives = alternative_names(result)
    order = [r.id for r in result.decision.alternatives][:SHOWN_ALTERNATIVES]
    ranked = [a.id for a in result.alternatives if a.ranked]
    cells = [
        [
            Cell(
                Text(percent(p.value, "it"), percent(p.value, "en")),
                p.value,
            )
            for p in (view.probabilities[ranked.index(a)] for a in order)
        ]
        for view in result.decision.stakeholders
    ]
    return heat_table(
        "stakeholders",
        Text(
            "Quale alternativa è prima, per istituzione",
            "Which alternative is first, by institution",
        ),
        Text(
            "Tabella colorata: per ogni istituzione, con i pesi ipotizzati, la probabilità che ciascuna alternativa sia prima.",
            "Coloured table: for each institution, with the weights assumed, the probability of each alternative being first.",
        ),
        [names.of("stakeholders", view.id) for view in result.decision.stakeholders],
        [alternatives[a] for a in order],
        cells,
        of=Text("Istituzione", "Institution"),
    )


def variants(result: Result, names: Names) -> Chart:
    """The proposed seat's probability when the question is asked otherwise."""
    seat = names.seat(result.decision.seat)
    bars = [
        Bar(
            Text("come proposto", "as proposed"),
            result.decision.seat_probability.value,
            result.decision.seat_probability.se,
            highlight=True,
        )
    ]
    bars += [
        Bar(v.name, v.of_recommended.value, v.of_recommended.se) for v in result.decision.variants
    ]
    changed = [v for v in result.decision.variants if v.changes_seat]
    return ranked_bars(
        "variants",
        Text(
            f"Se si chiede in altro modo: probabilità di {seat.it}",
            f"If asked otherwise: probability of {seat.en}",
        ),
        Text(
            f"Barre: la probabilità di {seat.it} in {len(result.decision.variants)} varianti; la sede prima cambia in {len(changed)}.",
            f"Bars: the probability of {seat.en} in {len(result.decision.variants)} variants; the first seat changes in {len(changed)}.",
        ),
        bars,
        of=Text("Variante", "Variant"),
        measure=SHARE,
    )


def drivers(result: Result, names: Names) -> Chart | None:
    """How far each of the figures that matter moves the proposed seat's probability; none if none does."""
    if not result.decision.drivers:
        return None
    seat = names.seat(result.decision.seat)
    swings = [
        Swing(names.figure(d.figure), d.low_third, d.high_third)
        for d in result.decision.drivers[:8]
    ]
    return tornado(
        "drivers",
        Text(
            f"I dati che spostano la probabilità di {seat.it}",
            f"The figures that move the probability of {seat.en}",
        ),
        Text(
            f"Grafico a tornado: la probabilità di {seat.it} quando ogni dato sta nel suo terzo più basso o più alto.",
            f"Tornado chart: the probability of {seat.en} when each figure lies in its lowest or highest third.",
        ),
        swings,
        result.decision.seat_probability.value,
        of=Text("Dato", "Figure"),
        measure=SHARE,
        low_label=LOW,
        high_label=HIGH,
    )


def criteria(study: Study, result: Result) -> Chart:
    """How every alternative does under each criterion, from worst to best."""
    names = alternative_names(result)
    order = [r.id for r in result.decision.alternatives][:SHOWN_ALTERNATIVES]
    value = {(cell.alternative, cell.criterion): cell.value for cell in result.criteria}
    order = [a for a in order if (a, study.criteria[0].id) in value]
    cells = [[_scaled(value[a, criterion.id]) for a in order] for criterion in study.criteria]
    first = names[result.decision.recommended]
    return heat_table(
        "criteria",
        Text("Le alternative sotto ogni criterio", "The alternatives under each criterion"),
        Text(
            f"Tabella colorata: valore medio da 0 (peggiore) a 1 (migliore) di ogni alternativa sotto {len(study.criteria)} criteri; la proposta è «{first.it}».",
            f"Coloured table: mean value, 0 (worst) to 1 (best), of each alternative under {len(study.criteria)} criteria; the proposal is “{first.en}”.",
        ),
        [c.name for c in study.criteria],
        [names[a] for a in order],
        cells,
        of=Text("Criterio", "Criterion"),
    )


def _scaled(value: float) -> Cell:
    return Cell(Text(number(value, "it", 2), number(value, "en", 2)), min(max(value, 0.0), 1.0))
