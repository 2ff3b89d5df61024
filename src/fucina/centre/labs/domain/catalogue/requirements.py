"""What a laboratory, or one thing in it, asks of those who use it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.catalogue.rows import write_row
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import Laboratory, Qualification, Requirement, Resource
from fucina.centre.refusal import Problem


def ask_qualification(
    qualification: Qualification,
    *,
    by: Any,
    laboratory: Laboratory | None = None,
    resource: Resource | None = None,
    level: int = 1,
) -> Requirement:
    """Asked once more of the same thing, the level is written anew. What is booked already stays booked."""
    allow(by, "labs.manage_resources")
    about = {"qualification": qualification, "laboratory": laboratory, "resource": resource}
    requirement = Requirement.objects.filter(**about).first() or Requirement(**about)
    requirement.level = level
    return write_row(requirement, *_problems(requirement))


def stop_asking(requirement: Requirement, *, by: Any) -> None:
    allow(by, "labs.manage_resources")
    with one_write():
        requirement.delete()


def _problems(requirement: Requirement) -> Iterator[Problem]:
    most = requirement.qualification.levels
    if not 1 <= requirement.level <= most:
        text = _("The levels of this qualification are 1 to {most}.").format(most=most)
        yield Problem("level", text, "level", {"most": most})
    if bool(requirement.laboratory_id) == bool(requirement.resource_id):
        text = _("Choose a laboratory or one thing in it, not both.")
        yield Problem("one", text, "resource")
