import datetime as dt
from collections.abc import Iterator
from copy import copy

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from fucina.centre.charging.models import Adjustment, Charge
from fucina.centre.labs.enums import PERSONAL, BookingStatus
from fucina.centre.labs.models import Booking, Resource
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.planning.models import Run
from fucina.centre.portal.demo import populate
from fucina.centre.portal.demo.agreement import last_instalments
from fucina.centre.portal.demo.records import firms, names
from fucina.centre.portal.presentation.day import waiting_for

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("portal/test_demo")]


@pytest.fixture(scope="module")
def demo(published, django_db_blocker: DjangoDbBlocker) -> Iterator[Run]:  # fmt: skip
    """The demo written once for all tests of this file: each finds it, and takes back what it changes."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(settings, "FUCINA_VAR", published.var)
        for model, rows in published.rows.items():
            model.objects.bulk_create([copy(row) for row in rows])
        assert populate() is True
        yield Run.objects.get()
        transaction.set_rollback(True)


def test_demo_has_a_person_for_each_role_and_the_staff_that_was_planned(demo: Run) -> None:
    signing_in = {user.email for user in User.objects.all()}
    members = {one for one in signing_in if not one.endswith("@fucina.example")}
    staff = Membership.objects.on().filter(organisation__kind="centre").exclude(role=Role.STUDENT)
    figures = demo.study_data["figures"]
    planned = sum(
        round(
            sum(
                figures[f"posts.{post['id']}.fte"]["value"]
                for post in demo.study_data["posts"]
                if post["service"] == service["id"]
            )
        )
        for service in demo.study_data["services"]
    )
    assert {f"{role}@fucina.example" for role in Role} == signing_in - members
    assert len(members) == 2
    assert staff.exclude(person__user__isnull=False).count() == planned


def test_demo_is_written_once(demo: Run) -> None:
    before = (Organisation.objects.count(), Person.objects.count())

    again = populate()

    assert (again, Organisation.objects.count(), Person.objects.count()) == (False, *before)


@pytest.mark.parametrize("days", range(0, 731, 5))
def test_instalments_fell_due_whatever_the_day(days: int) -> None:
    today = dt.date(2026, 1, 1) + dt.timedelta(days)

    early, late = last_instalments(today)

    assert early < late <= today < late + dt.timedelta(days=184)


def test_nothing_invented_can_be_taken_for_real() -> None:
    assert {firm.domain.rpartition(".")[2] for firm in firms()} == {"example"}
    assert {firm.vat_number[:3] for firm in firms()} == {"999"}
    assert len(set(names())) == len(list(names())) == 260


def test_demo_says_nothing_of_the_institutions_of_the_protocol(demo: Run) -> None:
    institutions = Organisation.objects.filter(
        key__in=["equiter", "camera-commercio", "politecnico"]
    )
    assert institutions.count() == 3
    assert Membership.objects.filter(organisation__in=institutions).count() == 0
    assert sum(one.quotas_held.count() for one in institutions) == 0


def test_demo_has_the_planned_machines_at_work(demo: Run) -> None:
    machines = set(Resource.objects.values_list("key", flat=True))
    ahead = Booking.objects.filter(
        starts__gt=timezone.now(), status=BookingStatus.CONFIRMED, kind__in=PERSONAL
    )
    bookers = set(ahead.values_list("organisation__name", flat=True))
    student = User.objects.get(email="student@fucina.example")
    manager = User.objects.get(email="lab_manager@fucina.example")
    assert {machine["id"] for machine in demo.study_data["machines"]} <= machines
    assert len(bookers) == 4
    assert ahead.filter(project__isnull=False).exists()
    assert not ahead.filter(person__user=student).exists()
    assert any("consumabl" in one.title or "consumo" in one.title for one in waiting_for(manager))


def test_demo_has_charged_what_was_used_and_one_charge_is_disputed(demo: Run) -> None:
    done = Booking.objects.filter(status=BookingStatus.DONE, project__isnull=False)
    charges = Charge.objects.all()
    asked = Adjustment.objects.get()

    assert charges.count() == done.count() > 50
    assert {charge.project.organisation_id for charge in charges} == set(
        done.values_list("organisation", flat=True)
    )
    assert min(charge.total for charge in charges) > 0
    assert charges.filter(beyond=True).count() < charges.count() / 4
    assert asked.state == "open"
    assert asked.asked_by == asked.charge.person.user
