"""Nobody is promised what another has: overlaps, places, whole rooms and what stands in them, pauses."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.rules_of_booking.facts import (
    Circumstances,
    Request,
    Take,
    Taken,
)
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.labs.enums import OUT_OF_SERVICE, AllocationRole, BookingKind
from fucina.centre.refusal import Problem


def overlap(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What holds one at a time. An outage is declared over whatever is there."""
    if request.kind == BookingKind.OUTAGE:
        return
    for take in facts.takes:
        if take.exclusive:
            for other in _on(take, facts.taken, take.span):
                yield _taken(take, other)


def places(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What holds several: never more at a moment than there are."""
    if request.kind == BookingKind.OUTAGE:
        return
    wanted = Counter[int]()
    for take in facts.takes:
        wanted[take.schedule] += take.quantity
    for take in {one.schedule: one for one in facts.takes if not one.exclusive}.values():
        used = most_at_once(take.span, _on(take, facts.taken, take.span))
        asked = wanted[take.schedule]
        if used + asked > take.capacity:
            free = max(0, take.capacity - used)
            message = _("{name} has {capacity} places; {free} are free in that time, {asked} are asked for.")  # fmt: skip
            text = message.format(name=take.name, capacity=take.capacity, free=free, asked=asked)
            yield hard("full", text, "starts", capacity=take.capacity, free=free, asked=asked)  # fmt: skip


def pause(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """Some minutes free after each booking, others' and one's own."""
    if request.kind in OUT_OF_SERVICE:
        return
    for line in facts.lines:
        wait = line.policy.buffer_minutes
        if not wait or not line.take.exclusive:
            continue
        wide = line.take.span.widened(wait, wait)
        for other in _on(line.take, facts.taken, wide):
            if not other.span.overlaps(line.take.span):
                message = _(
                    "{name} stays free for {wait} minutes after each booking; one is {when}."
                )
                text = message.format(name=line.name, wait=wait, when=other.span)
                yield soft("buffer", text, "starts", wait=wait, **_when(other))


def most_at_once(span: Span, others: Iterable[Taken]) -> int:
    """The most places taken at any moment of the time.

    Counted at every beginning: between two of them it only falls.
    """
    found = list(others)
    moments = {span.start, *(o.span.start for o in found if span.contains(o.span.start))}
    return max(_at(moment, found) for moment in moments)


def in_the_way(take: Take, taken: Iterable[Taken]) -> list[Taken]:
    """Whom an override must make give way."""
    return [other for other in _on(take, taken, take.span) if _gives_way(take, other)]


def _at(moment: dt.datetime, others: Iterable[Taken]) -> int:
    return sum(other.quantity for other in others if other.span.contains(moment))


def _on(take: Take, taken: Iterable[Taken], span: Span) -> list[Taken]:
    return [one for one in taken if one.schedule == take.schedule and one.span.overlaps(span)]


def _gives_way(take: Take, other: Taken) -> bool:
    """A room as a whole and what stands in it keep each other out by rule; one thing is never taken twice."""
    return AllocationRole.INSIDE in (take.role, other.role) and other.kind not in OUT_OF_SERVICE


def _taken(take: Take, other: Taken) -> Problem:
    when = _when(other)
    if other.kind in OUT_OF_SERVICE:
        message = _("{name} is out of service {when}.")
        text = message.format(name=take.name, when=other.span)
        return hard("out_of_service", text, "starts", **when)
    if take.role == AllocationRole.INSIDE:
        message = _("{name}, which stands in the room, is taken {when}.")
        text = message.format(name=take.name, when=other.span)
        return soft("room_in_use", text, "starts", **when)
    if other.role == AllocationRole.INSIDE:
        message = _("The whole room of {name} is taken {when}.")
        text = message.format(name=take.name, when=other.span)
        return soft("room_taken", text, "starts", **when)
    message = _("{name} is taken {when} by {who}.") if other.name else _("{name} is taken {when}.")
    text = message.format(name=take.name, when=other.span, who=other.name)
    return hard("overlap", text, "starts", **when)


def _when(other: Taken) -> dict[str, str | int]:
    return {
        "resource": other.resource,
        "from": other.span.start.isoformat(),
        "to": other.span.end.isoformat(),
    }
