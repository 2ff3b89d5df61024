"""Gates: whether the conditions to go on hold, as far as one can tell today."""

import numpy as np

from fucina.study.evaluation.evaluate import Evaluation
from fucina.study.result.choice import ConditionResult, GateResult
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats
from fucina.study.schedule import programming
from fucina.study.schema import Condition


def gates(evaluation: Evaluation, place: int, seat_share: Floats) -> list[GateResult]:
    """Every gate of the programme of the combination at ``place``; ``seat_share`` (n,) of the stakeholders is for
    its seat."""
    study, sample = evaluation.study, evaluation.sample
    combination = evaluation.plan.combinations[place]
    times = programming(study, combination.alternative, combination.form, sample)
    if times is None:
        return []
    column = {activity.id: i for i, activity in enumerate(times.activities)}
    found = []
    for gate in study.gates:
        waits = [times.plan.finish[:, column[a]] for a in gate.after if a in column]
        conditions = [
            _condition(evaluation, place, seat_share, condition) for condition in gate.condition
        ]
        found.append(
            GateResult(
                gate=gate.id,
                month=Spread.of(np.max(waits, axis=0) if waits else np.zeros(sample.draws)),
                opens=all(condition.holds for condition in conditions),
                conditions=conditions,
            )
        )
    return found


def _condition(
    evaluation: Evaluation, place: int, seat_share: Floats, condition: Condition
) -> ConditionResult:
    values = _measured(evaluation, place, seat_share, condition)
    met = (
        values <= condition.limit if condition.direction == "at-most" else values >= condition.limit
    )
    share = Estimated.share(met)
    asked = condition.confidence
    if condition.measure == "seat_probability":  # one number, and no draw of it: it holds or not
        asked = 1.0
    return ConditionResult(
        text=condition.text,
        measure=condition.measure,
        probability=share,
        asked=asked,
        holds=share.value >= asked,
    )


def _measured(
    evaluation: Evaluation, place: int, seat_share: Floats, condition: Condition
) -> Floats:
    match condition.measure:
        case "opening":
            return evaluation.opening(place)
        case "seat_probability":
            return np.full(evaluation.sample.draws, seat_share.mean())
        case "figure":
            plural, subject, attribute = str(condition.figure).split(".")
            return evaluation.sample.of(plural, subject, attribute)
        case _:
            return evaluation.indicator(condition.measure, place) / 1e6
