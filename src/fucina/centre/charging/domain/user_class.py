"""Whose price an organisation pays, read off its record."""

from fucina.centre.charging.enums import UserClass
from fucina.centre.governance.models import Party
from fucina.centre.people.domain.size_class import size_class
from fucina.centre.people.enums import OrganisationKind, SizeClass
from fucina.centre.people.models import Organisation

BY_KIND = {
    OrganisationKind.CENTRE: UserClass.INTERNAL,
    OrganisationKind.UNIVERSITY: UserClass.RESEARCH,
    OrganisationKind.RESEARCH: UserClass.RESEARCH,
    OrganisationKind.SCHOOL: UserClass.STUDENT,
}


def user_class_of(organisation: Organisation) -> UserClass:
    """Of a firm: a member where it is party to an agreement today, else a start-up, else by its latest size figure.

    A firm of which no size is known pays as a large one until it says how large it is.
    """
    if known := BY_KIND.get(OrganisationKind(organisation.kind)):
        return known
    if organisation.kind != OrganisationKind.COMPANY:
        return UserClass.OTHER
    if Party.objects.on().filter(organisation=organisation).exists():
        return UserClass.MEMBER
    if organisation.startup:
        return UserClass.STARTUP
    size = size_class(organisation.size_figures.first())
    return UserClass.LARGE if size in (None, SizeClass.LARGE) else UserClass.SME
