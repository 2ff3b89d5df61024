"""One invented person for each role: those as whom a visitor of the demonstration may sign in."""

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress

from fucina.centre.people.domain import record_institution
from fucina.centre.people.enums import AT_THE_CENTRE, OrganisationKind, Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.portal.demo.records import Name

ADDRESS = "{}@fucina.example"
CENTRE = "centro"
PARTNER = "fondazione-esempio"
UNIVERSITY = "ateneo-esempio"


def engage_director(name: Name) -> User:
    """The centre, and the first who may write anything in it."""
    centre = record_institution(
        CENTRE,
        "Centro di competenza manifatturiero (dimostrazione)",
        "Manufacturing competence centre (demonstration)",
        OrganisationKind.CENTRE,
    )
    return _engage(Role.DIRECTOR, name, centre, None)


def cast_people(names: Iterator[Name], firm: Organisation, *, by: User) -> None:
    """Everybody but the director; the firm's person and the partner's look after their organisations."""
    homes = {
        Role.COMPANY_MEMBER: firm,
        Role.RESEARCHER: Organisation.objects.get(key=UNIVERSITY),
        Role.PARTNER_REPRESENTATIVE: Organisation.objects.get(key=PARTNER),
    } | dict.fromkeys(AT_THE_CENTRE, Organisation.objects.get(key=CENTRE))
    for role in Role:
        if role != Role.DIRECTOR:
            _engage(role, next(names), homes[role], by)


def _engage(role: Role, name: Name, home: Organisation, by: Any) -> User:
    """Written directly, for nobody is to be told by e-mail of a role that nobody asked for."""
    email = ADDRESS.format(role)
    user = User.objects.create_user(email, None, name=f"{name.given} {name.family}")
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    person = Person.objects.create(
        user=user, given_name=name.given, family_name=name.family, email=email
    )
    Membership.objects.create(
        person=person,
        organisation=home,
        role=role,
        invites=role in (Role.COMPANY_MEMBER, Role.PARTNER_REPRESENTATIVE),
        granted_by=by,
    )
    return user
