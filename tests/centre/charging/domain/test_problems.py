"""Every reason not to charge a project is told at once, and goes away by itself."""

import datetime as dt
from decimal import Decimal

from fucina.centre.charging import domain
from fucina.centre.charging.domain import queries
from fucina.centre.charging.models import PayerAccount, Project, ProjectLimit, ProjectPerson
from fucina.centre.governance.models import Agreement
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation


def codes(lab, amount=None, **more) -> list[str]:
    found = domain.problems_of_billing(
        Project.objects.get(pk=lab.project.pk), [lab.laser], lab.at(9), lab.at(10), amount, **more
    )
    return [problem.code for problem in found]


def test_nothing_stands_against_an_open_project(lab) -> None:
    assert codes(lab, Decimal(60), person=lab.member.person) == []


def test_all_at_once(lab, user_with) -> None:
    yesterday, tomorrow = lab.day - dt.timedelta(1), lab.day + dt.timedelta(1)
    Project.objects.update(active=False, valid_until=yesterday)
    ProjectLimit.objects.create(project=lab.project, chargeable=lab.course)
    agreement = Agreement.objects.create(
        title="Scaduto", object="x", kind="other", signed_on=yesterday, valid_from=yesterday,
        valid_until=yesterday,
    )  # fmt: skip
    PayerAccount.objects.filter(pk=lab.first.pk).update(
        active=False, valid_from=tomorrow, kinds=["room"], cap=10, agreement=agreement
    )
    other = Organisation.objects.create(name="Beta Prova srl", kind="company")
    stranger = user_with(Role.COMPANY_MEMBER, other).person

    assert codes(lab, Decimal(60), person=stranger) == [
        "not_your_project",
        "project_inactive",
        "project_ends_before",
        "project_limited",
        "account_inactive",
        "account_not_begun",
        "agreement_not_in_force",
        "kind_not_allowed",
        "cap_exceeded",
    ]


def test_each_by_itself(lab) -> None:
    Project.objects.update(valid_from=lab.day + dt.timedelta(1))
    assert codes(lab) == ["project_not_begun"]
    Project.objects.update(valid_from=lab.day, valid_until=lab.day)
    assert codes(lab) == []
    PayerAccount.objects.filter(pk=lab.first.pk).update(valid_until=lab.day - dt.timedelta(1))
    assert codes(lab) == ["account_ends_before"]


def test_a_use_that_goes_past_the_last_day_is_refused(lab) -> None:
    """Rule 74: the booking ends before the project does."""
    Project.objects.update(valid_until=lab.day)

    found = domain.problems_of_billing(
        Project.objects.get(), [lab.laser], lab.at(22), lab.at(26), None
    )

    assert [problem.code for problem in found] == ["project_ends_before"]


def test_the_commitment_that_is_replaced_does_not_count(lab) -> None:
    PayerAccount.objects.filter(pk=lab.first.pk).update(cap=40)
    commitment = lab.commit("1")

    assert codes(lab, Decimal(60)) == ["cap_exceeded"]
    assert codes(lab, Decimal(60), commitment=commitment) == []


def test_people_named_on_a_project_are_the_only_ones(lab, user_with) -> None:
    colleague = user_with(Role.COMPANY_MEMBER, lab.firm)
    student = user_with(Role.STUDENT)
    before = [lab.project in queries.chargeable_projects(one) for one in (lab.member, colleague, student)]  # fmt: skip

    for person in (colleague.person, student.person):
        ProjectPerson.objects.create(project=lab.project, person=person)
    after = [lab.project in queries.chargeable_projects(one) for one in (lab.member, colleague, student)]  # fmt: skip

    assert (before, after) == ([True, True, False], [False, True, True])
    assert [
        lab.project in queries.chargeable_projects_of(one.person)
        for one in (lab.member, colleague, student)
    ] == after
    assert codes(lab, person=lab.member.person) == ["not_your_project"]


def test_a_student_charges_no_project_of_the_centre(lab, centre, user_with) -> None:
    inside = domain.record_account(centre, "C-1", "Interno", lab.day, by=lab.accountant)
    project = domain.record_project(
        centre, "Interno", lab.day, {inside: Decimal(100)}, by=lab.accountant
    )
    lecturer, student = user_with(Role.LECTURER), user_with(Role.STUDENT)

    seen = [
        [project in queries.chargeable_projects(one, on=lab.day) for one in (lecturer, student)],
        [queries.may_be_charged_by(project, one.person) for one in (lecturer, student)],
    ]

    assert (project.user_class, seen) == ("internal", [[True, False], [True, False]])
