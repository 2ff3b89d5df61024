"""Which projects a person may charge: those of the organisations where they have a role, unless people are named."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from fucina.centre.charging.models import Project, ProjectPerson
from fucina.centre.charging.rules import charges_any, own_organisations
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person
from fucina.centre.people.models.period import today
from fucina.centre.people.standing import standing


def chargeable_projects(user: Any, *, on: dt.date | None = None) -> QuerySet[Project]:
    """Those that this person may charge on a day, today unless told."""
    open_ones = Project.objects.on(on or today()).filter(active=True)
    if charges_any(user):
        return open_ones
    mine = Q(organisation__in=own_organisations(user))
    return open_ones.filter(_named(standing(user).person) | (mine & ~_names_people()))


def chargeable_projects_of(person: Person, *, on: dt.date | None = None) -> QuerySet[Project]:
    """The same for somebody who is booked for, by their own roles."""
    return Project.objects.on(on or today()).filter(_may(person), active=True)


def may_be_charged_by(project: Project, person: Person) -> bool:
    """Whether the person is named on the project, or belongs to its organisation where nobody is named."""
    return Project.objects.filter(_may(person), pk=project.pk).exists()


def _may(person: Person) -> Any:
    belongs = Exists(
        Membership.objects.on()
        .filter(person=person, organisation=OuterRef("organisation"))
        .exclude(role=Role.STUDENT)
    )
    return _named(person.pk) | (belongs & ~_names_people())


def _named(person: int | None) -> Exists:
    return Exists(ProjectPerson.objects.filter(project=OuterRef("pk"), person=person))


def _names_people() -> Exists:
    return Exists(ProjectPerson.objects.filter(project=OuterRef("pk")))
