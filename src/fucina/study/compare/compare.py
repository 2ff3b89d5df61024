"""Compares two runs of one study."""

import math
from collections import Counter
from typing import Literal

from fucina.documents.text import Text
from fucina.study.compare import changes
from fucina.study.compare.attribution import BROKEN, DRAWS, Progress, attribute
from fucina.study.compare.comparison import Comparison, Moved, Proposal, Setting
from fucina.study.compare.groups import counted
from fucina.study.result import Estimated, Result
from fucina.study.result.decision import Ranked
from fucina.study.schema import Study

MONEY = {
    "capital": Text("Investimento", "Investment"),
    "net_cost": Text("Costo netto", "Net cost"),
    "cash_need": Text("Cassa da coprire", "Cash to cover"),
    "benefit": Text("Valore economico (VANE)", "Economic value (ENPV)"),
    "opening": Text("Mesi all’apertura", "Months to the opening"),
}


def compare(
    study_a: Study,
    result_a: Result,
    study_b: Study,
    result_b: Result,
    *,
    attributed: bool = True,
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> Comparison:
    """What changed from the first run to the second, and which changes moved the answer.

    The attribution recomputes up to 64 studies with ``draws`` common draws; ``attributed`` false leaves it out.
    Raises ValueError where the runs are of two different studies.
    """
    if study_a.header.id != study_b.header.id:
        raise ValueError(f"studies: {study_a.header.id} and {study_b.header.id} are not the same")
    studies, results = (study_a, study_b), (result_a, result_b)
    figures = changes.figures(study_a, study_b)
    records = changes.records(study_a, study_b)
    counts = counted(figures, records)
    attribution, unattributed = None, _why_not(counts, attributed=attributed)
    if unattributed is None:
        try:
            attribution = attribute(studies, results, counts, draws, progress)
        except BROKEN:
            unattributed = "not-computable"
    proposals = [_proposal(s, r) for s, r in zip(studies, results, strict=True)]
    return Comparison(
        study=study_b.header.id,
        name=study_b.header.name,
        same_answer=proposals[0].combination == proposals[1].combination,
        before=proposals[0],
        after=proposals[1],
        settings=_settings(result_a, result_b),
        figures=figures,
        records=records,
        seats=_chances(studies, "seats", result_a.decision.seats, result_b.decision.seats),
        strategies=_chances(
            studies, "strategies", result_a.decision.strategies, result_b.decision.strategies
        ),
        forms=_chances(studies, "forms", result_a.decision.forms, result_b.decision.forms),
        money=_money(result_a, result_b),
        attribution=attribution,
        unattributed=unattributed,
    )


def _why_not(
    counts: Counter[str], *, attributed: bool
) -> Literal["nothing-moves", "not-asked", "not-computable"] | None:
    if not counts:
        return "nothing-moves"
    return None if attributed else "not-asked"


def _proposal(study: Study, result: Result) -> Proposal:
    decision = result.decision
    where = next(a.name for a in result.alternatives if a.id == decision.recommended)
    return Proposal(
        combination=decision.combination,
        seat=decision.seat,
        names=[
            study.named("seats")[decision.seat].name,
            where,
            study.named("strategies")[decision.strategy].name,
            study.named("forms")[decision.form].name,
        ],
    )


def _settings(first: Result, second: Result) -> list[Setting]:
    pairs = [
        Setting(name="draws", before=str(first.draws), after=str(second.draws)),
        Setting(name="seed", before=str(first.seed), after=str(second.seed)),
        Setting(name="engine", before=first.fucina, after=second.fucina),
        Setting(name="proxy", before=first.proxy, after=second.proxy),
    ]
    return [pair for pair in pairs if pair.before != pair.after]


def _chances(
    studies: tuple[Study, Study], plural: str, first: list[Ranked], second: list[Ranked]
) -> list[Moved]:
    """From the most probable of the second run down."""
    before = {r.id: r.probability for r in first}
    after = {r.id: r.probability for r in second}
    names = {**studies[0].named(plural), **studies[1].named(plural)}
    return [
        moved(name, names[name].name, before.get(name), after.get(name))
        for name in dict.fromkeys([*after, *before])
    ]


def _money(first: Result, second: Result) -> list[Moved]:
    found = []
    for name, text in MONEY.items():
        spreads = [
            getattr(next(c for c in r.combinations if c.id == r.decision.combination), name)
            for r in (first, second)
        ]
        before, after = (Estimated(value=s.mean, se=s.se) for s in spreads)
        found.append(moved(name, text, before, after))
    return found


def moved(name: str, text: Text, before: Estimated | None, after: Estimated | None) -> Moved:
    """A quantity in two runs. Where a run does not have it, there is no difference to tell."""
    difference = z = None
    if before is not None and after is not None:
        difference = after.value - before.value
        error = math.hypot(before.se, after.se)
        z = difference / error if error else 0.0 if difference == 0 else None
    return Moved(id=name, name=text, before=before, after=after, difference=difference, z=z)
