"""Remembers what was wanted and could not be had."""

from collections.abc import Iterable

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.moments import day_of
from fucina.centre.labs.domain.rules_of_booking import OF_CAPACITY
from fucina.centre.labs.domain.user_kind import user_kind
from fucina.centre.labs.models import UnmetDemand
from fucina.centre.refusal import Problem


def note_demand(reading: Reading, problems: Iterable[Problem], *, waiting: bool = False) -> None:
    """Only what fails for want of capacity; whoever tries twenty times in a day wanted it once."""
    codes = sorted({problem.code for problem in problems})
    if not reading.request.personal or not codes or not set(codes) <= OF_CAPACITY:
        return
    span = reading.request.span
    UnmetDemand.objects.bulk_create(
        [
            UnmetDemand(
                resource_id=line.resource,
                person_id=reading.facts.who.person,
                day=day_of(span.start),
                starts=span.start,
                ends=span.end,
                user_kind=user_kind(reading.facts.who),
                codes=codes,
                waiting=waiting,
            )
            for line in reading.facts.lines
        ],
        ignore_conflicts=True,
    )
