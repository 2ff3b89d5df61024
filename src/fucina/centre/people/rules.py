"""Who may do what with organisations and people.

Predicates say it in words; a permission is a sum of them. What a person may *see* is narrowed further by ``domain.queries``,
with the same words as a filter.
"""

from typing import Any

from fucina.centre.people.enums import STAFF, Role
from fucina.centre.people.models import Organisation, Person
from fucina.centre.people.standing import standing
from fucina.centre.permissions import Predicate, declare, predicate


@predicate
def signed_in(user: Any) -> bool:
    return bool(user.is_authenticated)


def has_role(*roles: Role) -> Predicate:
    """One of these roles, anywhere."""

    def holds(user: Any) -> bool:
        return standing(user).has(*roles)

    return predicate(holds, f"has_role:{','.join(roles)}")


staff = has_role(*STAFF)
director = has_role(Role.DIRECTOR)
auditor = has_role(Role.AUDITOR)
reads_all = staff | auditor


@predicate
def belongs_to(user: Any, organisation: Organisation | None) -> bool:
    return organisation is not None and standing(user).at(organisation.pk)


@predicate
def looks_after(user: Any, organisation: Organisation | None) -> bool:
    """Was charged with the organisation's own data and its people's access."""
    return organisation is not None and organisation.pk in standing(user).invites_at


@predicate
def is_listed(user: Any, organisation: Organisation | None) -> bool:
    return organisation is None or organisation.listed


@predicate
def is_self(user: Any, person: Person | None) -> bool:
    return person is not None and person.pk == standing(user).person


@predicate
def is_colleague(user: Any, person: Person | None) -> bool:
    """Has a role today at an organisation where this user has one, other than the centre's students among themselves."""
    if person is None:
        return False
    theirs = {membership.organisation_id for membership in person.memberships.on()}
    return bool(theirs & colleague_organisations(user))


def colleague_organisations(user: Any) -> frozenset[int]:
    """Organisations whose people this user sees: their own, unless they are there as a student."""
    mine = standing(user)
    return frozenset().union(*(where for role, where in mine.roles.items() if role != Role.STUDENT))


correspondents = has_role(
    Role.TRANSFER_OFFICER, Role.FUNDING_OFFICER, Role.PROJECT_MANAGER, Role.SCHOOL_SECRETARY, Role.LAB_MANAGER
)  # fmt: skip

declare("people.view_directory", signed_in)
declare("people.view_organisation", reads_all | belongs_to | (signed_in & is_listed))
declare("people.view_organisation_details", reads_all | belongs_to)
declare("people.add_organisation", correspondents | director)
declare("people.change_organisation", correspondents | director | looks_after)
declare("people.merge_organisations", correspondents | director)
declare("people.view_person", reads_all | is_self | is_colleague)
declare("people.list_persons", reads_all)
declare("people.view_fiscal_code", has_role(Role.SCHOOL_SECRETARY, Role.ACCOUNTANT, Role.DIRECTOR) | auditor | is_self)  # fmt: skip
declare("people.add_person", correspondents | director)
declare("people.change_person", correspondents | director | is_self)
declare("people.merge_persons", correspondents | director)
declare("people.import_records", correspondents | director)
declare("people.export_records", reads_all)
declare("people.grant_role", director)
declare("people.invite", director | looks_after)
declare("people.erase_person", director)
declare("people.view_history", director | auditor)


@predicate
def looks_after_its_organisation(user: Any, part: Any) -> bool:
    """The same for a part of an organisation: a site, a figure, a contact, a share of it."""
    if part is None:
        return False
    whole = part.owned_id if hasattr(part, "owned_id") else part.organisation_id
    return whole in standing(user).invites_at


declare("people.change_part", correspondents | director | looks_after_its_organisation)
