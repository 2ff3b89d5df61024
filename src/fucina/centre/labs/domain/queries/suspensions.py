from typing import Any

from fucina.centre.labs.domain.queries.visible import sees_all
from fucina.centre.labs.models import Suspension
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.models.period import PeriodQuerySet


def visible_suspensions(user: Any) -> PeriodQuerySet[Suspension]:
    """All for managers; else those from the laboratories that one looks after."""
    found: PeriodQuerySet[Suspension] = Suspension.objects.filter(person__erased=None)
    return found if sees_all(user) else found.filter(laboratory__in=stewardship(user).laboratories)
