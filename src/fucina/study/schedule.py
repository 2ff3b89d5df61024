"""Schedule: how many months from the decision until the doors open, seat by seat and form by form."""

from dataclasses import dataclass

import numpy as np

from fucina.methods.network import Schedule, schedule
from fucina.study.location import Alternative
from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Activity, Study


@dataclass(frozen=True)
class Programming:
    """The programme of one alternative: its activities, and their times in months (n, k)."""

    activities: tuple[Activity, ...]
    plan: Schedule

    @property
    def opening(self) -> Floats:
        return self.plan.end


def programming(
    study: Study, alternative: Alternative, form: str | None, sample: Sample
) -> Programming | None:
    """The programme of an alternative under a legal form; none where nothing is ever opened.

    Planned durations are stretched by the schedule factor of the reference class (the outside view);
    a seat's own months and a form's are what experience there suggests and are not stretched again. With
    several seats an activity that depends on the seat takes the longest of them.
    """
    if not alternative.seats:
        return None
    activities, predecessors = _network(study, alternative)
    durations = np.column_stack([_months(a, alternative, form, sample) for a in activities])
    return Programming(activities, schedule(predecessors, durations))


def opening(study: Study, alternative: Alternative, form: str | None, sample: Sample) -> Floats:
    """Months until the doors open (n,): the end of :func:`programming`, without its floats."""
    activities, predecessors = _network(study, alternative)
    finish: dict[int, Floats] = {}

    def done(i: int) -> Floats:
        if i not in finish:
            ready = [done(p) for p in predecessors[i]]
            start = np.max(ready, axis=0) if ready else np.zeros(sample.draws)
            finish[i] = start + _months(activities[i], alternative, form, sample)
        return finish[i]

    return longest([done(i) for i in range(len(activities))])


def _network(
    study: Study, alternative: Alternative
) -> tuple[tuple[Activity, ...], list[list[int]]]:
    activities = tuple(
        a for a in study.activities if not (alternative.kind == "do-minimum" and a.building)
    )
    place = {activity.id: i for i, activity in enumerate(activities)}
    return activities, [[place[p] for p in _predecessors(study, a, place)] for a in activities]


def _predecessors(study: Study, activity: Activity, kept: dict[str, int]) -> list[str]:
    """What an activity waits for; an activity left out hands on what it was waiting for."""
    by_id = {a.id: a for a in study.activities}
    waits: list[str] = []
    for before in activity.after:
        waits += [before] if before in kept else _predecessors(study, by_id[before], kept)
    return list(dict.fromkeys(waits))


def _months(
    activity: Activity, alternative: Alternative, form: str | None, sample: Sample
) -> Floats:
    if activity.seat_figure is not None:
        figure = activity.seat_figure
        return longest([sample.of("seats", seat, figure) for seat in alternative.seats])
    own = activity.form_figure
    if own and form and sample.study.figure("forms", form, own) is not None:
        return sample.of("forms", form, own)
    planned = sample.of("activities", activity.id, "duration") * sample.of(
        "parameters", "schedule-factor"
    )
    if activity.works:
        times = [sample.of("seats", seat, "works_time", default=1.0) for seat in alternative.seats]
        return planned * longest(times)
    return planned


def longest(times: list[Floats]) -> Floats:
    """The greatest of several durations, draw by draw."""
    return np.asarray(np.max(times, axis=0), dtype=np.float64)
