"""Who may give access to others, and decide what becomes of a person's data. ``people.rules`` has the rest."""

from typing import Any

from fucina.centre.accounts.enums import GRANTED_BY_COLLEAGUES
from fucina.centre.accounts.models import Invitation
from fucina.centre.people.rules import director
from fucina.centre.people.standing import standing
from fucina.centre.permissions import declare, predicate


@predicate
def invites_somewhere(user: Any) -> bool:
    return bool(standing(user).invites_at)


@predicate
def looks_after_its_organisation(user: Any, invitation: Invitation | None) -> bool:
    return (
        invitation is not None
        and invitation.role in GRANTED_BY_COLLEAGUES
        and invitation.organisation_id in standing(user).invites_at
    )


declare("accounts.view_invitations", director | invites_somewhere)
declare("accounts.manage_invitation", director | looks_after_its_organisation)
declare("accounts.list_roles", director)
declare("accounts.end_role", director)
declare("accounts.decide_erasure", director)
