"""When the laboratory is open, and what hours are kept for others."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.hours_in_words import hours_in_words
from fucina.centre.labs.domain.moments import MINUTE, Span
from fucina.centre.labs.domain.opening import (
    closures,
    is_open_throughout,
    open_spans,
    regular,
)
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Line, Request
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.labs.enums import OUT_OF_SERVICE, ExceptionKind
from fucina.centre.refusal import Problem


def opening(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """Staff too keep to the hours; whoever must come at another time records an extra opening."""
    if request.kind in OUT_OF_SERVICE:
        return
    for line in facts.lines:
        asked = _checked(line, request.span)
        closed = closures(line.exceptions, asked)
        for one in closed:
            safety = one.kind == ExceptionKind.SAFETY
            message = (
                _("{name} is closed for safety, {when}: {reason}.")
                if safety
                else _("{name} is closed, {when}: {reason}.")
            )
            text = message.format(name=line.name, when=one.span, reason=one.reason)
            say = hard if safety else soft
            numbers = {"from": one.span.start.isoformat(), "to": one.span.end.isoformat()}
            yield say("closed_for_safety" if safety else "closed", text, "starts", **numbers)
        if not closed and not _open(line, asked):
            text = _("{name} is not open all that time; its hours are {hours}.")
            yield hard(
                "not_open", text.format(name=line.name, hours=hours_in_words(line.hours)), "starts"
            )


def reserved(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal:
        return
    held = facts.who.plans | request.plans
    for line in facts.lines:
        for one in line.reserved:
            if one.plan not in held and regular(one.hours, request.span):
                message = _("{name} is reserved to “{plan}” in that time ({hours}).")
                text = message.format(
                    name=line.name, plan=one.name, hours=hours_in_words(one.hours)
                )
                yield soft("reserved", text, "starts", plan=one.plan)


def _checked(line: Line, span: Span) -> Span:
    """Of what is booked by days only the beginning must lie in the hours."""
    return Span(span.start, span.start + MINUTE) if line.policy.whole_days else span


def _open(line: Line, asked: Span) -> bool:
    return is_open_throughout(open_spans(line.hours, line.exceptions, asked), asked)
