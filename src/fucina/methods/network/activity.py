"""Activities by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.methods.errors import MethodError


@dataclass(frozen=True)
class Activity:
    """An activity and the ids of those that must finish before it starts.

    >>> Activity("build", ("design",)).predecessors
    ('design',)
    """

    id: str
    predecessors: tuple[str, ...] = ()


def predecessor_indices(activities: Sequence[Activity]) -> tuple[tuple[int, ...], ...]:
    """Predecessors as indices into `activities`, the form `schedule` takes.

    Raises MethodError for an id used twice or a predecessor that is no activity.

    >>> predecessor_indices([Activity("design"), Activity("build", ("design",))])
    ((), (0,))
    """
    place = {activity.id: index for index, activity in enumerate(activities)}
    if len(place) < len(activities):
        raise MethodError("activities: an id is used twice")
    unknown = sorted({p for a in activities for p in a.predecessors if p not in place})
    if unknown:
        raise MethodError(f"activities: unknown predecessors {', '.join(unknown)}")
    return tuple(tuple(place[p] for p in activity.predecessors) for activity in activities)
