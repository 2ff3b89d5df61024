import pytest

from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.planning.models import Run
from fucina.centre.portal.demo import populate
from fucina.centre.portal.demo.records import firms, names

pytestmark = pytest.mark.django_db


def test_demo_has_a_person_for_each_role_and_the_staff_that_was_planned(run: Run) -> None:
    written = populate()

    signing_in = {user.email for user in User.objects.all()}
    staff = Membership.objects.on().filter(organisation__kind="centre").exclude(role=Role.STUDENT)
    figures = run.study_data["figures"]
    planned = sum(
        round(
            sum(
                figures[f"posts.{post['id']}.fte"]["value"]
                for post in run.study_data["posts"]
                if post["service"] == service["id"]
            )
        )
        for service in run.study_data["services"]
    )
    assert written is True
    assert signing_in == {f"{role}@fucina.example" for role in Role}
    assert staff.exclude(person__user__isnull=False).count() == planned


def test_demo_is_written_once(run: Run) -> None:
    populate()
    before = (Organisation.objects.count(), Person.objects.count())

    again = populate()

    assert (again, Organisation.objects.count(), Person.objects.count()) == (False, *before)


def test_nothing_invented_can_be_taken_for_real() -> None:
    assert {firm.domain.rpartition(".")[2] for firm in firms()} == {"example"}
    assert {firm.vat_number[:3] for firm in firms()} == {"999"}
    assert len(set(names())) == len(list(names())) == 260


def test_demo_says_nothing_of_the_institutions_of_the_protocol(run: Run) -> None:
    populate()

    institutions = Organisation.objects.filter(
        key__in=["equiter", "camera-commercio", "politecnico"]
    )
    assert institutions.count() == 3
    assert Membership.objects.filter(organisation__in=institutions).count() == 0
    assert sum(one.quotas_held.count() for one in institutions) == 0
