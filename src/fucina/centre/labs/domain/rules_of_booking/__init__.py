"""The rules of booking: small pure functions of what is asked and of the circumstances. All are asked, all answers are told."""

from collections.abc import Callable, Iterator

from fucina.centre.labs.domain.rules_of_booking import (
    hours,
    lengths,
    overlaps,
    persons,
    qualified,
    shares,
    things,
    windows,
)
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Request
from fucina.centre.refusal import Problem

type Rule = Callable[[Request, Circumstances], Iterator[Problem]]

FIRST: tuple[Rule, ...] = (things.chosen, lengths.order)
"""Where these fail, there is nothing to ask the others about."""

RULES: tuple[Rule, ...] = (
    things.in_service,
    things.kind,
    persons.on_behalf,
    persons.access,
    persons.suspended,
    qualified.qualified,
    persons.project,
    persons.paid,
    persons.economic,
    things.risk,
    windows.past,
    windows.horizon,
    windows.cutoff,
    windows.locked,
    lengths.length,
    hours.opening,
    hours.reserved,
    overlaps.overlap,
    overlaps.places,
    overlaps.pause,
    shares.quotas,
    shares.gap,
    shares.ahead,
)

CONTENDED: tuple[Rule, ...] = (
    overlaps.overlap,
    overlaps.places,
    overlaps.pause,
    shares.quotas,
    shares.gap,
    shares.ahead,
)
"""Those whose answer others may change at this very moment: asked under the locks."""

OF_TIME = frozenset(
    {
        "past", "horizon", "cutoff", "closed", "closed_for_safety", "not_open", "reserved", "overlap",
        "out_of_service", "room_in_use", "room_taken", "full", "buffer", "quota", "too_close_after",
        "too_close_before", "daily_bookings",
    }
)  # fmt: skip
"""Problems that another time might not have."""

OF_CAPACITY = frozenset(
    {"overlap", "full", "room_in_use", "room_taken", "out_of_service", "buffer", "down", "busy"}
)
"""Problems that would not be if there were more machines: unmet demand."""

CONFLICTS = frozenset({"overlap", "full", "room_in_use", "room_taken", "in_use", "busy"})
"""Somebody else was first."""


def problems_of(request: Request, facts: Circumstances) -> list[Problem]:
    """Everything that stands in the way."""
    found = [problem for rule in FIRST for problem in rule(request, facts)]
    if found:
        return found
    return [problem for rule in RULES for problem in rule(request, facts)]
