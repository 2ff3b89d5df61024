"""Which projects a person may charge: those of the organisations where they have a role, unless people are named."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from fucina.centre.charging.models import Project, ProjectLimit, ProjectPerson
from fucina.centre.charging.rules import charges_any, own_organisations
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person
from fucina.centre.people.models.period import today
from fucina.centre.people.standing import standing
from fucina.centre.prepared import AnyGiven, Given, Prepared


def chargeable_projects(user: Any, *, on: dt.date | None = None) -> QuerySet[Project]:
    """Those that this person may charge on a day, today unless told."""
    if charges_any(user):
        return _open_ones(on or today())
    mine = Q(organisation__in=own_organisations(user))
    return _own(on or today(), standing(user).person, mine)


def chargeable_project(user: Any, project: int) -> Project | None:
    """The same, asked about one, today."""
    if charges_any(user):
        return chargeable_projects(user).filter(pk=project).first()
    own = sorted(own_organisations(user))
    found = OWN.rows(project=project, day=today(), person=standing(user).person, own=own)
    return found[0] if found else None


def limits_of(project: Project) -> list[int]:
    """The numbers of the items for which alone it may be charged; none for no limit. Read once with ``chargeable_project``."""
    known: list[int] | None = getattr(project, "limited_to", None)
    return list(project.limits.values_list("chargeable_id", flat=True)) if known is None else known


def chargeable_projects_of(person: Person, *, on: dt.date | None = None) -> QuerySet[Project]:
    """The same for somebody who is booked for, by their own roles."""
    return Project.objects.on(on or today()).filter(_may(person), active=True)


def may_be_charged_by(project: Project, person: Person) -> bool:
    """Whether the person is named on the project, or belongs to its organisation where nobody is named."""
    return Project.objects.filter(_may(person), pk=project.pk).exists()


def _limits() -> QuerySet[Any, int]:
    found = ProjectLimit.objects.filter(project=OuterRef("pk"))
    return found.order_by("pk").values_list("chargeable_id", flat=True)


def _open_ones(day: dt.date | Value) -> QuerySet[Project]:
    return Project.objects.on(day).filter(active=True)


def _own(day: dt.date | Value, person: int | Value | None, mine: Q) -> QuerySet[Project]:
    return _open_ones(day).filter(_named(person) | (mine & ~_names_people()))


OWN = Prepared[Project](
    lambda: (
        _own(Given("day"), Given("person"), Q(organisation=AnyGiven("own")))
        .filter(pk=Given("project"))
        .select_related("organisation")
        .annotate(limited_to=ArraySubquery(_limits()))
    )
)


def _may(person: Person) -> Any:
    belongs = Exists(
        Membership.objects.on()
        .filter(person=person, organisation=OuterRef("organisation"))
        .exclude(role=Role.STUDENT)
    )
    return _named(person.pk) | (belongs & ~_names_people())


def _named(person: int | Value | None) -> Exists:
    return Exists(ProjectPerson.objects.filter(project=OuterRef("pk"), person=person))


def _names_people() -> Exists:
    return Exists(ProjectPerson.objects.filter(project=OuterRef("pk")))
