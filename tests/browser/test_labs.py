"""The laboratories in a browser: a bundle is booked, refused and moved, offered, started and stopped, in both languages."""

import datetime as dt
import re
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
from looks import DESKTOP, PHONE, in_turn
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from fucina.centre.charging import domain as charging
from fucina.centre.labs import domain
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.enums import BookingStatus
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
Paired = tuple[Page, str]
ROME = ZoneInfo("Europe/Rome")
LONG_AGO = dt.date(2020, 1, 1)
WORDS = {
    "it": {
        "check": "Verifica e vedi il prezzo", "confirm": "Conferma la prenotazione", "booked": "Prenotato.",
        "way": "Che cosa lo impedisce", "can": "Si può prenotare", "move": "Sposta", "moved": "Spostata.",
        "accept": "Accetta", "yours": "L’orario è tuo.", "start": "Avvia", "stop": "Ferma", "outage": "Dichiara il fermo",
        "wait": "Mettiti in lista d’attesa", "to": "Al", "reason": "Che cosa è guasto",
        "title": "Stampante metallica · tua",
    },
    "en": {
        "check": "Check and see the price", "confirm": "Confirm the booking", "booked": "It is booked.",
        "way": "What stands in the way", "can": "It can be booked", "move": "Move it", "moved": "It was moved.",
        "accept": "Accept", "yours": "The time is yours.", "start": "Start", "stop": "Stop", "outage": "Declare the outage",
        "wait": "Join the wait list", "to": "To", "reason": "What is out of order",
        "title": "Metal printer · yours",
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
    project: Any
    day: dt.date

    def at(self, hour: float, days: int = 0) -> dt.datetime:
        moment = dt.datetime.combine(self.day + dt.timedelta(days=days), dt.time(), ROME)
        return moment + dt.timedelta(hours=hour)

    def book(self, user: User, things: Any, start: float, end: float, **more: Any) -> Booking:
        several = things if isinstance(things, list) else [things]
        more.setdefault("organisation", self.firm)
        more.setdefault("project", self.project if self.printer in several else None)
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
    charging.record_rate(prices, item, "sme", Decimal(90), by=accountant, assisted=True)
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
    project = charging.record_project(
        firm, "Staffe", LONG_AGO, {account: Decimal(100)}, by=accountant, user_class="sme"
    )
    PreferentialAccess.objects.create(
        resource=printer,
        organisation=firm,
        share=15,
        conditions="Prenota una settimana prima degli altri.",
    )
    day = timezone.localdate() + dt.timedelta(days=2)
    found = Workshop(
        laboratory, printer, lathe, room, gauge, expert, firm, ada, bea, manager, project, day
    )
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


LOOKS = [
    pytest.param(DESKTOP, "it", "light", id="1280-it-light"),
    pytest.param(PHONE, "en", "dark", id="390-en-dark"),
    pytest.param(DESKTOP, "en", "dark", id="1280-en-dark", marks=pytest.mark.soak),
    pytest.param(PHONE, "it", "light", id="390-it-light", marks=pytest.mark.soak),
]


@pytest.mark.parametrize(("viewport", "language", "theme"), LOOKS)
def test_pages_are_accessible_and_fit(
    live_server: LiveServer,
    workshop: Workshop,
    page: Page,
    axe: Axe,
    viewport: ViewportSize,
    language: str,
    theme: Any,
) -> None:
    one = workshop
    mine = one.book(one.ada, [one.printer, one.gauge], 9, 11)
    one.book(one.bea, one.printer, 13, 15)
    outage = domain.declare_outage(
        [one.printer], one.at(12), one.at(18), "Guasto", by=one.manager
    ).outage
    report = domain.report_problem(one.printer, "limits", "Un rumore strano", by=one.ada)
    use = domain.start_use(one.lathe, by=one.ada, organisation=one.firm)
    domain.enter(one.room, by=one.ada, organisation=one.firm)
    printer, laboratory = f"resources/{one.printer.pk}/", f"laboratories/{one.laboratory.pk}/"
    gauge = f"resources/{one.gauge.pk}/"
    seen_by = {
        None: ("", "?q=laser,+Ti-6Al-4V,+250+mm", "?q=nulla+di+simile", laboratory, printer, "preferential-access/"),
        one.ada: (
            printer, f"book/?resource={one.printer.pk}", "bookings/", f"bookings/{mine.pk}/", f"bookings/{mine.pk}/move/",
            f"bookings/{mine.pk}/cancel/", f"bookings/{mine.pk}/hand-over/", f"calendar/?on={one.day:%d/%m/%Y}",
            f"calendar/?on={one.day:%d/%m/%Y}&days=1", "calendar/utilisation/", "feeds/", f"{laboratory}workshop/",
            f"{printer}start/", f"{printer}report/", f"uses/{use.pk}/stop/", f"resources/{one.room.pk}/enter/",
        ),
        one.manager: (
            "desk/", "desk/decisions/", "desk/problems/", f"desk/problems/{report.pk}/", "desk/outages/", "desk/outages/new/",
            f"desk/outages/{outage.pk}/", f"desk/outages/{outage.pk}/end/", f"desk/outages/{outage.pk}/longer/", "desk/maintenance/", "desk/maintenance/new/",
            "desk/maintenance/plans/new/", "desk/qualifications/", "desk/qualifications/new/", "desk/ledger/", "desk/stock/",
            "desk/resources/", "desk/policies/", f"desk/policies/{one.laboratory.policy_id}/", f"{laboratory}change/",
            f"{laboratory}add/", f"{laboratory}add/?kind=machine", f"{laboratory}stewards/", f"{laboratory}closures/",
            f"{printer}change/", f"{printer}abilities/", f"{printer}sharing/", f"{printer}documents/", f"book/?resource={one.printer.pk}",
            f"{laboratory}workshop/", "desk/setup/", "desk/setup/buildings/", "desk/setup/buildings/new/",
            "desk/setup/categories/", "desk/setup/abilities/", "desk/setup/abilities/new/", "desk/setup/qualifications/",
            "desk/setup/qualifications/new/", "desk/setup/requirements/", "desk/setup/consumables/new/", "desk/setup/quotas/",
            "desk/setup/quotas/new/", "desk/setup/plans/", "desk/setup/preferential-access/", "desk/setup/closures/",
            "desk/setup/preferential-access/new/", "desk/suspensions/", "desk/suspensions/new/", f"{printer}requirements/",
            f"{gauge}change/",
        ),
    }  # fmt: skip
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    found = {}

    for who, addresses in seen_by.items():
        if who is not None:
            sign_in(page, live_server, who)
        for address in in_turn(addresses, page, language):
            page.goto(f"{live_server.url}/{language}/labs/{address}")
            if "calendar/?" in address:
                page.wait_for_load_state("networkidle")
            if problems := faults(page, axe):
                found[address] = problems

    assert found == {}


def test_a_bundle_is_booked_at_the_price_shown(
    live_server: LiveServer, workshop: Workshop, paired_page: Paired, axe: Axe
) -> None:
    page, language = paired_page
    words = WORDS[language]
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/book/?resource={workshop.printer.pk}")

    for thing in (workshop.gauge, workshop.expert):
        page.locator(f"[name=resource][value='{thing.pk}']").check()
    fill_times(page, workshop.at(9), workshop.at(11))
    page.locator("[name=project]").select_option(label="Staffe")
    page.get_by_role("button", name=words["check"]).click()
    page.get_by_role("heading", name=words["can"]).wait_for()
    price = page.locator(".figure-large").inner_text()
    problems = faults(page, axe)
    page.get_by_role("button", name=words["confirm"]).click()

    page.get_by_text(words["booked"]).wait_for()
    booked = Booking.objects.get()
    things = {one.resource_id for one in booked.allocations.asked()}
    assert problems == []
    assert "180" in price  # with the expert’s assistance
    assert things == {workshop.printer.pk, workshop.gauge.pk, workshop.expert.pk}


def test_a_refusal_says_why_and_offers_another_time(
    live_server: LiveServer, workshop: Workshop, paired_page: Paired, axe: Axe
) -> None:
    page, language = paired_page
    words = WORDS[language]
    workshop.book(workshop.bea, workshop.printer, 9, 11)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/book/?resource={workshop.printer.pk}")

    fill_times(page, workshop.at(5.5), workshop.at(15))
    page.get_by_role("button", name=words["check"]).click()
    page.get_by_role("heading", name=words["way"]).wait_for()
    codes = page.locator(".problems li").evaluate_all(
        "all => all.map(one => one.dataset.code).sort()"
    )
    fill_times(page, workshop.at(10), workshop.at(12))
    page.get_by_role("button", name=words["check"]).click()
    page.locator(".problems [data-code=overlap]").wait_for()
    problems = faults(page, axe)
    page.locator("[name=take]").click()
    page.get_by_role("button", name=words["confirm"]).click()

    page.get_by_text(words["booked"]).wait_for()
    mine = Booking.objects.get(person=workshop.ada.person)
    assert problems == []
    assert codes == ["closed", "overlap", "too_long"]
    assert (mine.starts, mine.ends) == (workshop.at(11), workshop.at(13))


def test_booking_needs_no_script(live_server: LiveServer, workshop: Workshop, browser: Any) -> None:
    with browser.new_context(locale="it-IT", java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, live_server, workshop.ada)
        page.goto(f"{live_server.url}/it/labs/book/")
        page.locator("[name=add]").fill("Stampante metallica")
        page.get_by_role("button", name="Aggiungi").click()
        fill_times(page, workshop.at(9), workshop.at(11))
        page.get_by_role("button", name=WORDS["it"]["check"]).click()
        page.get_by_role("button", name=WORDS["it"]["confirm"]).click()
        page.get_by_text(WORDS["it"]["booked"]).wait_for()

    assert Booking.objects.get().status == BookingStatus.CONFIRMED


def drag(page: Page, event: Any, by: float) -> None:
    """By so many pixels to the side, as a hand would."""
    event.scroll_into_view_if_needed()
    box = event.bounding_box()
    x, y = box["x"] + 12, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x + by * step / 10, y)
    page.mouse.up()


@both
def test_a_booking_is_dragged_to_another_hour(
    live_server: LiveServer, workshop: Workshop, page: Page, axe: Axe, language: str
) -> None:
    words = WORDS[language]
    mine = workshop.book(workshop.ada, workshop.printer, 9, 11)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/calendar/?on={workshop.day:%d/%m/%Y}&days=1")
    event = page.locator(".ec-event.lab-use").first

    drag(page, event, 152)  # two hours of two slots of 38 pixels
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    title = dialog.locator("p.strong").inner_text()
    problems = faults(page, axe)
    dialog.get_by_role("button", name=words["move"]).click()

    expect(page.locator("[data-calendar-status]")).to_contain_text(words["moved"])
    mine.refresh_from_db()
    assert problems == []
    assert title == words["title"]
    assert (mine.starts, mine.ends) == (workshop.at(11), workshop.at(13))


def test_what_began_before_the_hours_in_sight_still_says_what_it_is(
    live_server: LiveServer, workshop: Workshop, page: Page
) -> None:
    domain.declare_outage(
        [workshop.lathe], workshop.at(1), workshop.at(30), "Guasto", by=workshop.manager
    )
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/it/labs/calendar/?on={workshop.day:%d/%m/%Y}")
    words = page.locator(".ec-event.lab-outage .lab-event").first
    words.wait_for()
    page.locator(".ec-main").evaluate("main => { main.scrollLeft = 300 }")

    names, said = page.locator(".ec-sidebar").last.bounding_box(), words.bounding_box()
    assert words.inner_text() == "fermo"
    assert said["x"] >= names["x"] + names["width"] - 1


@both
def test_what_is_refused_snaps_back_and_says_why(
    live_server: LiveServer, workshop: Workshop, page: Page, axe: Axe, language: str
) -> None:
    words = WORDS[language]
    mine = workshop.book(workshop.ada, workshop.printer, 9, 11)
    workshop.book(workshop.bea, workshop.printer, 12, 14)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/calendar/?on={workshop.day:%d/%m/%Y}&days=1")
    event = page.locator(".ec-event.lab-use.ec-draggable").first
    event.wait_for()
    before = event.bounding_box()["x"]

    drag(page, event, 152)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=words["move"]).click()
    dialog.get_by_role("heading", name=words["way"]).wait_for()
    problems = faults(page, axe)
    after = page.locator(".ec-event.lab-use.ec-draggable").first.bounding_box()["x"]
    dialog.locator("button.button").first.click()  # the nearest time that can be had

    expect(page.locator("[data-calendar-status]")).to_contain_text(words["moved"])
    mine.refresh_from_db()
    assert problems == []
    assert abs(after - before) < 2
    assert mine.starts == workshop.at(14)


@both
def test_the_keyboard_moves_a_booking_too(
    live_server: LiveServer, workshop: Workshop, page: Page, language: str
) -> None:
    words = WORDS[language]
    mine = workshop.book(workshop.ada, workshop.printer, 9, 11)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/calendar/?on={workshop.day:%d/%m/%Y}")

    page.locator(".day-entry a.button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/bookings/{mine.pk}/move/")
    fill_times(page, workshop.at(15), workshop.at(16))
    page.keyboard.press("Enter")

    page.get_by_text(words["moved"]).wait_for()
    mine.refresh_from_db()
    assert (mine.starts, mine.ends) == (workshop.at(15), workshop.at(16))


def test_free_hours_are_dragged_over_to_book_them(
    live_server: LiveServer, workshop: Workshop, page: Page
) -> None:
    workshop.book(workshop.ada, workshop.printer, 9, 11)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/it/labs/calendar/?on={workshop.day:%d/%m/%Y}&days=1")
    event = page.locator(".ec-event.lab-use").first
    event.wait_for()
    box = event.bounding_box()

    start = box["x"] + box["width"] + 76  # an hour after the booking's end
    page.mouse.move(start + 4, box["y"] + 8)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(start + 4 + 140 * step / 10, box["y"] + 8)
    page.mouse.up()

    page.wait_for_url("**/labs/book/?*")
    times = [page.locator(f"[name={name}_1]").input_value() for name in ("starts", "ends")]
    assert times == ["12:00", "14:00"]
    assert page.locator(f"[name=resource][value='{workshop.printer.pk}']").is_checked()


def test_an_offered_time_is_accepted(
    live_server: LiveServer, workshop: Workshop, paired_page: Paired, axe: Axe
) -> None:
    page, language = paired_page
    words = WORDS[language]
    first = workshop.book(workshop.bea, workshop.printer, 9, 11)
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/book/?resource={workshop.printer.pk}")
    fill_times(page, workshop.at(9), workshop.at(11))
    page.get_by_role("button", name=words["check"]).click()
    page.get_by_role("button", name=words["wait"]).click()
    page.wait_for_url(re.compile(r"/labs/bookings/\d+/"))  # and the form’s #answer
    domain.cancel(first, by=workshop.bea)

    page.goto(f"{live_server.url}/{language}/labs/bookings/")
    problems = faults(page, axe)
    page.get_by_role("button", name=words["accept"]).click()

    page.get_by_text(words["yours"]).wait_for()
    mine = Booking.objects.get(person=workshop.ada.person)
    assert problems == []
    assert mine.status == BookingStatus.CONFIRMED


def test_a_machine_is_started_and_stopped_on_the_tablet(
    live_server: LiveServer, workshop: Workshop, paired_page: Paired, axe: Axe
) -> None:
    page, language = paired_page
    words = WORDS[language]
    sign_in(page, live_server, workshop.ada)
    page.goto(f"{live_server.url}/{language}/labs/laboratories/{workshop.laboratory.pk}/workshop/")
    card = page.locator(f"[aria-labelledby=machine-{workshop.lathe.pk}]")

    card.get_by_role("button", name=words["start"]).click()
    card.get_by_role("button", name=words["stop"]).wait_for()
    problems = faults(page, axe)
    height = card.get_by_role("button", name=words["stop"]).bounding_box()["height"]
    card.locator("[name=declared_minutes]").fill("7")
    card.get_by_role("button", name=words["stop"]).click()

    card.get_by_role("button", name=words["start"]).wait_for()
    used = workshop.lathe.uses.get()
    assert problems == []
    assert height >= 48
    assert (used.declared_minutes, used.ended is not None) == (7, True)


def test_an_outage_moves_people_with_one_click_each(
    live_server: LiveServer, workshop: Workshop, paired_page: Paired, axe: Axe
) -> None:
    page, language = paired_page
    words = WORDS[language]
    lost = [
        workshop.book(workshop.ada, workshop.lathe, 9, 11),
        workshop.book(workshop.bea, workshop.lathe, 13, 14),
    ]
    sign_in(page, live_server, workshop.manager)
    page.goto(f"{live_server.url}/{language}/labs/desk/outages/new/?resource={workshop.lathe.pk}")

    fill_times(page, workshop.at(8), workshop.at(15))
    page.get_by_label(words["reason"]).fill("Mandrino rotto")
    page.get_by_role("button", name=words["outage"]).click()
    page.wait_for_url("**/desk/outages/*/")
    problems = faults(page, axe)
    for _booking in lost:
        left = page.locator(".move-line").count()
        page.locator(".move-line").first.locator("[name=take]").first.click()
        expect(page.locator(".move-line")).to_have_count(left - 1)

    moved = [Booking.objects.get(pk=one.pk) for one in lost]
    assert problems == []
    assert [one.status for one in moved] == [BookingStatus.CONFIRMED] * 2
    assert all(one.starts >= workshop.at(15) for one in moved)
