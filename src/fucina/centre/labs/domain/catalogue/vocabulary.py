"""The words with which machines are described: categories, what they can do, what one must have learnt."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from fucina.centre.labs.domain.catalogue.rows import BILINGUAL, assign, key_for, write_row
from fucina.centre.labs.domain.writing import allow
from fucina.centre.labs.enums import CapabilityKind
from fucina.centre.labs.models import Capability, MachineType, Qualification
from fucina.centre.refusal import Problem

OF_CAPABILITY = BILINGUAL | {"kind", "unit", "synonyms"}
OF_QUALIFICATION = BILINGUAL | {"kind", "levels", "valid_days", "unused_days", "never_used_days"}


def write_category(category: MachineType, *, by: Any, **told: Any) -> MachineType:
    """A category of machines, new or changed."""
    allow(by, "labs.manage_resources")
    _name(category, told, BILINGUAL)
    return write_row(category)


def write_capability(capability: Capability, *, by: Any, **told: Any) -> Capability:
    """New or changed; what machines were said to measure stays a measure in that unit."""
    allow(by, "labs.manage_resources")
    before = (capability.kind, capability.unit)
    _name(capability, told, OF_CAPABILITY)
    return write_row(capability, *_capability_problems(capability, before))


def write_qualification(qualification: Qualification, *, by: Any, **told: Any) -> Qualification:
    """New or changed; it keeps the levels that people have or machines ask for."""
    allow(by, "labs.manage_resources")
    _name(qualification, told, OF_QUALIFICATION)
    return write_row(qualification, *_level_problems(qualification))


def _name(row: MachineType | Capability | Qualification, told: Any, known: frozenset[str]) -> None:
    """The key is given once: a later name does not change it."""
    assign(row, told, known)
    row.key = row.key or key_for(type(row), row.name)


def _capability_problems(
    capability: Capability, before: tuple[str, str]
) -> Iterator[Problem]:  # fmt: skip
    if (capability.kind == CapabilityKind.MEASURE) != bool(capability.unit):
        yield Problem("unit", _("A measure has a unit, nothing else has."), "unit")
    changed = before != (capability.kind, capability.unit)
    if capability.pk and changed and capability.values.exists():
        text = _("Machines are described with it already: kind and unit stay.")
        yield Problem("used", text, "kind")


def _level_problems(qualification: Qualification) -> Iterator[Problem]:
    if not qualification.pk:
        return
    several = (qualification.grants.filter(revoked_on=None), qualification.requirements.all())
    most = max(found.aggregate(most=Max("level"))["most"] or 1 for found in several)
    if qualification.levels < most:
        text = _("Level {most} is granted or asked for already.").format(most=most)
        yield Problem("level", text, "levels", {"most": most})
