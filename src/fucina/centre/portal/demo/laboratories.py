"""The machines that the study planned, at work: in their laboratories, booked by people of invented firms and of the university."""

from collections.abc import Sequence

from fucina.centre.charging.models import Project
from fucina.centre.labs import demo
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.planning.presentation.planned import planned_machines
from fucina.centre.portal.demo.cast import ADDRESS, CENTRE

BOOKS = (Role.RESEARCHER, Role.COMPANY_MEMBER)
"""Those of the cast who book, at their organisation's cost; a student may look, and is not trained yet."""
EXPERTS = 3


def open_laboratories(projects: Sequence[Project], *, by: User) -> None:
    planned = [
        demo.Planned(
            machine.key, machine.name, machine.name_en, machine.about, machine.about_en, machine.service
        )
        for machine in planned_machines()
    ]  # fmt: skip
    payers = {project.organisation_id: project for project in projects}
    centre = Organisation.objects.get(key=CENTRE)
    demo.populate(planned, [*_customers(payers), _student(centre)], _experts(centre), centre, by=by)


def _customers(payers: dict[int, Project]) -> list[demo.Customer]:
    members = (
        Membership.objects.on()
        .filter(role__in=BOOKS, organisation__in=payers, person__user__isnull=False)
        .select_related("person__user", "organisation")
        .order_by("pk")
    )
    return [
        demo.Customer(
            member.person.user,
            member.organisation,
            payers[member.organisation_id],
            company=member.role == Role.COMPANY_MEMBER,
        )
        for member in members
        if member.person.user
    ]


def _student(centre: Organisation) -> demo.Customer:
    return demo.Customer(User.objects.get(email=ADDRESS.format(Role.STUDENT)), centre)


def _experts(centre: Organisation) -> list[Person]:
    found = Membership.objects.on().filter(organisation=centre, role=Role.LAB_MANAGER)
    return [one.person for one in found.select_related("person").order_by("pk")[:EXPERTS]]
