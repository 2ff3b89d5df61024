"""Governance in a browser: accessible in both themes, on a desk and on a phone, and by keyboard alone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from looks import in_turn, looks
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.governance import domain
from fucina.centre.governance.models import Agreement, PromisedContribution, Quota
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User

Axe = Callable[[Page], list[dict[str, Any]]]
SIGNED = dt.date(2024, 3, 1)
TODAY = f"{timezone.localdate():%d/%m/%Y}"


@dataclass(frozen=True)
class Recorded:
    director: User
    representative: User
    protocol: Agreement
    contract: Agreement
    promise: PromisedContribution
    quota: Quota


@pytest.fixture
def recorded(live_server: LiveServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """The protocol of Torino, and a fictional consortium with contributions and quotas."""
    monkeypatch.setattr(settings, "FUCINA_VAR", tmp_path)
    centre = Organisation.objects.create(name="Centro di prova", kind="centre")
    firms = [
        Organisation.objects.create(name=f"{name} Prova srl", kind="company")
        for name in ("Alfa", "Beta", "Consorzio")
    ]
    director = user("direttrice", Role.DIRECTOR, centre)
    protocol = domain.record_founding_protocol()
    contract = domain.record_agreement(
        "Contratto di consorzio di prova", "consortium", SIGNED, "Consorziarsi per prova.",
        by=director, predecessor=protocol,
    )  # fmt: skip
    alfa, beta = (domain.add_party(contract, firm, "promoter", by=director) for firm in firms[:2])
    cash = domain.promise_contribution(
        alfa, "cash", "capital", "Conferimento in denaro", Decimal(90000), by=director,
        due=dt.date(2025, 6, 30), instalment=1,
    )  # fmt: skip
    domain.promise_contribution(
        beta, "in_kind", "project", "Una macchina", Decimal("33000.50"), by=director,
        valuation="appraisal", due=dt.date(2030, 1, 1),
    )  # fmt: skip
    domain.record_given(cash, dt.date(2025, 6, 1), Decimal(30000), by=director)
    domain.record_obligation(
        contract, "Riferire ogni anno", "inform", by=director, party=alfa, due=dt.date(2025, 1, 31)
    )
    quota = domain.record_quota(
        contract, firms[2], firms[0], by=director, valid_from=SIGNED, share=Decimal(60), seats=3
    )
    representative = user("delegato", Role.PARTNER_REPRESENTATIVE, firms[0])
    return Recorded(director, representative, protocol, contract, cash, quota)


def user(name: str, role: str, at: Organisation) -> User:
    made = User.objects.create_user(f"{name}@prova.example")
    person = Person.objects.create(user=made, given_name=name.title())
    Membership.objects.create(person=person, organisation=at, role=role, valid_from=SIGNED)
    return made


def sign_in(page: Page, server: LiveServer, who: User) -> None:
    client = Client()
    client.force_login(who)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": server.url}]
    )


def faults(page: Page, axe: Axe) -> list[Any]:
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return [*axe(page), *(["too wide"] if page.evaluate(wide) > 0 else [])]


@looks
def test_pages_are_accessible_and_fit(
    live_server: LiveServer, recorded: Recorded, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    contract, promise = recorded.contract.pk, recorded.promise.pk
    pages = {
        recorded.director: (
            "", f"{recorded.protocol.pk}/", f"{contract}/", "new/", f"{contract}/change/",
            f"{contract}/parties/", f"{contract}/obligations/", f"{contract}/documents/",
            f"{contract}/contributions/", f"{contract}/quotas/", "contributions/",
            f"contributions/{promise}/", f"contributions/{promise}/given/",
            f"contributions/{promise}/release/", f"given/{recorded.promise.receipts.get().pk}/strike/", "quotas/", f"quotas/{recorded.quota.pk}/end/",
            f"obligations/{recorded.contract.obligations.get().pk}/settle/",
        ),
        recorded.representative: ("my-institution/", f"{contract}/", "contributions/"),
    }  # fmt: skip
    any_page.emulate_media(color_scheme=theme)
    found = {}

    for who, addresses in pages.items():
        sign_in(any_page, live_server, who)
        for address in in_turn(list(addresses), any_page, language):
            any_page.goto(f"{live_server.url}/{language}/governance/{address}")
            if problems := faults(any_page, axe):
                found[address] = problems

    assert found == {}


def test_a_visitor_reads_the_protocol(
    live_server: LiveServer, recorded: Recorded, any_page: Page, axe: Axe
) -> None:
    any_page.goto(f"{live_server.url}/it/governance/")

    any_page.get_by_role("link", name="Protocollo d’intesa per il Manufacturing").click()

    assert any_page.locator("#parties").inner_text().split() == ["Parti", "9"]
    assert any_page.get_by_text("Contratto di consorzio").count() == 0
    assert faults(any_page, axe) == []


def test_a_receipt_is_recorded_by_keyboard(
    live_server: LiveServer, recorded: Recorded, page: Page
) -> None:
    sign_in(page, live_server, recorded.director)
    page.goto(f"{live_server.url}/en/governance/contributions/{recorded.promise.pk}/given/")

    page.get_by_role("textbox", name="Given on").focus()
    page.keyboard.type(TODAY)
    page.get_by_label("Value").focus()
    page.keyboard.type("60,000.00")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/contributions/{recorded.promise.pk}/")
    assert page.get_by_text("given in full").count() == 1


def test_a_refused_form_says_what_is_wrong_and_keeps_the_rest(
    live_server: LiveServer, recorded: Recorded, browser: Browser, axe: Axe
) -> None:
    """In a context of its own: Chromium itself reports the answer's status, 422, on the console."""
    with browser.new_context(locale="it-IT") as context:
        page = context.new_page()
        sign_in(page, live_server, recorded.director)
        page.goto(f"{live_server.url}/it/governance/contributions/{recorded.promise.pk}/given/")

        page.get_by_role("textbox", name="Data del versamento").fill(TODAY)
        page.get_by_label("Valore").fill("60.000,01")
        page.keyboard.press("Enter")

        page.locator(".error-summary").wait_for()
        said = page.locator(".error-summary").inner_text()
        assert "restano 60.000,00 €" in said
        assert page.get_by_label("Valore").input_value() == "60.000,01"
        assert faults(page, axe) == []


def test_a_party_is_picked_from_suggestions(
    live_server: LiveServer, recorded: Recorded, page: Page
) -> None:
    sign_in(page, live_server, recorded.director)
    page.goto(f"{live_server.url}/en/governance/{recorded.contract.pk}/parties/")

    page.get_by_role("combobox", name="Organisation").press_sequentially("consorz")
    page.get_by_role("option", name="Consorzio Prova srl").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save").press("Enter")

    page.wait_for_url(f"**/governance/{recorded.contract.pk}/")
    assert page.locator("#parties").inner_text().split() == ["Parties", "3"]
