"""The location hypotheses compared, baselines included, and the proof of every optimum."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import of_subject, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import AlternativeResult, Combination
from fucina.study.schema import Location


@dataclass(frozen=True)
class Hypothesis:
    id: str
    name: str
    description: str
    share: str
    best: str
    baseline: bool
    figures: Table


@dataclass(frozen=True)
class Hypotheses:
    best_kind: str
    best_share: str
    hypotheses: list[Hypothesis]
    table: Table
    too_small: Table
    proofs: Table


def hypotheses(reader: Reader) -> Hypotheses:
    kinds = reader.result.decision.kinds
    best = next(x for x in reader.study.locations if x.kind == kinds[0].id)
    return Hypotheses(
        best_kind=reader.said(best.name),
        best_share=reader.probability(kinds[0].probability),
        hypotheses=[_hypothesis(reader, location) for location in reader.study.locations],
        table=_table(reader),
        too_small=_too_small(reader),
        proofs=_proofs(reader),
    )


def _hypothesis(reader: Reader, location: Location) -> Hypothesis:
    chances = {kind.id: kind.probability for kind in reader.result.decision.kinds}
    chance = chances.get(location.kind)
    ids = {a.id for a in reader.result.alternatives if a.location == location.id}
    best = next((a for a in reader.result.decision.alternatives if a.id in ids), None)
    return Hypothesis(
        id=location.id,
        name=reader.said(location.name),
        description=reader.said(location.description),
        share=reader.probability(chance) if chance else "",
        best=reader.alternative(best.id) if best else "",
        baseline=location.kind in ("do-nothing", "do-minimum"),
        figures=resting(
            reader,
            of_subject(reader, "locations", location.id),
            reader.said(location.name),
            own=True,
        ),
    )


def _money(reader: Reader) -> dict[str, Combination]:
    """Every alternative under the strategy it was compared with; of a few the money is not told."""
    own = {a.id: a.strategy for a in reader.result.alternatives}
    return {
        c.alternative: c
        for c in reader.result.finance.combinations
        if c.strategy == own[c.alternative] or not c.strategy
    }


def _table(reader: Reader) -> Table:
    columns = [
        text_column(_("Hypothesis")),
        text_column(_("Seats")),
        number_column(_("Probability")),
        number_column(_("Net present cost")),
        number_column(_("Opening"), _("months")),
    ]
    chances = {a.id: a.probability for a in reader.result.decision.alternatives}
    money = _money(reader)
    rows: list[Row] = []
    for alternative in sorted(
        (a for a in reader.result.alternatives if not a.too_small),
        key=lambda a: -chances[a.id].value if a.id in chances else 1,
    ):
        chance, found = chances.get(alternative.id), money.get(alternative.id)
        rows.append(
            row(
                [
                    reader.said(alternative.name),
                    _seats(reader, alternative),
                    cell(reader.probability(chance), value=chance.value)
                    if chance
                    else _("baseline"),
                    cell(reader.millions(found.net_cost.mean), value=found.net_cost.mean)
                    if found
                    else "–",
                    cell(reader.number(found.opening.p50), value=found.opening.p50)
                    if found and found.opening
                    else "–",
                ],
                emphasis=alternative.id == reader.result.decision.recommended,
            )
        )
    return Table(_("Every hypothesis, the most probable first"), columns, rows)


def _seats(reader: Reader, alternative: AlternativeResult) -> str:
    pairs = zip(alternative.seats, alternative.shares, strict=True)
    return (
        ", ".join(f"{reader.seat(seat)} ({reader.percent(share)})" for seat, share in pairs) or "–"
    )


def _too_small(reader: Reader) -> Table:
    columns = [text_column(_("Hypothesis")), text_column(_("Seats without room for their share"))]
    rows: list[Row] = [
        row([reader.said(a.name), ", ".join(reader.seat(seat) for seat in a.too_small)])
        for a in reader.result.alternatives
        if a.too_small
    ]
    return Table(_("Left out because a seat is too small"), columns, rows)


def _proofs(reader: Reader) -> Table:
    statuses = {
        "optimal": _("Proved optimal"),
        "feasible": _("Feasible, not proved"),
        "time_limit": _("Stopped at the time limit"),
    }
    columns = [
        text_column(_("Hypothesis")),
        number_column(_("Mean travel time found"), _("minutes")),
        number_column(_("No solution is below"), _("minutes")),
        number_column(_("Gap")),
        text_column(_("Status")),
    ]
    total = _demand(reader)
    rows: list[Row] = [
        row(
            [
                reader.said(a.name),
                cell(reader.number(a.proof.value / total, 3), value=a.proof.value),
                cell(reader.number(a.proof.bound / total, 3), value=a.proof.bound),
                reader.percent(a.proof.gap, 4),
                statuses[a.proof.status],
            ]
        )
        for a in reader.result.alternatives
        if a.proof is not None
    ]
    return Table(_("The best sets of seats and their proofs"), columns, rows)


def _demand(reader: Reader) -> float:
    """The demand that travels: the optimum's value is person-minutes over all of it."""
    return sum(m.population_15_64 for m in reader.study.municipalities) or 1.0
