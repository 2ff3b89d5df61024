"""Whether this person may book at all: belongs somewhere, is not suspended, stays within the project."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import day_of, said_day
from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Request
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.refusal import Problem


def on_behalf(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if request.for_another and not request.as_staff:
        yield hard(
            "for_another",
            _("Only those who look after a machine book it for others."),
            "person",
        )


def access(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """A role at the organisation, today and on the day itself."""
    who, day = facts.who, day_of(request.span.start)
    held = [member for member in who.members if member.organisation == who.organisation]
    if not held:
        text = _("{name} has no role at this organisation.").format(name=who.name)
        yield hard("no_access", text, "organisation")
    elif not any(member.on(day) for member in held):
        last = max((member.last for member in held if member.last), default=None)
        text = _("{name} has access until {last}, not on {day}.").format(
            name=who.name, last=said_day(last), day=said_day(day)
        )
        yield soft("access_expired", text, "starts", last=str(last or ""), day=str(day))


def suspended(request: Request, facts: Circumstances) -> Iterator[Problem]:
    day = day_of(request.span.start)
    laboratories = {line.laboratory for line in facts.lines}
    for one in facts.who.suspensions:
        applies = one.laboratory is None or one.laboratory in laboratories
        if applies and (one.last is None or day <= one.last):
            text = _("{name} is suspended: {reason}.").format(
                name=facts.who.name, reason=one.reason
            )
            yield hard("suspended", text, "person", last=str(one.last or ""))


def project(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """Whether there is one where one is asked for, and whether it is for these machines.

    Of what is charged, ``charging`` says so itself.
    """
    if not request.personal:
        return
    if request.project is None:
        for line in facts.lines:
            if line.policy.needs_project:
                text = _("{name} is booked for a project that pays: choose one.")
                yield hard("no_project", text.format(name=line.name), "project")
                return
        yield from _priced(request, facts)
    if facts.scope is not None:
        for line in facts.lines:
            if line.chargeable is None and line.resource not in facts.scope:
                text = _("The project does not cover {name}.").format(name=line.name)
                yield soft("project_scope", text, "project", resource=line.resource)


def _priced(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """For firms nothing is free that has a price; who may override gives it away, and says why."""
    priced = [line for line in facts.lines if line.chargeable is not None]
    if request.outside and priced:
        text = _("{name} has a price: choose the project that pays for it.")
        name = priced[0].name
        yield soft("priced", text.format(name=name), "project", resource=priced[0].resource)


def paid(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What stands in the way of charging it."""
    yield from facts.billing


def economic(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if request.economic_stated and not request.as_staff:
        yield hard(
            "economic",
            _("Whether a use is an economic activity is said by those who look after the machine."),
            "economic",
        )
