"""Decision: who prefers what, how surely, what the group can agree on, and what the answer rests on."""

import numpy as np

from fucina.methods.decision import Smaa, borda, kendall_w, minimax_regret
from fucina.methods.uncertainty import first_order_given_data
from fucina.study.evaluation import Evaluation, raw_criteria, values
from fucina.study.opinion import Opinion, estimated, opinion
from fucina.study.result import Decision, Driver, Estimated, Ranked, StakeholderView
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Stakeholder
from fucina.study.variants import other_ways

MOVES = 12
"""How many of the figures that move the answer are reported."""
BINS = 20
"""Bins of the given-data sensitivity index; each needs ten draws."""


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
    variants = other_ways(evaluation, matrix, ids[best_of_seat], seat)
    return Decision(
        recommended=ids[best_of_seat],
        seat=seat,
        probability=estimated(shares[best_of_seat]),
        seat_probability=estimated(seat_shares[seat]),
        runner_up=ids[second if best_of_seat == first else first],
        ahead_of_runner_up=_ahead(
            views, best_of_seat, second if best_of_seat == first else first, sample.draws
        ),
        sensitive=any(variant.changes_seat for variant in variants),
        concordance=_concordance(ranks),
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


def _concordance(ranks: Floats) -> float:
    """Kendall's W; whole where there is nothing to disagree on."""
    return 1.0 if np.ptp(ranks) == 0 else kendall_w(ranks)


def _ahead(views: Opinion, first: int, second: int, draws: int) -> Estimated:
    """Mean over the stakeholders of P(first before second). The error is an upper bound: it is reached
    if in every draw all of them agree."""
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
        probability=estimated(shares[i]),
        expected_rank=float(ranks[:, i].mean()),
        acceptability=acceptability.tolist(),
        central_weights=central,
        borda=float(points[i]),
    )


def _by_share(shares: dict[str, Floats]) -> list[Ranked]:
    found = [Ranked(id=key, probability=estimated(share)) for key, share in shares.items()]
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
