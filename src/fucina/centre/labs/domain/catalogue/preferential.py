from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.catalogue.rows import assign, write_row
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import PreferentialAccess
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, Refusal

OF_ACCESS = frozenset(
    {"resource", "organisation", "share", "conditions", "published", "valid_from", "valid_until"}
)


def write_preferential_access(
    access: PreferentialAccess, *, by: Any, **told: Any
) -> PreferentialAccess:
    """New or changed; public from the moment it is written."""
    allow(by, "labs.manage_resources")
    assign(access, told, OF_ACCESS)
    return write_row(access)


def remove_preferential_access(access: PreferentialAccess, *, by: Any) -> None:
    """Only before it begins: afterwards it is part of what was public, and ends with its last day."""
    allow(by, "labs.manage_resources")
    if access.valid_from <= today():
        text = _("It has begun: write its last day instead.")
        raise Refusal([Problem("begun", text)])
    with one_write():
        access.delete()
