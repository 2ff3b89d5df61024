"""Information: which figure to verify first, and what it is worth."""

import numpy as np

from fucina.methods.uncertainty import evpi, evppi
from fucina.study.decision.opinion import Opinion
from fucina.study.evaluation.combination import Combination
from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.result.choice import Information, Worth
from fucina.study.result.number import Estimated
from fucina.study.sampling import Floats, Sample

SCREENED = 24
"""How many figures are looked at closely: those with which the values of the best alternatives move most."""
DRAWS = 4_000
"""How many draws the regressions use."""
TOLD = 12
"""How many figures are told."""
DECISIONS = 8
"""How many alternatives are weighed: the best on average; the others are never chosen, knowing or not."""


def information(evaluation: Evaluation, views: Opinion, chosen: Combination) -> Information:
    """What knowing everything, and each figure alone, is worth: before the place is chosen, and before one goes on.

    For the place, the stakeholders' mean value is what is to be made as large as possible. A point of it is worth
    what the net-cost criterion says: the money between its worst and its best, over its mean weight.
    """
    sample = evaluation.sample
    value = views.together.T
    order = np.argsort(-value.mean(axis=0), kind="stable")[:DECISIONS]
    value = np.ascontiguousarray(value[:, order])
    money = _economic(evaluation, chosen)
    point = _point(views, sample)
    perfect = Estimated.of(evpi(value))
    return Information(
        perfect=perfect,
        perfect_money=perfect.value * point,
        point=point,
        figures=_worths(value, point, sample),
        perfect_economic=Estimated.of(evpi(money)),
        economic=_worths(money, 1.0, sample),
    )


def _economic(evaluation: Evaluation, chosen: Combination) -> Floats:
    """The economic net present value (n, d) of doing nothing, doing the minimum, and every strategy at the
    proposed place under the proposed form."""
    found = [
        evaluation.indicator("benefit", i)
        for i, c in enumerate(evaluation.plan.combinations)
        if c.alternative.baseline
        or (c.form == chosen.form and c.ranked and c.alternative.id == chosen.alternative.id)
    ]
    return np.stack(found, axis=1)


def _worths(worth: Floats, point: float, sample: Sample) -> list[Worth]:
    """What each figure is worth for a choice among columns of ``worth`` (n, d), the most first."""
    n = min(DRAWS, sample.draws)
    found = []
    for key in _screened(worth, sample):
        known = evppi(worth[:n], sample.uncertain[key][:n])
        value = max(0.0, known.value.value)
        found.append(
            Worth(
                figure=key,
                value=Estimated(value=value, se=known.value.se),
                floor=Estimated(value=max(0.0, known.floor.value), se=known.floor.se),
                money=value * point,
            )
        )
    worth_something = [w for w in found if w.value.value > 0]
    return sorted(worth_something, key=lambda w: (-w.value.value, w.figure))[:TOLD]


def _point(views: Opinion, sample: Sample) -> float:
    """What a whole point of value is worth in the study's currency; nothing without a net-cost criterion."""
    criteria = sample.study.criteria
    place = next((k for k, c in enumerate(criteria) if c.measure == "net_cost"), None)
    if place is None:
        return 0.0
    criterion = criteria[place]
    weight = float(views.weights[:, place].mean())
    return abs(criterion.best - criterion.worst) * 1e6 / weight


def _screened(worth: Floats, sample: Sample) -> list[str]:
    """The figures whose draws go along most with the gains of one alternative over the best on average."""
    first = int(worth.mean(axis=0).argmax())
    gains = np.delete(worth, first, axis=1) - worth[:, [first]]
    if gains.shape[1] == 0 or sample.draws < 100:
        return []
    gains = gains - gains.mean(axis=0)
    norm = np.sqrt((gains * gains).sum(axis=0))
    norm[norm == 0] = np.inf
    found = []
    for key, draws in sample.uncertain.items():
        own = draws - draws.mean()
        length = float(np.sqrt(own @ own))
        if length > 0:
            along = np.abs(own @ gains) / (length * norm)
            found.append((float((along * norm)[np.isfinite(norm)].max()), key))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [key for _, key in found[:SCREENED]]
