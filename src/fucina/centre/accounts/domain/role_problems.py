"""What speaks against a role at an organisation, whoever gives it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.accounts.enums import GRANTED_BY_COLLEAGUES
from fucina.centre.people.enums import AT_THE_CENTRE, OrganisationKind, Role
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import Problem


def may_give(by: Any, organisation: Organisation, role: str, *, invites: bool) -> bool:
    """The director gives any role; whoever looks after an organisation, its own people's."""
    if by.has_perm("people.grant_role"):
        return True
    own = by.has_perm("people.invite", organisation)
    return bool(own and role in GRANTED_BY_COLLEAGUES and not invites)


def role_problems(
    organisation: Organisation, role: str, invites: bool, until: dt.date | None, since: dt.date
) -> Iterator[Problem]:
    if organisation.merged_into_id:
        message = _("{organisation} was merged into another: choose that one.")
        yield Problem("merged", message.format(organisation=organisation), "organisation")
    if role not in Role.values:
        yield Problem("unknown", _("Choose a role of the list."), "role")
    elif (role in AT_THE_CENTRE) != (organisation.kind == OrganisationKind.CENTRE):
        yield Problem("role_fits_not", _misfit(organisation, role), "role")
    elif invites and organisation.kind == OrganisationKind.CENTRE:
        yield Problem(
            "invites", _("At the centre only the director gives access to others."), "invites"
        )
    if until is not None and until < since:
        message = _("The role would end on {until}, before it begins on {since}.")
        numbers = {"until": until.isoformat(), "since": since.isoformat()}
        yield Problem("period", message.format(**numbers), "valid_until", numbers)


def _misfit(organisation: Organisation, role: str) -> str:
    label = Role(role).label
    if role in AT_THE_CENTRE:
        message = _("The role “{role}” is held at the centre itself, not at {organisation}.")
    else:
        message = _("The role “{role}” is held at other organisations, not at the centre.")
    return message.format(role=label, organisation=organisation)
