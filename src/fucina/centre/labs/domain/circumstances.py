"""Reads what the rules of booking look at and nobody changes from one moment to the next; ``contended`` adds the rest."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from fucina.centre.charging.domain import Quote
from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.asking import Asked
from fucina.centre.labs.domain.moments import MINUTE, Span, day_of, local, period_of
from fucina.centre.labs.domain.project_scope import scope_of
from fucina.centre.labs.domain.read_lines import lines_of, resources_for
from fucina.centre.labs.domain.read_who import who_of
from fucina.centre.labs.domain.room_tree import related_to
from fucina.centre.labs.domain.rules_of_booking.facts import (
    Circumstances,
    Line,
    Request,
    Take,
    Who,
)
from fucina.centre.labs.domain.user_kind import OUTSIDE, user_kind
from fucina.centre.labs.domain.writing import PERSON, SCHEDULE, Key
from fucina.centre.labs.enums import OUT_OF_SERVICE, PERSONAL, AllocationRole, ResourceKind
from fucina.centre.labs.models import Resource


@dataclass(frozen=True)
class Reading:
    """A request with its circumstances, the keys to lock, and bookings whose time has run out unnoticed."""

    request: Request
    facts: Circumstances
    resources: tuple[Resource, ...]
    own_from: dt.datetime | None
    asked: Asked
    quote: Quote | None = None
    stale: tuple[int, ...] = ()

    @property
    def keys(self) -> list[Key]:
        schedules = [(SCHEDULE, take.schedule) for take in self.facts.takes]
        mine = [(PERSON, self.facts.who.person)] if self.own_from is not None else []
        return [*schedules, *mine]


def read(asked: Asked) -> Reading:
    now = timezone.now()
    resources = resources_for(asked)
    lines = lines_of(asked, resources)
    who = who_of(asked, resources)
    request = _request(asked, resources, who)
    cost = charges.cost_of(asked, resources)
    facts = Circumstances(
        now,
        who,
        lines,
        tuple(_takes(lines)),
        scope=scope_of(asked.project, lines),
        billing=cost.problems,
    )
    return Reading(request, facts, resources, _own_from(request, lines, now), asked, cost.quote)


def _own_from(request: Request, lines: tuple[Line, ...], now: dt.datetime) -> dt.datetime | None:
    """From when on the person's other bookings matter, None where nothing counts them."""
    if not request.personal:
        return None
    start, found = request.span.start, []
    for line in lines:
        rules = line.policy
        if rules.gap_minutes:
            found.append(start - rules.gap_minutes * MINUTE)
        if rules.max_daily_bookings is not None:
            found.append(local(day_of(start)))
        if rules.max_future_minutes is not None or rules.max_future_bookings is not None:
            found.append(now)
        found += [
            local(period_of(day_of(start), quota.period, quota.week_starts)[0])
            for quota in line.quotas
        ]
    return min(found, default=None)


def _request(asked: Asked, resources: tuple[Resource, ...], who: Who) -> Request:
    moving = asked.moving
    another = asked.person.pk != getattr(getattr(asked.by, "person", None), "pk", None)
    staff = another or bool(asked.economic)
    own_kind = asked.kind in PERSONAL or _may_be_of(asked, resources)
    return Request(
        asked.span,
        asked.kind,
        project=asked.project.pk if asked.project else None,
        risk_assessment=asked.risk_assessment,
        moving=moving.pk if moving else None,
        was=Span(moving.starts, moving.ends) if moving else None,
        for_another=another and not asked.handed_over,
        as_staff=staff and asked.by.has_perm("labs.book_for_others", list(resources)),
        kind_allowed=own_kind,
        economic_stated=bool(asked.economic),
        outside=user_kind(who) in OUTSIDE,
        at_once=asked.at_once,
        plans=asked.plans,
    )


def _may_be_of(asked: Asked, resources: tuple[Resource, ...]) -> bool:
    """The centre's own appointments keep to fewer rules: not everybody makes them."""
    service = asked.kind in OUT_OF_SERVICE
    permission = "labs.declare_outage" if service else "labs.book_for_the_centre"
    return bool(asked.by.has_perm(permission, list(resources)))


def _takes(lines: tuple[Line, ...]) -> Iterator[Take]:
    """What was asked for, then what it contains or what contains it; each schedule for its first reason only."""
    asked = [line.take for line in lines]
    yield from asked
    rooms = {line.resource: line for line in lines if line.kind == ResourceKind.ROOM}
    seen = {take.schedule for take in asked}
    for one in related_to(rooms):
        take = rooms[one.room].take
        whole = take.quantity == take.capacity
        if one.schedule in seen or (one.within and not whole):
            continue
        if not one.within and one.capacity == 1:
            continue  # it counts nobody, and whoever books it has all that is in it
        seen.add(one.schedule)
        role = AllocationRole.INSIDE if one.within else AllocationRole.AROUND
        quantity = one.capacity if one.within else min(take.quantity, one.capacity)
        yield Take(one.resource, one.name, one.schedule, one.capacity, quantity, role, take.span)
