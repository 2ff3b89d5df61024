"""Variants: the same question asked otherwise, to see what the answer rests on."""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from fucina.documents.text import Text
from fucina.study.demand import PROXIES, Proxy
from fucina.study.evaluation import Evaluation, evaluate, raw_criteria, values
from fucina.study.opinion import Opinion, estimated, opinion
from fucina.study.result import Variant
from fucina.study.sampling import Floats
from fucina.study.schema import Criterion

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
    evaluation: Evaluation, matrix: Floats, recommended: str, seat: str
) -> list[Variant]:
    """Every variant: other proxies of demand, criteria left out one by one, judged criteria left out
    together, weights of which nothing is assumed. ``matrix`` (n, alternatives, criteria) holds the
    values of the question as the study asks it."""
    study, sample = evaluation.study, evaluation.sample

    def asked(
        kind: Kind, identity: str, name: Text, views: Opinion, of: Evaluation = evaluation
    ) -> Variant:
        return _variant(kind, identity, name, views, of, recommended, seat)

    def without(left_out: list[Criterion]) -> Opinion:
        kept = [i for i, c in enumerate(study.criteria) if c not in left_out]
        return opinion(study, matrix[:, :, kept], [study.criteria[i] for i in kept], sample)

    def found() -> Iterator[Variant]:
        for proxy in PROXIES[1:]:
            other = evaluate(study, sample, proxy, ranked_only=True)
            scaled = values(study, raw_criteria(other, other.ranked))
            views = opinion(study, scaled, study.criteria, sample)
            yield asked("proxy", proxy, PROXY_NAMES[proxy], views, other)
        for criterion in study.criteria:
            name = Text(f"senza «{criterion.name.it}»", f"without “{criterion.name.en}”")
            yield asked("criterion", criterion.id, name, without([criterion]))
        judged = [c for c in study.criteria if c.measure == "judged"]
        if 1 < len(judged) < len(study.criteria):
            yield asked("judgement", "unjudged", UNJUDGED, without(judged))
        if any(stakeholder.weights.order for stakeholder in study.stakeholders):
            views = opinion(study, matrix, study.criteria, sample, weights_known=False)
            yield asked("weights", "unweighted", UNWEIGHTED, views)

    return list(found())


def _variant(
    kind: Kind,
    identity: str,
    name: Text,
    views: Opinion,
    of: Evaluation,
    recommended: str,
    seat: str,
) -> Variant:
    ids = [o.alternative.id for o in of.ranked]
    mains = [str(o.alternative.main) for o in of.ranked]
    shares = [views.group(i) for i in range(len(ids))]
    by_seat = {
        m: np.sum([s for s, main in zip(shares, mains, strict=True) if main == m], axis=0)
        for m in mains
    }
    best_seat = max(by_seat, key=lambda m: by_seat[m].mean())
    best = max(
        (i for i in range(len(ids)) if mains[i] == best_seat), key=lambda i: shares[i].mean()
    )
    own = by_seat.get(seat, np.zeros(views.winners.shape[1]))
    return Variant(
        id=identity,
        kind=kind,
        name=name,
        alternative=ids[best],
        seat=best_seat,
        probability=estimated(by_seat[best_seat]),
        of_recommended=estimated(own),
        changes_alternative=ids[best] != recommended,
        changes_seat=best_seat != seat,
    )
