"""How long: shortest, longest, in whole steps."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Line, Request
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.refusal import Problem


def order(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if request.span.start >= request.span.end:
        yield hard("period", _("The end comes before the beginning."), "ends")


def length(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal or request.at_once:
        return
    for line in facts.lines:
        yield from _of(line, request.span.minutes)


def _of(line: Line, minutes: float) -> Iterator[Problem]:
    rules, asked = line.policy, round(minutes)
    if rules.min_minutes and minutes < rules.min_minutes:
        message = _("{name} is booked for at least {least} minutes, not {asked}.")
        text = message.format(name=line.name, least=rules.min_minutes, asked=asked)
        yield soft("too_short", text, "ends", least=rules.min_minutes, asked=asked)
    if rules.max_minutes and minutes > rules.max_minutes:
        message = _("{name} is booked for at most {most} minutes, not {asked}.")
        text = message.format(name=line.name, most=rules.max_minutes, asked=asked)
        yield soft("too_long", text, "ends", most=rules.max_minutes, asked=asked)
    if rules.interval_minutes and minutes % rules.interval_minutes:
        message = _("{name} is booked in steps of {step} minutes; {asked} is no multiple of it.")
        text = message.format(name=line.name, step=rules.interval_minutes, asked=asked)
        yield soft("interval", text, "ends", step=rules.interval_minutes, asked=asked)
