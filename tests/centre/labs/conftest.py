"""A small laboratory: a printer and a microscope in a hall, an expert, gauges, and people of a firm and a university.

Clocks stand still at Monday 1 March 2027, 07:00 in Torino, unless a test turns them.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from fucina.centre.labs.domain import writing
from fucina.centre.labs.models import (
    Accessory,
    Building,
    CalendarException,
    Expert,
    Laboratory,
    Machine,
    MachineType,
    Policy,
    Resource,
    Room,
    Schedule,
)
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, Site, User

ROME = ZoneInfo("Europe/Rome")
NOW = dt.datetime(2027, 3, 1, 7, 0, tzinfo=ROME)
LONG_AGO = dt.date(2020, 1, 1)


def at(text: str, day: str = "2027-03-02") -> dt.datetime:
    """``09:30`` of Tuesday 2 March 2027, or of another day."""
    if " " in text:
        day, text = text.split()
    return dt.datetime.fromisoformat(f"{day}T{text}").replace(tzinfo=ROME)


class Clock:
    """What ``timezone.now`` says."""

    def __init__(self) -> None:
        self.now = NOW

    def set(self, text: str, day: str = "2027-03-02") -> None:
        self.now = at(text, day)

    def __call__(self) -> dt.datetime:
        return self.now.astimezone(dt.UTC)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is sent away because the machine stood still for three seconds while another held the lock."""
    longer = writing.LOCKING.replace("'3s'", "'120s'")
    assert longer != writing.LOCKING
    monkeypatch.setattr(writing, "LOCKING", longer)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    turned = Clock()
    monkeypatch.setattr(timezone, "now", turned)
    return turned


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@dataclass
class Lab:
    centre: Organisation
    firm: Organisation
    university: Organisation
    laboratory: Laboratory
    policy: Policy
    type: MachineType

    def user(self, name: str, role: str = Role.COMPANY_MEMBER, at: Any = None, **more: Any) -> User:
        user = User.objects.create_user(f"{name}@prova.example")
        person = Person.objects.create(user=user, given_name=name.title(), email=user.email)
        where = at or (self.firm if role == Role.COMPANY_MEMBER else self.centre)
        more.setdefault("valid_from", LONG_AGO)
        Membership.objects.create(person=person, organisation=where, role=role, **more)
        return User.objects.get(pk=user.pk)

    def resource(self, name: str, kind: str, capacity: int = 1, **more: Any) -> Resource:
        schedule = more.pop("schedule", None) or Schedule.objects.create(
            name=name, capacity=capacity
        )
        return Resource.objects.create(
            name=name, kind=kind, laboratory=self.laboratory, owner=self.centre,
            schedule=schedule, **more,
        )  # fmt: skip

    def machine(self, name: str, **more: Any) -> Resource:
        type_ = more.pop("type", self.type)
        found = self.resource(name, "machine", **more)
        Machine.objects.create(resource=found, type=type_)
        return found

    def room(self, name: str, capacity: int = 1, **more: Any) -> Resource:
        found = self.resource(name, "room", capacity, **more)
        Room.objects.create(resource=found)
        return found

    def expert(self, user: User, **more: Any) -> Resource:
        found = self.resource(str(user.person), "expert", **more)
        Expert.objects.create(resource=found, person=user.person)
        return found

    def accessory(self, name: str, capacity: int = 1) -> Resource:
        found = self.resource(name, "accessory", capacity)
        Accessory.objects.create(resource=found)
        return found

    def rules(self, **fields: Any) -> None:
        Policy.objects.filter(pk=self.policy.pk).update(**fields)


def make_lab() -> Lab:
    centre = Organisation.objects.create(name="Centro di prova", kind="centre")
    firm = Organisation.objects.create(name="Officina Prova srl", kind="company")
    university = Organisation.objects.create(name="Ateneo di prova", kind="university")
    site = Site.objects.create(organisation=centre, municipality="Torino")
    policy = Policy.objects.create(name="Regole di prova")
    laboratory = Laboratory.objects.create(
        name="Laboratorio additivo",
        name_en="Additive laboratory",
        organisation=centre,
        building=Building.objects.create(site=site, name="Edificio A"),
        opening_hours="24/7",
        policy=policy,
    )
    type_ = MachineType.objects.create(key="printer", name="Stampante", name_en="Printer")
    return Lab(centre, firm, university, laboratory, policy, type_)


@pytest.fixture
def lab(db: None) -> Lab:
    return make_lab()


@pytest.fixture
def ada(lab: Lab) -> User:
    return lab.user("ada")


@pytest.fixture
def bea(lab: Lab) -> User:
    return lab.user("bea")


@pytest.fixture
def manager(lab: Lab) -> User:
    return lab.user("mara", Role.LAB_MANAGER)


@pytest.fixture
def printer(lab: Lab) -> Resource:
    return lab.machine("Stampante metallica")


@pytest.fixture
def microscope(lab: Lab) -> Resource:
    return lab.machine("Microscopio")


@pytest.fixture
def reserve(lab: Lab) -> Callable[..., Any]:
    """Books for a user of the firm, ``09:00`` to ``10:00`` of Tuesday 2 March."""
    from fucina.centre.labs.domain import book

    def make(user: User, things: Any, start: str, end: str, **more: Any) -> Any:
        several = things if isinstance(things, (list, tuple)) else [things]
        more.setdefault("organisation", lab.firm)
        return book(several, at(start), at(end), by=user, **more)

    return make


def codes(refusal: Any) -> list[str]:
    """Of all the problems that were told, each once."""
    return sorted({problem.code for problem in refusal.value.problems})


def closure(start: str, end: str, *, kind: str = "closed", **more: Any) -> CalendarException:
    return CalendarException.objects.create(
        kind=kind, starts=at(start), ends=at(end), reason="Chiusura di prova", **more
    )
