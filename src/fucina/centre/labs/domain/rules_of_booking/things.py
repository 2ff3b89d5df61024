"""Whether the things themselves can be booked, and what must come with the booking."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.rules_of_booking.facts import Circumstances, Request
from fucina.centre.labs.domain.rules_of_booking.saying import hard, soft
from fucina.centre.labs.enums import OUT_OF_SERVICE, ResourceStatus
from fucina.centre.refusal import Problem


def chosen(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not facts.lines:
        yield hard("nothing", _("Choose what to book."), "resources")
    several = [line.resource for line in facts.lines]
    if len(set(several)) < len(several):
        yield hard("twice", _("The same thing is asked for twice."), "resources")
    shared = Counter(take.schedule for take in facts.asked() if take.exclusive)
    if any(count > 1 for count in shared.values()) and len(set(several)) == len(several):
        text = _("Two of these cannot be used at the same time: they share one schedule.")
        yield hard("share_schedule", text, "resources")


def in_service(request: Request, facts: Circumstances) -> Iterator[Problem]:
    for line in facts.lines:
        if line.status == ResourceStatus.RETIRED:
            text = _("{name} is not booked any more.").format(name=line.name)
            yield hard("retired", text, "resources", resource=line.resource)
        elif not line.listed and request.personal:
            text = _("{name} is not in the catalogue.").format(name=line.name)
            yield soft("not_listed", text, "resources", resource=line.resource)
        elif line.status == ResourceStatus.DOWN and request.kind not in OUT_OF_SERVICE:
            text = _("{name} is out of order.").format(name=line.name)
            yield soft("down", text, "resources", resource=line.resource)


def kind(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.kind_allowed:
        text = _("Only the centre’s staff book for this.")
        yield hard("kind", text, "kind")


def risk(request: Request, facts: Circumstances) -> Iterator[Problem]:
    needed = any(line.policy.needs_risk_assessment for line in facts.lines)
    if needed and request.personal and not request.risk_assessment.strip():
        yield hard("no_risk_assessment", _("Describe the risks, and what you do about them."), "risk_assessment")  # fmt: skip
