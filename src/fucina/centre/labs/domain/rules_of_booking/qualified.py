"""Whether the person has learnt what is asked for, judged for the day of the booking: no job has to have run."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import day_of, said_day
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Need, Request
from fucina.centre.labs.domain.rules_of_booking.saying import soft
from fucina.centre.labs.enums import OUT_OF_SERVICE, AfterExpiry
from fucina.centre.refusal import Problem


def qualified(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if request.kind in OUT_OF_SERVICE:
        return
    seen: set[int] = set()
    today, day = day_of(facts.now), day_of(request.span.start)
    for line in facts.lines:
        strict = line.policy.after_expiry == AfterExpiry.REFUSED
        for need in line.needs:
            if need.qualification not in seen:
                found = list(lacking(need, facts.who.name, today, day if strict else today))
                if found:
                    seen.add(need.qualification)
                yield from found


def lacking(need: Need, name: str, today: dt.date, day: dt.date) -> Iterator[Problem]:
    """Never granted, too low, expired already, or expired by that day."""
    numbers = {"qualification": need.qualification, "level": need.level}
    if need.held == 0:
        text = _("{name} lacks the qualification “{what}”.").format(name=name, what=need.name)
        yield soft("not_qualified", text, "person", **numbers)
        return
    if need.held < need.level:
        text = _("“{what}” is needed at level {level}; {name} has level {held}.")
        text = text.format(what=need.name, level=need.level, name=name, held=need.held)
        yield soft("level_too_low", text, "person", held=need.held, **numbers)
    last = need.last_day
    if last is None or (today <= last and day <= last):
        return
    if last < today:
        text = _("The qualification “{what}” of {name} expired on {last}.")
    else:
        text = _("The qualification “{what}” of {name} is valid only until {last}.")
    text = text.format(what=need.name, name=name, last=said_day(last))
    yield soft("qualification_expired", text, "person", last=str(last), **numbers)


def warnings(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What does not stand in the way and is to be known: a qualification that must be renewed by then."""
    today, day = day_of(facts.now), day_of(request.span.start)
    for line in facts.lines:
        if line.policy.after_expiry == AfterExpiry.WARNED:
            for need in line.needs:
                if need.last_day and today <= need.last_day < day:
                    yield from lacking(need, facts.who.name, today, day)
