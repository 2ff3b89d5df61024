"""Asks every rule, and sorts out what an override may pass."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.rules_of_booking import problems_of
from fucina.centre.labs.domain.rules_of_booking.saying import OVERRIDE
from fucina.centre.refusal import Problem


@dataclass(frozen=True)
class Judgement:
    """``problems`` stand in the way; ``passed`` would, but for the override."""

    problems: tuple[Problem, ...]
    passed: tuple[Problem, ...] = ()

    @property
    def codes(self) -> list[str]:
        """Of what was passed, each once."""
        return list(dict.fromkeys(problem.code for problem in self.passed))


def judge(reading: Reading) -> Judgement:
    """An override counts from someone who may, for everything asked for, and with a reason; else it is not seen at all."""
    return sort(problems_of(reading.request, reading.facts), reading)


def sort(found: Iterable[Problem], reading: Reading) -> Judgement:
    several, asked = tuple(found), reading.asked
    passable = tuple(one for one in several if one.overridable_by == OVERRIDE)
    if not passable or not asked.override:
        return Judgement(several)
    if not asked.by.has_perm(OVERRIDE, list(reading.resources)):
        return Judgement(several)
    if not asked.override.strip():
        reason = Problem("no_reason", _("Say why the rules are overridden."), "override")
        return Judgement((*several, reason))
    return Judgement(tuple(one for one in several if one not in passable), passable)
