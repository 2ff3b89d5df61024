"""Whose hour it is and whether it is economic, unless somebody who may say so says otherwise."""

from fucina.centre.labs.domain.rules_of_booking.facts import Who
from fucina.centre.labs.enums import OUT_OF_SERVICE, PERSONAL, Economic, UserKind
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership, Person

KINDS = {
    OrganisationKind.COMPANY: UserKind.COMPANY,
    OrganisationKind.INVESTOR: UserKind.COMPANY,
    OrganisationKind.UNIVERSITY: UserKind.RESEARCH,
    OrganisationKind.RESEARCH: UserKind.RESEARCH,
    OrganisationKind.SCHOOL: UserKind.STUDENT,
    OrganisationKind.CENTRE: UserKind.CENTRE,
    OrganisationKind.PUBLIC: UserKind.PARTNER,
    OrganisationKind.CHAMBER: UserKind.PARTNER,
    OrganisationKind.BUSINESS: UserKind.PARTNER,
    OrganisationKind.FOUNDATION: UserKind.PARTNER,
}
OUTSIDE = frozenset({UserKind.COMPANY, UserKind.OTHER})
"""Neither the centre’s own nor those for whom it teaches and researches."""


def user_kind(who: Who) -> UserKind:
    held = [member for member in who.members if member.organisation == who.organisation]
    if any(member.role == Role.STUDENT for member in held):
        return UserKind.STUDENT
    kind = held[0].kind if held else ""
    return KINDS.get(OrganisationKind(kind), UserKind.OTHER) if kind else UserKind.OTHER


def outside(person: Person) -> bool:
    """Has no role but at firms, or none."""
    held = Membership.objects.on().filter(person=person)
    kinds = held.values_list("organisation__kind", flat=True)
    return all(KINDS.get(OrganisationKind(kind), UserKind.OTHER) in OUTSIDE for kind in kinds)


def economic(kind: str, user: str, stated: str = "") -> str:
    """A company's own use, job or trial is an economic activity of the centre; teaching and research are not."""
    if kind in OUT_OF_SERVICE:
        return Economic.NONE
    if stated:
        return stated
    theirs = kind in PERSONAL and user == UserKind.COMPANY
    return Economic.ECONOMIC if theirs else Economic.NON_ECONOMIC
