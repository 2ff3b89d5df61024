"""To which machines a project is limited: those charged as one of its items, and the rooms in which they stand."""

from collections.abc import Iterable

from fucina.centre.charging.domain import queries
from fucina.centre.charging.models import Project
from fucina.centre.labs.domain.rules_of_booking.facts import Line
from fucina.centre.labs.models import Resource

DEEPEST = 4


def scope_of(project: Project | None, lines: Iterable[Line]) -> frozenset[int] | None:
    """Numbers of the resources, None for no limit; looked up only where something asked for is not charged."""
    if project is None or all(line.chargeable is not None for line in lines):
        return None
    limits = queries.limits_of(project)
    if not limits:
        return None
    paths = ["pk", *("__".join(["inside"] * depth) for depth in range(1, DEEPEST))]
    rows = Resource.objects.filter(chargeable__in=limits).values_list(*paths)
    return frozenset(number for row in rows for number in row if number is not None)
