"""Calendar: the times of the proposed alternative, as a run's result tells them."""

from fucina.study.evaluation import Outcome
from fucina.study.result import ActivityTimes, Estimated, ProgrammeResult, Spread
from fucina.study.sampling import Sample
from fucina.study.schedule import programming
from fucina.study.schema import Study


def calendar(study: Study, chosen: Outcome, sample: Sample) -> ProgrammeResult:
    """The times of the chosen alternative: its activities, its opening, the inside view beside it."""
    found = programming(study, chosen.alternative, sample)
    if found is None:
        raise ValueError("the recommended alternative opens nothing")
    central = programming(study, chosen.alternative, Sample(_as_planned(study), 1, sample.seed))
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
        planned_months=float(central.plan.end[0]) if central else 0.0,
        within_48=Estimated.share(plan.end <= 48),
        within_72=Estimated.share(plan.end <= 72),
    )


def _as_planned(study: Study) -> Study:
    """The study with every figure at its single value and no stretching: the inside view."""
    figures = {
        key: figure.model_copy(
            update={"distribution": "fixed", "low": None, "high": None}
            | ({"value": 1.0} if key == "parameters.schedule-factor.value" else {})
        )
        for key, figure in study.figures.items()
    }
    return study.model_copy(update={"figures": figures})
