"""Decides: seat, location, strategy and form together, for each stakeholder, for the group, and by vote."""

from collections.abc import Hashable

import numpy as np

from fucina.methods.decision import Smaa, borda, kendall_w, minimax_regret
from fucina.study.decision.cases import cases
from fucina.study.decision.drivers import drivers, groups
from fucina.study.decision.gates import gates
from fucina.study.decision.information import information
from fucina.study.decision.nothing import nothing
from fucina.study.decision.opinion import Opinion, estimated
from fucina.study.decision.variants import other_ways
from fucina.study.decision.votes import votes
from fucina.study.evaluation.criteria import Judged
from fucina.study.evaluation.evaluate import Evaluation, Progress
from fucina.study.result.decision import Decision, Ranked, StakeholderView
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats
from fucina.study.schema import Stakeholder


def decide(
    evaluation: Evaluation, judged: Judged, views: Opinion, progress: Progress | None = None
) -> Decision:
    """The decision, and everything it rests on. ``views`` are what the stakeholders make of ``judged``."""
    tell = progress or (lambda _share: None)
    study, sample = evaluation.study, evaluation.sample
    by_seat, by_alternative = views.by_seat(), views.by_alternative()
    seat = str(_most(by_seat))
    main = dict(zip(views.alternatives, views.mains, strict=True))
    at_seat = {a: share for a, share in by_alternative.items() if main[str(a)] == seat}
    recommended = str(_most(at_seat))
    combinations = views.shares([c.id for c in views.combinations])
    own = {c.id: c for c in views.combinations if c.alternative.id == recommended}
    chosen = own[str(_most({name: combinations[name] for name in own}))]
    place = next(i for i, c in enumerate(evaluation.plan.combinations) if c.id == chosen.id)
    order = sorted(views.alternatives, key=lambda a: (-by_alternative[a].mean(), a))
    runner_up = next((a for a in order if a != recommended), recommended)
    tell(0.1)
    variants = other_ways(evaluation, judged, recommended, seat)
    tell(0.5)
    ranks = np.stack([result.expected_rank for result in views.ranking])
    points = borda(ranks)
    told = _Telling(views, by_alternative, ranks, points)
    known = information(evaluation, views, chosen)
    tell(0.7)
    result = Decision(
        recommended=recommended,
        combination=chosen.id,
        strategy=chosen.strategy,
        form=str(chosen.form),
        seat=seat,
        probability=estimated(by_alternative[recommended]),
        seat_probability=estimated(by_seat[seat]),
        combination_probability=estimated(combinations[chosen.id]),
        runner_up=runner_up,
        ahead_of_runner_up=_ahead(views, recommended, runner_up),
        sensitive=any(variant.changes_seat for variant in variants),
        concordance=1.0 if np.ptp(ranks) == 0 else kendall_w(ranks),
        alternatives=[told.ranked(a) for a in order],
        seats=_by_share(by_seat),
        kinds=_by_share(views.shares([c.alternative.kind for c in views.combinations])),
        strategies=_by_share(views.shares([c.strategy for c in views.combinations])),
        forms=_by_share(views.shares([c.form for c in views.combinations])),
        stakeholders=[
            _view(s, r, f, views, recommended)
            for s, r, f in zip(study.stakeholders, views.ranking, views.favourites, strict=True)
        ],
        pairwise=told.pairwise(order),
        votes=votes(study, views),
        cases=cases(views, sample, seat),
        information=known,
        groups=groups(evaluation, place),
        gates=gates(evaluation, place, by_seat[seat]),
        nothing=nothing(evaluation, place),
        variants=variants,
        drivers=drivers(sample, by_seat[seat]),
        compromise_borda=views.alternatives[int(np.argmax(points))],
        compromise_regret=views.alternatives[minimax_regret(views.best.mean(axis=2)).best],
    )
    tell(1.0)
    return result


def proposed(evaluation: Evaluation, decision: Decision) -> int:
    """The place, among the plan's combinations, of the one that is proposed."""
    return next(
        i for i, c in enumerate(evaluation.plan.combinations) if c.id == decision.combination
    )


def _most(shares: dict[Hashable, Floats]) -> Hashable:
    """The name with the greatest mean share, the first of equals."""
    return max(shares, key=lambda name: shares[name].mean())


def _ahead(views: Opinion, first: str, second: str) -> Estimated:
    """Mean over the stakeholders of P(first before second). The error is an upper bound: it is reached
    if in every draw all of them agree."""
    i, j = views.alternatives.index(first), views.alternatives.index(second)
    value = float(np.mean([result.pairwise[i, j] for result in views.ranking]))
    return Estimated(value=value, se=float(np.sqrt(value * (1 - value) / views.best.shape[2])))


class _Telling:
    """Tells of each alternative what the stakeholders make of it."""

    def __init__(
        self, views: Opinion, shares: dict[Hashable, Floats], ranks: Floats, points: Floats
    ) -> None:
        self.views, self.shares, self.ranks, self.points = views, shares, ranks, points
        self.best = views.together.max(axis=0)

    def ranked(self, name: str) -> Ranked:
        views = self.views
        i = views.alternatives.index(name)
        acceptability = np.mean([result.acceptability[i] for result in views.ranking], axis=0)
        won = views.favourites == i
        central = [
            float((views.weights[:, k] * won).sum() / won.sum())
            for k in (range(views.weights.shape[1]) if won.any() else ())
        ]
        return Ranked(
            id=name,
            probability=estimated(self.shares[name]),
            expected_rank=float(self.ranks[:, i].mean()),
            acceptability=acceptability.tolist(),
            central_weights=central,
            borda=float(self.points[i]),
            regret=Spread.of(self.best - views.together[i]),
        )

    def pairwise(self, order: list[str]) -> list[list[float]]:
        places = [self.views.alternatives.index(name) for name in order]
        mean = np.mean([result.pairwise for result in self.views.ranking], axis=0)
        table: list[list[float]] = mean[np.ix_(places, places)].tolist()
        return table


def _by_share(shares: dict[Hashable, Floats]) -> list[Ranked]:
    found = [Ranked(id=str(key), probability=estimated(share)) for key, share in shares.items()]
    return sorted(found, key=lambda r: (-r.probability.value, r.id))


def _view(
    stakeholder: Stakeholder, result: Smaa, favourite: Floats, views: Opinion, recommended: str
) -> StakeholderView:
    first = [Estimated.share(favourite == i) for i in range(len(views.alternatives))]
    best = max(range(len(first)), key=lambda i: first[i].value)
    return StakeholderView(
        id=stakeholder.id,
        best=views.alternatives[best],
        probability=first[best],
        probabilities=first,
        expected_ranks=result.expected_rank.tolist(),
        agrees=views.alternatives[best] == recommended,
    )
