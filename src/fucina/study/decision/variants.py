"""Variants: the same question asked otherwise, to see what the answer rests on."""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from fucina.documents.text import Text
from fucina.study.decision.opinion import Opinion, estimated, opinion
from fucina.study.demand import PROXIES, Proxy
from fucina.study.evaluation.criteria import Judged, judge
from fucina.study.evaluation.evaluate import Evaluation, evaluate
from fucina.study.result.decision import Variant
from fucina.study.sampling import Part

DRAWS = 2_000
"""How many draws a variant is asked with: its own errors say how sure it is."""
PROXY_NAMES: dict[Proxy, Text] = {
    "stops": Text("domanda della città distribuita per fermate", "city demand spread by stops"),
    "even": Text("domanda della città distribuita in modo uniforme", "city demand spread evenly"),
    "single": Text("la città come un solo punto", "the city as a single point"),
    "population": Text(
        "tutti i residenti invece della fascia 15-64", "all residents instead of ages 15-64"
    ),
    "suburban": Text("peso della città dimezzato", "the city’s weight halved"),
}
UNJUDGED = Text("senza alcun criterio giudicato", "without any judged criterion")
UNWEIGHTED = Text("senza ipotesi sui pesi di nessuno", "with nothing assumed of anyone’s weights")
Kind = Literal["proxy", "criterion", "judgement", "weights"]


def other_ways(
    evaluation: Evaluation, judged: Judged, recommended: str, seat: str
) -> list[Variant]:
    """Every variant: other proxies of demand, criteria left out one by one, judged criteria left out
    together, weights of which nothing is assumed. ``judged`` holds the values of the question as the study
    asks it."""
    study = evaluation.study
    sample = Part(evaluation.sample, 0, min(DRAWS, evaluation.sample.draws))
    judged = judged.first(sample.draws)

    def asked(kind: Kind, identity: str, name: Text, views: Opinion) -> Variant:
        return _variant(kind, identity, name, views, recommended, seat)

    def found() -> Iterator[Variant]:
        for proxy in PROXIES[1:]:
            other = evaluate(
                study, sample.draws, sample.seed, proxy, ranked_only=True, sample=sample
            )
            yield asked("proxy", proxy, PROXY_NAMES[proxy], opinion(judge(other), sample))
        for criterion in study.criteria:
            name = Text(f"senza «{criterion.name.it}»", f"without “{criterion.name.en}”")
            views = opinion(judged.without([criterion]), sample)
            yield asked("criterion", criterion.id, name, views)
        subjective = [c for c in study.criteria if c.measure == "judged"]
        if 1 < len(subjective) < len(study.criteria):
            views = opinion(judged.without(subjective), sample)
            yield asked("judgement", "unjudged", UNJUDGED, views)
        if any(stakeholder.weights.order for stakeholder in study.stakeholders):
            views = opinion(judged, sample, weights_known=False)
            yield asked("weights", "unweighted", UNWEIGHTED, views)

    return list(found())


def _variant(
    kind: Kind, identity: str, name: Text, views: Opinion, recommended: str, seat: str
) -> Variant:
    by_seat, by_alternative = views.by_seat(), views.by_alternative()
    best_seat = max(by_seat, key=lambda m: by_seat[m].mean())
    at_seat = [a for a, m in zip(views.alternatives, views.mains, strict=True) if m == best_seat]
    best = max(at_seat, key=lambda a: by_alternative[a].mean())
    own = by_seat.get(seat, np.zeros(views.winners.shape[1]))
    return Variant(
        id=identity,
        kind=kind,
        name=name,
        alternative=best,
        seat=str(best_seat),
        probability=estimated(by_seat[best_seat]),
        of_recommended=estimated(own),
        changes_alternative=best != recommended,
        changes_seat=best_seat != seat,
    )
