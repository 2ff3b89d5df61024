"""The laboratories in a browser: a bundle is booked, refused and moved, offered, started and stopped, in both languages."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.charging import domain as charging
from fucina.centre.labs import domain
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.models import (
    Booking,
    Building,
    Capability,
    Laboratory,
    MachineType,
    PreferentialAccess,
    Qualification,
    Requirement,
    Resource,
)
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, Site, User

Axe = Callable[[Page], list[dict[str, Any]]]
ROME = ZoneInfo("Europe/Rome")
LONG_AGO = dt.date(2020, 1, 1)
WORDS = {
    "it": {
        "check": "Verifica e vedi il prezzo", "confirm": "Conferma la prenotazione", "booked": "Prenotato.",
        "way": "Che cosa lo impedisce", "can": "Si può prenotare", "move": "Sposta", "moved": "Spostata.",
        "accept": "Accetta", "yours": "L’orario è tuo.", "start": "Avvia", "stop": "Ferma", "outage": "Dichiara il fermo",
        "wait": "Mettiti in lista d’attesa", "to": "Al", "reason": "Che cosa è guasto",
        "thing": "Macchina, sala o accessorio", "keep": "Lascia dov’era",
    },
    "en": {
        "check": "Check and see the price", "confirm": "Confirm the booking", "booked": "It is booked.",
        "way": "What stands in the way", "can": "It can be booked", "move": "Move it", "moved": "It was moved.",
        "accept": "Accept", "yours": "The time is yours.", "start": "Start", "stop": "Stop", "outage": "Declare the outage",
        "wait": "Join the wait list", "to": "To", "reason": "What is out of order",
        "thing": "Machine, room or accessory", "keep": "Leave it where it was",
    },
}  # fmt: skip
both = pytest.mark.parametrize("language", ["it", "en"])


@dataclass(frozen=True)
class Workshop:
    laboratory: Laboratory
    printer: Resource
    lathe: Resource
    room: Resource
    gauge: Resource
    expert: Resource
    firm: Organisation
    ada: User
    bea: User
    manager: User
    day: dt.date

    def at(self, hour: float, days: int = 0) -> dt.datetime:
        moment = dt.datetime.combine(self.day + dt.timedelta(days=days), dt.time(), ROME)
        return moment + dt.timedelta(hours=hour)

    def book(self, user: User, things: Any, start: float, end: float, **more: Any) -> Booking:
        several = things if isinstance(things, list) else [things]
        more.setdefault("organisation", self.firm)
        return domain.book(several, self.at(start), self.at(end), by=user, **more)


@pytest.fixture
def workshop(live_server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setattr(settings, "FUCINA_VAR", tmp_path)
    centre = Organisation.objects.create(name="Centro di prova", kind="centre")
    firm = Organisation.objects.create(name="Officina Prova srl", kind="company")
    manager = user("Mara Prova", Role.LAB_MANAGER, centre)
    accountant = user("Conti Prova", Role.ACCOUNTANT, centre)
    ada, bea = (
        user("Ada Prova", Role.COMPANY_MEMBER, firm),
        user("Bea Prova", Role.COMPANY_MEMBER, firm),
    )
    site = Site.objects.create(organisation=centre, municipality="Torino")
    policy = catalogue.record_policy(
        "Regole di prova",
        by=manager,
        min_minutes=30,
        max_minutes=480,
        late_cancel_minutes=1440,
        takeover="with_consent",
    )
    laboratory = catalogue.record_laboratory(
        "Laboratorio additivo", centre, by=manager, name_en="Additive laboratory", policy=policy,
        building=Building.objects.create(site=site, name="Edificio A"), opening_hours="24/7",
        about="Dal modello al pezzo finito, in metallo e in polimero.",
        about_en="From the model to the finished part, in metal and polymer.",
    )  # fmt: skip
    kind = MachineType.objects.create(
        key="lpbf", name="Fusione laser su letto di polvere", name_en="Laser powder bed fusion"
    )
    other = MachineType.objects.create(key="lathe", name="Tornio", name_en="Lathe")
    item = charging.record_chargeable("printer", "machine", "Stampante metallica", by=accountant)
    prices = charging.record_price_list("Listino di prova", LONG_AGO, by=accountant)
    charging.record_rate(
        prices,
        item,
        "sme",
        Decimal(60),
        by=accountant,
        free_minutes=60,
        cancellation_fee=Decimal("12.50"),
    )
    charging.publish_price_list(prices, by=accountant)
    room = catalogue.add_room(
        laboratory,
        "Sala polveri",
        by=manager,
        name_en="Powder room",
        capacity=4,
        hazards="Polveri fini",
    )
    printer = catalogue.add_machine(
        laboratory, "Stampante metallica", kind, by=manager, name_en="Metal printer", inside=room, chargeable=item, year=2024,
        maker="Costruttore di prova", model="M-250", hazards="Laser di classe 4; polveri metalliche.",
        technical_data=[{"name": "Volume", "value": 250, "unit": "mm"}, {"name": "Laser", "value": "Yb", "unit": ""}],
    )  # fmt: skip
    lathe = catalogue.add_machine(
        laboratory, "Tornio", other, by=manager, name_en="Lathe", inside=room
    )
    gauge = catalogue.add_accessory(
        laboratory, "Calibro", by=manager, name_en="Gauge", quantity=3, fits=[printer]
    )
    expert = catalogue.add_expert(
        laboratory, manager.person, by=manager, position="Esperta di processo"
    )
    powder = Capability.objects.create(
        key="pbf",
        kind="process",
        name="Letto di polvere",
        name_en="Powder bed",
        synonyms="laser, lpbf",
    )
    metal = Capability.objects.create(key="metal", kind="material", name="Metallo", name_en="Metal")
    size = Capability.objects.create(
        key="size", kind="measure", name="Lato del pezzo", name_en="Side of the part", unit="mm"
    )
    catalogue.say_capability(printer, powder, by=manager, text="laser")
    catalogue.say_capability(printer, metal, by=manager, text="Ti-6Al-4V")
    catalogue.say_capability(printer, size, by=manager, high=250)
    need = Qualification.objects.create(
        key="powder",
        name="Sicurezza delle polveri",
        name_en="Powder safety",
        kind="specific_safety",
        valid_days=365,
    )
    Requirement.objects.create(qualification=need, resource=printer)
    for who in (ada, bea):
        domain.grant_qualification(who.person, need, by=manager, source="Corso di prova")
    account = charging.record_account(firm, "A-1", "Ordine di prova", LONG_AGO, by=accountant)
    charging.record_project(
        firm, "Staffe", LONG_AGO, {account: Decimal(100)}, by=accountant, user_class="sme"
    )
    PreferentialAccess.objects.create(
        resource=printer,
        organisation=firm,
        share=15,
        conditions="Prenota una settimana prima degli altri.",
    )
    day = timezone.localdate() + dt.timedelta(days=2)
    found = Workshop(laboratory, printer, lathe, room, gauge, expert, firm, ada, bea, manager, day)
    catalogue.record_exception(
        "closed", found.at(0), found.at(7), "Pulizie", by=manager, laboratory=laboratory
    )
    return found


def user(name: str, role: str, at: Organisation) -> User:
    given, family = name.split()
    made = User.objects.create_user(f"{given.lower()}@prova.example")
    person = Person.objects.create(
        user=made, given_name=given, family_name=family, email=made.email
    )
    Membership.objects.create(person=person, organisation=at, role=role, valid_from=LONG_AGO)
    return User.objects.get(pk=made.pk)


def sign_in(page: Page, server: LiveServer, who: User) -> None:
    client = Client()
    client.force_login(who)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": server.url}]
    )


def faults(page: Page, axe: Axe) -> list[Any]:
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return [*axe(page), *(["too wide"] if page.evaluate(wide) > 0 else [])]


def fill_times(page: Page, starts: dt.datetime, ends: dt.datetime) -> None:
    for name, moment in (("starts", starts), ("ends", ends)):
        here = moment.astimezone(ROME)
        page.locator(f"[name={name}_0]").fill(f"{here:%d/%m/%Y}")
        page.locator(f"[name={name}_1]").fill(f"{here:%H:%M}")
