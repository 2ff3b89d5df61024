"""Every page opens for whom it is for, in both languages, and tells the others nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.centre.labs.conftest import at

from fucina.centre.labs.domain import (
    catalogue,
    declare_outage,
    enter,
    grant_qualification,
    report_problem,
    start_use,
)
from fucina.centre.labs.domain.maintenance import record_maintenance_plan
from fucina.centre.labs.models import (
    Capability,
    Consumable,
    PreferentialAccess,
    Qualification,
    Requirement,
)
from fucina.centre.people.enums import Role


@pytest.fixture
def world(lab, ada, bea, manager, printer, microscope, reserve, clock):
    """Something of everything."""
    room = lab.room("Sala", 4)
    gauge = lab.accessory("Calibro", 3)
    expert = lab.expert(manager)
    laser = Capability.objects.create(
        key="lpbf", kind="process", name="Letto di polvere", name_en="Powder bed", synonyms="laser"
    )
    volume = Capability.objects.create(key="vol", kind="measure", name="Volume", unit="mm")
    catalogue.say_capability(printer, laser, by=manager, text="Ti-6Al-4V")
    catalogue.say_capability(printer, volume, by=manager, high=300)
    need = Qualification.objects.create(
        key="safe", name="Sicurezza", kind="general_safety", valid_days=100
    )
    Requirement.objects.create(qualification=need, resource=microscope)
    grant = grant_qualification(bea.person, need, by=manager)
    asked = reserve(ada, printer, "09:00", "11:00")
    taken = reserve(bea, microscope, "14:00", "16:00")
    moved = declare_outage([microscope], at("13:00"), at("18:00"), "Rotto", by=manager).outage
    problem = report_problem(printer, "limits", "Un rumore strano", by=ada)
    plan = record_maintenance_plan(printer, "Filtri", by=manager, every_days=30)
    powder = Consumable.objects.create(
        laboratory=lab.laboratory, name="Polvere", unit="kg", stock=3
    )
    PreferentialAccess.objects.create(
        resource=printer, organisation=lab.firm, share=12, conditions="Un giorno."
    )
    closure = catalogue.record_exception(
        "closed",
        at("00:00", "2027-08-10"),
        at("00:00", "2027-08-11"),
        "Ferie",
        by=manager,
        laboratory=lab.laboratory,
    )
    laptop = start_use(lab.machine("Sega"), by=ada, organisation=lab.firm)
    inside = enter(room, by=ada, organisation=lab.firm)
    return {
        "laboratory": lab.laboratory.pk, "resource": printer.pk, "room": room.pk, "booking": asked.pk,
        "displaced": taken.pk, "outage": moved.pk, "problem": problem.pk, "plan": plan.pk,
        "consumable": powder.pk, "closure": closure.pk, "use": laptop.pk, "presence": inside.pk,
        "grant": grant.pk, "policy": lab.policy.pk, "gauge": gauge.pk, "expert": expert.pk,
    }  # fmt: skip


OPEN = (
    "", "?q=laser,+Ti-6Al-4V,+250+mm", "?kind=machine&works=on", "laboratories/{laboratory}/", "resources/{resource}/",
    "resources/{room}/", "resources/{gauge}/", "resources/{expert}/", "calendar/", "calendar/?days=1", "calendar/events/",
    "preferential-access/",
)  # fmt: skip
MEMBERS = (
    "book/", "book/?resource={resource}&starts=2027-03-02T09:00:00", "bookings/", "bookings/{booking}/",
    "bookings/{booking}/move/", "bookings/{booking}/cancel/", "bookings/{booking}/hand-over/",
    "calendar/utilisation/", "laboratories/{laboratory}/workshop/", "resources/{resource}/start/",
    "resources/{room}/enter/", "resources/{resource}/report/", "uses/{use}/stop/", "feeds/",
)  # fmt: skip
STAFF = (
    "desk/", "desk/decisions/", "desk/problems/", "desk/problems/{problem}/", "desk/outages/", "desk/outages/new/",
    "desk/outages/new/?resource={resource}", "desk/outages/{outage}/", "desk/outages/{outage}/end/", "desk/outages/{outage}/longer/", "desk/maintenance/",
    "desk/maintenance/new/", "desk/maintenance/plans/new/", "desk/qualifications/", "desk/qualifications/new/",
    "desk/qualifications/{grant}/revoke/", "desk/ledger/", "desk/ledger.csv", "desk/ledger.xlsx", "desk/stock/",
    "desk/stock/{consumable}/", "desk/resources/", "desk/policies/", "desk/policies/new/", "desk/policies/{policy}/",
    "desk/laboratories/new/", "laboratories/{laboratory}/change/", "laboratories/{laboratory}/add/",
    "laboratories/{laboratory}/add/?kind=machine", "laboratories/{laboratory}/add/?kind=room",
    "laboratories/{laboratory}/add/?kind=expert", "laboratories/{laboratory}/add/?kind=accessory",
    "laboratories/{laboratory}/stewards/", "laboratories/{laboratory}/closures/", "resources/{resource}/change/",
    "resources/{room}/change/", "resources/{expert}/change/", "resources/{gauge}/change/", "resources/{resource}/capacity/",
    "resources/{resource}/sharing/",
    "resources/{resource}/status/", "resources/{resource}/abilities/", "resources/{resource}/documents/",
    "resources/{resource}/stewards/", "resources/{resource}/closures/",
)  # fmt: skip


def answers(client: Client, paths, world, language="en") -> dict[str, int]:
    """Where the answer is not 200."""
    found = {}
    for path in paths:
        status = client.get(f"/{language}/labs/{path.format(**world)}").status_code
        if status != 200:
            found[path] = status
    return found


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_catalogue_and_the_calendar_are_for_everybody(world, client_of, language) -> None:
    assert answers(client_of(None), OPEN, world, language) == {}


@pytest.mark.parametrize("language", ["it", "en"])
def test_who_books_opens_the_pages_about_booking(world, ada, client_of, language) -> None:
    assert answers(client_of(ada), (*OPEN, *MEMBERS), world, language) == {}


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_manager_opens_everything(world, manager, client_of, language) -> None:
    found = answers(client_of(manager), (*OPEN, *MEMBERS, *STAFF), world, language)

    assert found == {}


def test_a_visitor_is_asked_to_sign_in(world, client_of) -> None:
    found = answers(client_of(None), (*MEMBERS, *STAFF), world)

    assert set(found.values()) == {302}


def test_a_member_does_not_open_the_staff_s_pages(world, ada, client_of) -> None:
    own = {"desk/problems/{problem}/"}  # reported by herself: seen, and not to be solved

    found = answers(client_of(ada), STAFF, world)

    assert set(found) == set(STAFF)
    assert {found[path] for path in STAFF if path not in own} <= {403, 404}


def test_a_stranger_learns_nothing_of_a_booking(lab, world, client_of) -> None:
    stranger = lab.user("zoe", Role.RESEARCHER, at=lab.university)

    found = answers(client_of(stranger), ("bookings/{booking}/", "bookings/{booking}/move/"), world)

    assert set(found.values()) == {404}


PAGES_WITH_LISTS = (
    "",
    "calendar/",
    "bookings/",
    "desk/decisions/",
    "desk/problems/",
    "desk/qualifications/",
    "desk/resources/",
)


@pytest.mark.parametrize("path", PAGES_WITH_LISTS)
def test_a_longer_list_asks_the_database_no_more(
    lab, manager, printer, reserve, client_of, path
) -> None:
    client = client_of(manager)
    lab.rules(needs_approval=True)
    need = Qualification.objects.create(key="safe", name="Sicurezza", kind="general_safety")

    def one(number: int) -> None:
        machine = lab.machine(f"Macchina {number}")
        reserve(lab.user(f"uno{number}"), machine, "09:00", "10:00")
        reserve(manager, machine, "11:00", "12:00", organisation=lab.centre)
        report_problem(machine, "minor", "Graffio", by=manager)
        grant_qualification(lab.user(f"due{number}").person, need, by=manager)

    one(1)
    first = queries(client, path)
    one(2)
    one(3)
    third = queries(client, path)

    assert (third - first, third <= 12) == (0, True)


def queries(client: Client, path: str) -> int:
    client.get(f"/en/labs/{path}?on=02/03/2027")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(f"/en/labs/{path}?on=02/03/2027").status_code == 200
    frame = ("django_session", "accounts_user", "people_membership", "labs_steward")
    return sum(1 for one in asked if not any(name in one["sql"] for name in frame))
