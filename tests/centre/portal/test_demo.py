import pytest
from django.utils import timezone

from fucina.centre.labs.enums import PERSONAL, BookingStatus
from fucina.centre.labs.models import Booking, Resource
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.planning.models import Run
from fucina.centre.portal.demo import populate
from fucina.centre.portal.demo.records import firms, names
from fucina.centre.portal.presentation.day import waiting_for

pytestmark = pytest.mark.django_db


def test_demo_has_a_person_for_each_role_and_the_staff_that_was_planned(run: Run) -> None:
    written = populate()

    signing_in = {user.email for user in User.objects.all()}
    members = {one for one in signing_in if not one.endswith("@fucina.example")}
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
    assert {f"{role}@fucina.example" for role in Role} == signing_in - members
    assert len(members) == 2
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


def test_demo_has_the_planned_machines_at_work(run: Run) -> None:
    populate()

    machines = set(Resource.objects.values_list("key", flat=True))
    ahead = Booking.objects.filter(
        starts__gt=timezone.now(), status=BookingStatus.CONFIRMED, kind__in=PERSONAL
    )
    bookers = set(ahead.values_list("organisation__name", flat=True))
    student = User.objects.get(email="student@fucina.example")
    manager = User.objects.get(email="lab_manager@fucina.example")
    assert {machine["id"] for machine in run.study_data["machines"]} <= machines
    assert len(bookers) == 4
    assert ahead.filter(project__isnull=False).exists()
    assert not ahead.filter(person__user=student).exists()
    assert any("consumabl" in one.title or "consumo" in one.title for one in waiting_for(manager))
