"""Decision: who prefers what, how surely, what the group can agree on, and what the answer rests on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fucina.documents.text import Text
from fucina.methods.decision import (
    Smaa,
    WeightSet,
    borda,
    kendall_w,
    minimax_regret,
    sample_weights,
    smaa,
)
from fucina.methods.uncertainty import first_order_given_data, mean
from fucina.study.demand import PROXIES, Proxy
from fucina.study.evaluation import Evaluation, evaluate, raw_criteria, values
from fucina.study.result import Decision, Driver, Estimated, Ranked, StakeholderView, Variant
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Criterion, Stakeholder, Study

MOVES = 12
"""How many of the figures that move the answer are reported."""
BINS = 20
"""Bins of the given-data sensitivity index; each needs ten draws."""
PROXY_NAMES: dict[Proxy, Text] = {
    "stops": Text("domanda della città distribuita per fermate", "city demand spread by stops"),
    "even": Text("domanda della città distribuita in modo uniforme", "city demand spread evenly"),
    "single": Text("la città come un solo punto", "the city as a single point"),
    "population": Text(
        "tutti i residenti invece della fascia 15-64", "all residents instead of ages 15-64"
    ),
    "suburban": Text("peso della città dimezzato", "the city’s weight halved"),
}


@dataclass(frozen=True)
class Opinion:
    """What every stakeholder's weights make of the alternatives; ``winners`` (stakeholders, n)."""

    results: tuple[Smaa, ...]
    winners: NDArray[np.intp]
    alternatives: int

    def group(self, index: int) -> Floats:
        """Share of the stakeholders, per draw (n,), for whom an alternative is best."""
        return np.asarray((self.winners == index).mean(axis=0), dtype=np.float64)


def weight_sets(study: Study, criteria: list[Criterion]) -> list[WeightSet]:
    """What is known of each stakeholder's weights, over some of the criteria."""
    place = {criterion.id: i for i, criterion in enumerate(criteria)}
    return [_weight_set(stakeholder, place) for stakeholder in study.stakeholders]


def opinion(study: Study, matrix: Floats, criteria: list[Criterion], sample: Sample) -> Opinion:
    """Stochastic multicriteria acceptability for every stakeholder: its own weights, the same draws."""
    results = tuple(
        smaa(matrix, sample_weights(known, sample.seed, f"weights.{stakeholder.id}", sample.draws))
        for stakeholder, known in zip(study.stakeholders, weight_sets(study, criteria), strict=True)
    )
    return Opinion(results, np.stack([result.best for result in results]), matrix.shape[1])


def decide(evaluation: Evaluation) -> Decision:
    """Ranks the alternatives for each stakeholder and for the group, and asks again in other ways."""
    study, sample = evaluation.study, evaluation.sample
    matrix = values(study, raw_criteria(evaluation, evaluation.ranked))
    views = opinion(study, matrix, study.criteria, sample)
    ids = [o.alternative.id for o in evaluation.ranked]
    mains = [str(o.alternative.main) for o in evaluation.ranked]
    shares = [views.group(i) for i in range(len(ids))]
    order = sorted(range(len(ids)), key=lambda i: (-shares[i].mean(), i))
    first = order[0]
    second = order[1] if len(order) > 1 else first
    seat_shares = {
        m: np.sum([s for s, main in zip(shares, mains, strict=True) if main == m], axis=0)
        for m in mains
    }
    kinds: list[str] = [o.alternative.kind for o in evaluation.ranked]
    kind_shares = {
        k: np.sum([s for s, kind in zip(shares, kinds, strict=True) if kind == k], axis=0)
        for k in kinds
    }
    ranks = np.stack([result.expected_rank for result in views.results])
    scores = np.stack([result.scores_mean for result in views.results])
    points = borda(ranks)
    seat = max(seat_shares, key=lambda m: seat_shares[m].mean())
    best_of_seat = next(i for i in order if mains[i] == seat)
    variants = _variants(evaluation, matrix, ids[best_of_seat], seat)
    return Decision(
        recommended=ids[best_of_seat],
        seat=seat,
        probability=_estimated(shares[best_of_seat]),
        seat_probability=_estimated(seat_shares[seat]),
        runner_up=ids[second if best_of_seat == first else first],
        ahead_of_runner_up=_ahead(
            views, best_of_seat, second if best_of_seat == first else first, sample.draws
        ),
        sensitive=any(variant.changes_seat for variant in variants),
        concordance=kendall_w(ranks),
        alternatives=[_ranked(views, ids, shares, ranks, points, i) for i in order],
        seats=_by_share(seat_shares),
        kinds=_by_share(kind_shares),
        stakeholders=[
            _view(s, r, ids, ids[best_of_seat])
            for s, r in zip(study.stakeholders, views.results, strict=True)
        ],
        pairwise=np.mean([result.pairwise for result in views.results], axis=0)[
            np.ix_(order, order)
        ].tolist(),
        variants=variants,
        drivers=drivers(sample, seat_shares[seat]),
        compromise_borda=ids[int(np.argmax(points))],
        compromise_regret=ids[minimax_regret(scores).best],
    )


def drivers(sample: Sample, answer: Floats) -> list[Driver]:
    """The figures that move ``answer`` (n,) most: first-order share of its variance, and its mean where
    the figure is in its lowest and in its highest third."""
    found = []
    if np.ptp(answer) == 0:
        return []
    for key, draws in sample.uncertain.items():
        share = first_order_given_data(draws, answer, bins=min(BINS, sample.draws // 10))
        low, high = np.quantile(draws, [1 / 3, 2 / 3])
        found.append(
            Driver(
                figure=key,
                share=Estimated.of(share),
                low_third=float(answer[draws <= low].mean()),
                high_third=float(answer[draws >= high].mean()),
            )
        )
    return sorted(found, key=lambda d: (-d.share.value, d.figure))[:MOVES]


def _weight_set(stakeholder: Stakeholder, place: dict[str, int]) -> WeightSet:
    groups = [tuple(place[c] for c in group if c in place) for group in stakeholder.weights.order]
    kept = tuple(group for group in groups if group)
    return WeightSet(len(place), order=kept or None)


def _estimated(samples: Floats) -> Estimated:
    return Estimated.of(mean(samples))


def _ahead(views: Opinion, first: int, second: int, draws: int) -> Estimated:
    """Mean over the stakeholders of P(first before second); the error as if they shared no draws."""
    shares = np.array([result.pairwise[first, second] for result in views.results])
    value = float(shares.mean())
    return Estimated(value=value, se=float(np.sqrt(value * (1 - value) / draws)))


def _ranked(
    views: Opinion, ids: list[str], shares: list[Floats], ranks: Floats, points: Floats, i: int
) -> Ranked:
    acceptability = np.mean([result.acceptability[i] for result in views.results], axis=0)
    counts = np.array([(row == i).sum() for row in views.winners], dtype=float)
    weights = np.stack([np.nan_to_num(result.central_weights[i]) for result in views.results])
    central = (counts @ weights / counts.sum()).tolist() if counts.sum() else []
    return Ranked(
        id=ids[i],
        probability=_estimated(shares[i]),
        expected_rank=float(ranks[:, i].mean()),
        acceptability=acceptability.tolist(),
        central_weights=central,
        borda=float(points[i]),
    )


def _by_share(shares: dict[str, Floats]) -> list[Ranked]:
    found = [Ranked(id=key, probability=_estimated(share)) for key, share in shares.items()]
    return sorted(found, key=lambda r: (-r.probability.value, r.id))


def _view(
    stakeholder: Stakeholder, result: Smaa, ids: list[str], recommended: str
) -> StakeholderView:
    first = [Estimated.share(result.best == i) for i in range(len(ids))]
    best = max(range(len(ids)), key=lambda i: first[i].value)
    return StakeholderView(
        id=stakeholder.id,
        best=ids[best],
        probability=first[best],
        probabilities=first,
        expected_ranks=result.expected_rank.tolist(),
        agrees=ids[best] == recommended,
    )


def _variants(evaluation: Evaluation, matrix: Floats, recommended: str, seat: str) -> list[Variant]:
    study, sample = evaluation.study, evaluation.sample
    ids = [o.alternative.id for o in evaluation.ranked]
    mains = [str(o.alternative.main) for o in evaluation.ranked]
    found = []
    for proxy in PROXIES[1:]:
        other = evaluate(study, sample, proxy, ranked_only=True)
        views = opinion(
            study, values(study, raw_criteria(other, other.ranked)), study.criteria, sample
        )
        other_ids = [o.alternative.id for o in other.ranked]
        other_mains = [str(o.alternative.main) for o in other.ranked]
        found.append(
            _variant(
                "proxy", proxy, PROXY_NAMES[proxy], views, other_ids, other_mains, recommended, seat
            )
        )
    for i, criterion in enumerate(study.criteria):
        kept = [c for c in study.criteria if c is not criterion]
        views = opinion(study, np.delete(matrix, i, axis=2), kept, sample)
        name = Text(f"senza «{criterion.name.it}»", f"without “{criterion.name.en}”")
        found.append(
            _variant("criterion", criterion.id, name, views, ids, mains, recommended, seat)
        )
    return found


def _variant(
    kind: str,
    identity: str,
    name: Text,
    views: Opinion,
    ids: list[str],
    mains: list[str],
    recommended: str,
    seat: str,
) -> Variant:
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
        kind="proxy" if kind == "proxy" else "criterion",
        name=name,
        alternative=ids[best],
        seat=best_seat,
        probability=_estimated(by_seat[best_seat]),
        of_recommended=_estimated(own),
        changes_alternative=ids[best] != recommended,
        changes_seat=best_seat != seat,
    )
