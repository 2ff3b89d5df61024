"""How early and how late: not in the past, neither too far ahead nor at the last moment."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.labs.domain.moments import MINUTE, said
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Line, Request
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.labs.enums import BookingKind
from fucina.centre.refusal import Problem

FARTHEST = dt.timedelta(days=1100)
"""Beyond it nothing is booked at all: opening hours and holidays are not known."""
NOTICE = dt.timedelta(days=7)
"""How long after it began an outage can be declared."""


def past(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What has begun may still be made longer; that something broke is told afterwards."""
    span, now = request.span, facts.now
    if span.end <= now:
        yield soft("past", _("This time is over."), "starts", now=now.isoformat())
    elif request.kind == BookingKind.OUTAGE:
        if span.start < now - NOTICE:
            text = _("An outage is declared at most {days} days after it began.")
            yield soft("past", text.format(days=NOTICE.days), "starts", now=now.isoformat())
    elif span.start < now and not _began(request, now):
        text = _("The beginning is in the past: it is {now} now.").format(now=said(now))
        yield soft("past", text, "starts", now=now.isoformat())
    if span.end > now + FARTHEST:
        yield hard("too_far", _("This is more than three years ahead."), "starts")


def horizon(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal:
        return
    for line in facts.lines:
        days = _days(line)
        if days is not None and request.span.start > facts.now + dt.timedelta(days=days):
            text = ngettext(
                "{name} is booked at most {days} day ahead.",
                "{name} is booked at most {days} days ahead.",
                days,
            ).format(name=line.name, days=days)
            yield soft("horizon", text, "starts", days=days)


def cutoff(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal or _began(request, facts.now):
        return
    for line in facts.lines:
        least = line.policy.cutoff_minutes
        if least and facts.now <= request.span.start < facts.now + least * MINUTE:
            message = _("{name} is booked at least {least} minutes before the start.")
            text = message.format(name=line.name, least=least)
            yield soft("cutoff", text, "starts", least=least)


def locked(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What is about to begin is not moved any more; it may be made longer."""
    if request.was is None or request.was.start == request.span.start:
        return
    for line in facts.lines:
        least = line.policy.lock_minutes
        if least and request.was.start < facts.now + least * MINUTE:
            message = _("A booking of {name} is changed at least {least} minutes before its start.")
            text = message.format(name=line.name, least=least)
            yield soft("locked", text, "starts", least=least)


def _began(request: Request, now: dt.datetime) -> bool:
    """It runs already, or begins this very moment."""
    running = request.was is not None and request.was.start == request.span.start <= now
    return running or request.at_once


def _days(line: Line) -> int | None:
    rules = line.policy
    if line.preferential and rules.preferential_horizon_days is not None:
        return rules.preferential_horizon_days
    return rules.horizon_days
