"""The people of the centre: as many for each service line as the study planned."""

from collections.abc import Iterator

from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.planning.presentation.planned import planned_staff
from fucina.centre.portal.demo.cast import CENTRE
from fucina.centre.portal.demo.records import Name

ROLES = {
    "transfer": Role.TRANSFER_OFFICER,
    "pilot-line": Role.LAB_MANAGER,
    "access": Role.LAB_MANAGER,
    "projects": Role.PROJECT_MANAGER,
    "training": Role.LECTURER,
    "school": Role.LECTURER,
    "incubator": Role.FUNDING_OFFICER,
}
"""The role of most of those who work for a kind of service line."""
STUDENTS = 24


def engage_staff(names: Iterator[Name], *, by: User) -> None:
    """Written at once: none of them signs in, and nobody is told by e-mail."""
    roles = [*planned_roles(), *[Role.STUDENT] * STUDENTS]
    people = Person.objects.bulk_create(
        Person(
            given_name=name.given,
            family_name=name.family,
            email=f"{name.mailbox}@fucina.example",
        )
        for _role, name in zip(roles, names, strict=False)
    )
    centre = Organisation.objects.get(key=CENTRE)
    Membership.objects.bulk_create(
        Membership(person=person, organisation=centre, role=role, granted_by=by)
        for person, role in zip(people, roles, strict=False)
    )


def planned_roles() -> list[Role]:
    """A role for each planned full-time person of the study that is shown; none without a study."""
    return [ROLES[line.kind] for line in planned_staff() for _person in range(line.people)]
