"""A lab manager sets a laboratory up by its pages alone; nobody else opens them; what is used is not removed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.centre.labs.conftest import LONG_AGO

from fucina.centre.labs.models import (
    AccessPlan,
    Booking,
    Building,
    CalendarException,
    Capability,
    Consumable,
    Grant,
    Laboratory,
    MachineType,
    PlanHolding,
    PreferentialAccess,
    Qualification,
    Requirement,
    ReservedTime,
    Resource,
    Steward,
    Suspension,
    TimeQuota,
)
from fucina.centre.mail.models import Message
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, Site, User

LISTS = (
    "setup", "buildings", "categories", "abilities", "qualifications", "requirements", "consumables",
    "quotas", "access_plans", "preferential_accesses", "closures", "suspensions",
)  # fmt: skip
NEW = (
    "add_building", "add_category", "add_ability", "add_qualification", "add_consumable", "add_quota",
    "add_access_plan", "add_preferential", "suspend",
)  # fmt: skip


@dataclass
class World:
    centre: Organisation
    firm: Organisation
    site: Site
    manager: User
    ada: User

    def send(self, name: str, user: User | None = None, /, **values: Any) -> Any:
        """Posts to a page, whose numbers stand under ``at``; the answer."""
        client = Client(HTTP_ACCEPT_LANGUAGE="en")
        client.force_login(user or self.manager)
        with override("en"):
            return client.post(reverse(f"labs:{name}", kwargs=values.pop("at", {})), values)

    def sent(self, name: str, user: User | None = None, /, **values: Any) -> None:
        answer = self.send(name, user, **values)
        assert answer.status_code == 302, complaints(answer)

    def page(self, name: str, language: str, user: User | None = None, **numbers: int) -> Any:
        client = Client(HTTP_ACCEPT_LANGUAGE=language)
        client.force_login(user or self.manager)
        with override(language):
            return client.get(reverse(f"labs:{name}", kwargs=numbers))


def complaints(answer: Any) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)


def member(name: str, role: Role, at: Organisation) -> User:
    user = User.objects.create_user(f"{name}@prova.example")
    person = Person.objects.create(user=user, given_name=name.title(), email=user.email)
    Membership.objects.create(person=person, organisation=at, role=role, valid_from=LONG_AGO)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def world(db: None) -> World:
    """Organisations and people, and nothing of a laboratory."""
    centre = Organisation.objects.create(name="Centro di prova", kind="centre")
    firm = Organisation.objects.create(name="Officina Prova srl", kind="company")
    site = Site.objects.create(organisation=centre, municipality="Torino")
    manager = member("mara", Role.LAB_MANAGER, centre)
    return World(centre, firm, site, manager, member("ada", Role.COMPANY_MEMBER, firm))


@pytest.fixture
def equipped(world: World) -> World:
    """Everything once, by the pages."""
    world.sent("add_building", **{"name": "Edificio A", "site-value": world.site.pk})
    building = Building.objects.get()
    world.sent(
        "record_laboratory",
        **{
            "name": "Laboratorio additivo", "organisation-value": world.centre.pk,
            "building": building.pk, "opening_hours": "24/7", "listed": "on",
        },
    )  # fmt: skip
    laboratory = Laboratory.objects.get()
    world.sent("add_category", name="Stampanti di metallo", name_en="Metal printers")
    world.sent(
        "add_ability",
        kind="process",
        name="Letto di polvere",
        name_en="Powder bed",
        synonyms="LPBF",
    )
    world.sent(
        "add_qualification", kind="operation", name="Stampa di metallo", levels=2, valid_days=730
    )
    with override("en"):
        add = reverse("labs:add_resource", kwargs={"laboratory": laboratory.pk})
    client = Client()
    client.force_login(world.manager)
    client.post(
        f"{add}?kind=machine",
        {"name": "Stampante A", "type": MachineType.objects.get().pk, "listed": "on"},
    )
    machine = Resource.objects.get()
    world.sent(
        "capabilities",
        at={"resource": machine.pk},
        capability=Capability.objects.get().pk,
        text="Ti",
    )
    world.sent(
        "resource_requirements", at={"resource": machine.pk},
        qualification=Qualification.objects.get().pk, level=2,
    )  # fmt: skip
    world.sent("add_consumable", name="Polvere", laboratory=laboratory.pk, unit="kg", stock="3", threshold="1", listed="on")  # fmt: skip
    world.sent("add_quota", type=MachineType.objects.get().pk, period="week", minutes=600, week_starts=0)  # fmt: skip
    world.sent("add_access_plan", name="Sere", name_en="Evenings")
    world.sent(
        "add_preferential",
        **{
            "organisation-value": world.firm.pk, "resource-value": machine.pk, "share": "12.5",
            "conditions": "Un giorno alla settimana.", "valid_from": "01/01/2027",
        },
    )  # fmt: skip
    return world


def changed(one: World) -> Iterator[tuple[str, dict[str, int]]]:
    """Pages about one of each noun, with its number."""
    laboratory, machine = Laboratory.objects.get().pk, Resource.objects.get().pk
    plan = AccessPlan.objects.get().pk
    for name, noun, model in (
        ("building", "building", Building), ("category", "category", MachineType),
        ("ability", "capability", Capability), ("qualification", "qualification", Qualification),
        ("consumable", "consumable", Consumable), ("quota", "time_quota", TimeQuota),
        ("access_plan", "access_plan", AccessPlan),
        ("preferential", "preferential_access", PreferentialAccess),
    ):  # fmt: skip
        number = model.objects.get().pk
        yield f"change_{name}", {noun: number}
        yield f"remove_{name}", {noun: number}
    yield "plan_holders", {"access_plan": plan}
    yield "reserved_hours", {"access_plan": plan}
    yield "laboratory_requirements", {"laboratory": laboratory}
    yield "resource_requirements", {"resource": machine}


def test_a_firm_books_what_was_set_up_by_pages_alone(equipped: World) -> None:
    machine = Resource.objects.get()
    booking = {
        "resource": [machine.pk], "starts_0": "02/03/2027", "starts_1": "09:00",
        "ends_0": "02/03/2027", "ends_1": "11:00", "organisation": equipped.firm.pk, "kind": "use",
        "project": "", "key": "k1", "do": "book",
    }  # fmt: skip

    refused = equipped.send("book", equipped.ada, **booking)
    equipped.sent(
        "grant_qualification",
        **{
            "person-value": equipped.ada.person.pk, "level": 2,
            "qualification": Qualification.objects.get().pk,
        },
    )  # fmt: skip
    accepted = equipped.send("book", equipped.ada, **booking)

    assert refused.status_code == 200
    assert accepted.status_code == 302
    assert Booking.objects.get().person == equipped.ada.person
    assert Grant.objects.get().level == 2


def test_an_empty_platform_says_what_is_missing_first(world: World) -> None:
    before = world.page("setup", "en").context["page"].next
    world.sent("add_building", **{"name": "Edificio A", "site-value": world.site.pk})

    after = world.page("setup", "en").context["page"].next

    assert [before.name, after.name] == ["Buildings", "Laboratories"]


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_list_opens_where_there_is_nothing_yet(world: World, language: str) -> None:
    answers = {name: world.page(name, language).status_code for name in (*LISTS, *NEW)}

    assert answers == dict.fromkeys((*LISTS, *NEW), 200)


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_page_opens_for_the_manager(equipped: World, language: str) -> None:
    pages = [*((name, {}) for name in (*LISTS, *NEW)), *changed(equipped)]

    found = {name: equipped.page(name, language, **at).status_code for name, at in pages}

    assert found == dict.fromkeys(found, 200)


def test_nobody_else_opens_them(equipped: World) -> None:
    pages = [*((name, {}) for name in (*LISTS, *NEW)), *changed(equipped)]

    found = {name: equipped.page(name, "en", equipped.ada, **at).status_code for name, at in pages}

    assert found == dict.fromkeys(found, 403)


def test_a_firm_s_member_writes_nothing(equipped: World) -> None:
    answer = equipped.send("add_category", equipped.ada, name="Torni")

    assert answer.status_code == 403
    assert MachineType.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "model", "noun", "uses"),
    [
        ("remove_building", Building, "building", "laboratories (1)"),
        ("remove_category", MachineType, "category", "machines (1), quotas of time (1)"),
        ("remove_ability", Capability, "capability", "capabilities of resources (1)"),
        ("remove_qualification", Qualification, "qualification", "required qualifications (1)"),
    ],
)
def test_what_is_used_is_refused_in_words(equipped, page, model, noun, uses) -> None:
    answer = equipped.send(page, at={noun: model.objects.get().pk})

    told = f"It is still used: {uses}. It stays as long as these are there."
    assert complaints(answer) == {"__all__": [told]}
    assert model.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "model", "noun"),
    [
        ("remove_consumable", Consumable, "consumable"),
        ("remove_quota", TimeQuota, "time_quota"),
        ("remove_access_plan", AccessPlan, "access_plan"),
    ],
)
def test_what_is_not_used_is_removed(equipped, page, model, noun) -> None:
    equipped.sent(page, at={noun: model.objects.get().pk})

    assert model.objects.count() == 0


def test_preferential_access_that_has_begun_ends_by_its_last_day(equipped: World) -> None:
    at = {"preferential_access": PreferentialAccess.objects.get().pk}

    refused = equipped.send("remove_preferential", at=at)
    equipped.sent(
        "change_preferential", at=at,
        **{
            "organisation-value": equipped.firm.pk, "resource-value": Resource.objects.get().pk,
            "share": "12.5", "conditions": "Un giorno.", "valid_from": "01/01/2027",
            "valid_until": "28/02/2027",
        },
    )  # fmt: skip

    assert complaints(refused) == {"__all__": ["It has begun: write its last day instead."]}
    assert PreferentialAccess.objects.on().count() == 0


@pytest.mark.parametrize(
    ("page", "values", "told"),
    [
        ("add_ability", {"kind": "measure", "name": "Altezza"}, {"unit": ["A measure has a unit, nothing else has."]}),
        ("add_quota", {"period": "day", "minutes": 60, "week_starts": 0}, {"resource": ["Choose a category or one machine, not both."]}),
        ("add_category", {"name": ""}, {"name": ["This field is required."]}),
        ("closures", {"kind": "closed", "starts_0": "10/08/2027", "starts_1": "00:00", "ends_0": "09/08/2027", "ends_1": "00:00", "reason": "Ferie"}, {"__all__": ["The end comes before the beginning."]}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(world, page, values, told) -> None:
    answer = world.send(page, **values)

    assert complaints(answer) == told


def test_levels_that_are_asked_for_stay(equipped: World) -> None:
    found = Qualification.objects.get()

    answer = equipped.send(
        "change_qualification", at={"qualification": found.pk}, kind="operation", name="Stampa", levels=1
    )  # fmt: skip

    assert complaints(answer) == {"levels": ["Level 2 is granted or asked for already."]}


def test_two_of_the_same_name_have_keys_of_their_own(world: World) -> None:
    for _time in range(2):
        world.sent("add_category", name="Torni")

    assert sorted(MachineType.objects.values_list("key", flat=True)) == ["torni", "torni-2"]


def test_a_requirement_is_asked_of_a_laboratory_and_no_more(equipped: World) -> None:
    laboratory = Laboratory.objects.get()
    Requirement.objects.all().delete()

    equipped.sent("requirements", qualification=Qualification.objects.get().pk, level=1, laboratory=laboratory.pk)  # fmt: skip
    asked = Requirement.objects.get()
    equipped.sent("remove_requirement", at={"requirement": asked.pk})

    assert (asked.laboratory, asked.resource) == (laboratory, None)
    assert Requirement.objects.count() == 0


def test_a_plan_has_holders_and_hours(equipped: World) -> None:
    plan, machine = AccessPlan.objects.get(), Resource.objects.get()
    at = {"access_plan": plan.pk}

    equipped.sent("plan_holders", at=at, **{"person-value": equipped.ada.person.pk})
    equipped.sent("reserved_hours", at=at, **{"resource-value": machine.pk, "hours": "Mo-Fr 18:00-20:00"})  # fmt: skip
    refused = equipped.send("remove_access_plan", at=at)
    equipped.sent("end_holding", at={"holding": PlanHolding.objects.get().pk})
    equipped.sent("free_hours", at={"reserved": ReservedTime.objects.get().pk})

    assert complaints(refused) == {
        "__all__": ["It is still used: holders of access plans (1), reserved hours (1). It stays as long as these are there."]
    }  # fmt: skip
    assert (PlanHolding.objects.count(), ReservedTime.objects.count()) == (0, 0)


def test_who_is_suspended_may_book_again_once_it_is_ended(equipped: World, clock) -> None:
    equipped.sent("suspend", **{"person-value": equipped.ada.person.pk, "reason": "Chiave persa"})
    began = Suspension.objects.get()
    clock.set("09:00", "2027-03-03")

    equipped.sent("end_suspension", at={"suspension": began.pk})

    letter = Message.objects.get()
    assert (letter.to, letter.subject) == (equipped.ada.person.email, "Il tuo accesso è sospeso")
    assert "tutti i laboratori: Chiave persa." in letter.text
    assert (began.holds, began.by) == (True, equipped.manager)
    assert Suspension.objects.get().valid_until == dt.date(2027, 3, 2)
    assert Suspension.objects.on().count() == 0


def test_who_looks_after_a_laboratory_suspends_from_it_alone(equipped: World) -> None:
    laboratory = Laboratory.objects.get()
    bea = member("bea", Role.LECTURER, equipped.centre)
    equipped.sent(
        "laboratory_stewards", at={"laboratory": laboratory.pk}, **{"person-value": bea.person.pk}
    )
    cleo = member("cleo", Role.LECTURER, equipped.centre)
    told = {"person-value": cleo.person.pk, "reason": "Chiave persa"}

    everywhere = equipped.send("suspend", bea, **told)
    equipped.sent("suspend", bea, laboratory=laboratory.pk, **told)

    assert complaints(everywhere) == {"laboratory": ["This field is required."]}
    assert Suspension.objects.get().laboratory == laboratory


def test_who_is_in_charge_is_taken_out_again(equipped: World) -> None:
    at = {"laboratory": Laboratory.objects.get().pk}
    bea = member("bea", Role.LECTURER, equipped.centre)
    equipped.sent("laboratory_stewards", at=at, grants="on", **{"person-value": bea.person.pk})
    steward = Steward.objects.get()
    listed = equipped.page("laboratory_stewards", "en", **at).content.decode()

    denied = equipped.send("remove_steward", bea, at={"steward": steward.pk})
    equipped.sent("remove_steward", at={"steward": steward.pk})

    assert steward.grants
    assert "may grant qualifications" in listed
    assert denied.status_code == 403
    assert not Steward.objects.exists()


def test_all_laboratories_are_closed_and_open_again(equipped: World) -> None:
    equipped.sent(
        "closures", kind="closed", starts_0="10/08/2027", starts_1="00:00", ends_0="20/08/2027",
        ends_1="00:00", reason="Ferie",
    )  # fmt: skip
    closed = CalendarException.objects.get()

    equipped.sent("remove_closure", at={"closure": closed.pk})

    assert (closed.laboratory, closed.resource) == (None, None)
    assert CalendarException.objects.count() == 0


def test_owner_and_machines_that_an_accessory_fits(equipped: World) -> None:
    laboratory, machine = Laboratory.objects.get(), Resource.objects.get()
    with override("en"):
        add = reverse("labs:add_resource", kwargs={"laboratory": laboratory.pk})
    client = Client()
    client.force_login(equipped.manager)

    client.post(
        f"{add}?kind=accessory",
        {"name": "Calibro", "capacity": 2, "listed": "on", "fits": [machine.pk], "owner-value": equipped.firm.pk},
    )  # fmt: skip
    gauge = Resource.objects.get(name="Calibro")
    fitted = list(gauge.accessory.fits.all())
    equipped.sent(
        "change_resource", at={"resource": gauge.pk},
        **{"name": "Calibro", "listed": "on", "owner-value": equipped.centre.pk},
    )  # fmt: skip

    assert (gauge.owner, fitted) == (equipped.firm, [machine.machine])
    gauge = Resource.objects.get(pk=gauge.pk)
    assert (gauge.owner, list(gauge.accessory.fits.all())) == (equipped.centre, [])


def test_a_consumable_keeps_the_unit_it_was_moved_in(equipped: World) -> None:
    powder = Consumable.objects.get()
    told = {"name": "Polvere", "laboratory": powder.laboratory_id, "threshold": "2"}
    at = {"consumable": powder.pk}
    equipped.sent("withdraw", at=at, direction="taken", quantity="1")

    refused = equipped.send("change_consumable", at=at, unit="g", **told)
    equipped.sent("change_consumable", at=at, unit="kg", **told)

    assert complaints(refused) == {"unit": ["Movements are recorded in kg: the unit stays."]}
    assert [float(n) for n in Consumable.objects.values_list("stock", "threshold").get()] == [2, 2]


def test_sites_are_found_by_town_and_organisation(world: World) -> None:
    client = Client()
    client.force_login(world.manager)

    found = [client.get(reverse("labs:find_sites"), {"q": words}).json() for words in ("torino", "centro prova", "roma")]  # fmt: skip

    assert [len(one["results"]) for one in found] == [1, 1, 0]


def test_one_s_own_qualifications_are_told_with_their_level(equipped: World) -> None:
    equipped.sent(
        "grant_qualification",
        **{"person-value": equipped.ada.person.pk, "level": 2, "qualification": Qualification.objects.get().pk},
    )  # fmt: skip

    table = equipped.page("bookings", "en", equipped.ada).context["page"].qualifications

    assert table.rows[0]["cells"][0] == {"text": "Stampa di metallo", "note": "level 2"}
