"""Calendar: the times of the proposed combination, as a run's result tells them."""

import numpy as np

from fucina.study.evaluation.combination import Combination
from fucina.study.result import ActivityTimes, Estimated, ProgrammeResult, Spread
from fucina.study.sampling import Floats, Planned, Sample
from fucina.study.schedule import programming
from fucina.study.schema import Figure, Study


def calendar(study: Study, chosen: Combination, sample: Sample) -> ProgrammeResult:
    """The times of the chosen combination: its activities, its opening, the inside view beside it."""
    found = programming(study, chosen.alternative, chosen.form, sample)
    if found is None:
        raise ValueError("the recommended alternative opens nothing")
    planned = programming(study, chosen.alternative, chosen.form, Inside(study))
    plan = found.plan
    activities = [
        ActivityTimes(
            activity=activity.id,
            start=Spread.of(plan.start[:, i]),
            finish=Spread.of(plan.finish[:, i]),
            critical=Estimated(value=float(plan.criticality[i]), se=float(plan.criticality_se[i])),
        )
        for i, activity in enumerate(found.activities)
    ]
    return ProgrammeResult(
        activities=activities,
        opening=Spread.of(plan.end),
        planned_months=float(planned.plan.end[0]) if planned else 0.0,
        within_48=Estimated.share(plan.end <= 48),
        within_72=Estimated.share(plan.end <= 72),
    )


class Inside(Planned):
    """The inside view: every figure at its single value, and no stretching by what happened elsewhere."""

    def _draws(self, key: str, figure: Figure) -> Floats:
        if key == "parameters.schedule-factor.value":
            return np.ones(1)
        return super()._draws(key, figure)
