"""Accounts in a browser: passkeys with a virtual authenticator, the keyboard alone, both languages, desktop and phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from looks import looks
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.models import ErasureRequest
from fucina.centre.mail.models import Message
from fucina.centre.people.models import Membership, Organisation, Person, User

PASSWORD = "tornio e fresa 1904"
EMAIL = "dora.direttrice@fucina.example"
Axe = Callable[[Page], list[dict[str, Any]]]

VISITOR = (
    "login/", "signup/", "password/reset/", "password/reset/done/", "password/reset/key/done/",
    "inactive/", "privacy/", "demo/",
)  # fmt: skip
SIGNED_IN = (
    "", "security/", "email/", "password/change/", "sessions/", "data/", "data/erase/",
    "reauthenticate/", "logout/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/",
    "2fa/webauthn/add/", "invitations/", "invitations/new/", "roles/", "roles/grant/", "erasures/",
)  # fmt: skip


@pytest.fixture(autouse=True)
def demo(settings, transactional_db: None) -> None:
    settings.FUCINA_DEMO_SIGN_IN = settings.FUCINA_KEEP_MAIL = True
    cache.clear()


@pytest.fixture
def centre(transactional_db: None) -> Organisation:
    return Organisation.objects.create(name="Centro Fucina", kind="centre")


@pytest.fixture
def director(centre: Organisation) -> User:
    return person(EMAIL, "Dora", "Direttrice", centre, "director")


def person(email: str, given: str, family: str, where: Organisation, role: str) -> User:
    user = User.objects.create_user(email, PASSWORD, name=f"{given} {family}")
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    one = Person.objects.create(user=user, given_name=given, family_name=family, email=email)
    Membership.objects.create(person=one, organisation=where, role=role)
    return user


def too_wide(page: Page) -> bool:
    script = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return bool(page.evaluate(script))


def come_in(page: Page, server: LiveServer, user: User, language: str = "it") -> None:
    page.goto(f"{server.url}/{language}/account/login/")
    page.locator("[name=login]").fill(user.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form:has([name=password]) button").click()
    page.wait_for_url("**/my-day/")


def show_again(page: Page) -> None:
    """Give the password once more where it is asked for."""
    if "/reauthenticate/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main form:has([name=password]) button").click()


def problems_of(page: Page, axe: Axe) -> list[Any]:
    return [*axe(page), *(["too wide"] if too_wide(page) else [])]


@looks
def test_pages_are_accessible_and_fit(
    live_server: LiveServer, director: User, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    firm = Organisation.objects.create(name="Officine Esempio S.r.l.", kind="company")
    other = person("mario.membro@officine.example", "Mario", "Membro", firm, "company_member")
    ErasureRequest.objects.create(person=other.person)
    offer = invite("ospite@officine.example", firm, "researcher", by=director, link=lambda secret: f"/{secret}/")  # fmt: skip
    secret = Message.objects.get(to="ospite@officine.example").text
    found = {}
    any_page.emulate_media(color_scheme=theme)

    def look(address: str) -> None:
        any_page.goto(f"{live_server.url}/{language}/account/{address}")
        if address != "reauthenticate/":
            show_again(any_page)
        shot(any_page, f"{language}-{any_page.viewport_size['width']}-{address}")
        if problems := problems_of(any_page, axe):
            found[address] = problems

    key = re.search(r"^/(\S+)/$", secret, re.MULTILINE)
    assert key
    for address in (*VISITOR, f"invitation/{key.group(1)}/"):
        look(address)
    come_in(any_page, live_server, director, language)
    membership = Membership.objects.get(person=other.person)
    for address in (
        *SIGNED_IN, f"invitations/{offer.pk}/", f"roles/{membership.pk}/end/",
        f"erasures/{other.person.pk}/",
    ):  # fmt: skip
        look(address)
    TOTP.activate(director, generate_totp_secret())
    RecoveryCodes.activate(director)
    Authenticator.objects.create(
        user=director, type="webauthn", data={"name": "Passkey 1", "credential": {}}
    )
    for address in ("2fa/", "2fa/totp/deactivate/", "2fa/recovery-codes/", "2fa/recovery-codes/generate/"):  # fmt: skip
        look(address)

    assert found == {}


def test_signing_up_by_hand(live_server: LiveServer, page: Page, axe: Axe) -> None:
    page.goto(f"{live_server.url}/it/account/signup/")
    for name, value in {
        "given_name": "Nuova", "family_name": "Persona", "email": "nuova@casa.example",
        "password1": PASSWORD, "password2": PASSWORD,
    }.items():  # fmt: skip
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=notice]").check()
    page.get_by_role("button", name="Registrati").click()
    page.wait_for_url("**/confirm-email/")
    shot(page, "it-1280-confirm")
    assert problems_of(page, axe) == []

    text = Message.objects.get().text
    code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", text, re.MULTILINE)
    assert code
    page.locator("#id_code").fill(code.group(1).lower())
    page.get_by_role("button", name="Conferma").click()

    page.wait_for_url("**/my-day/")
    assert page.locator(".account-name").first.inner_text() == "Nuova Persona"


def test_signing_in_by_keyboard_alone(live_server: LiveServer, director: User, page: Page) -> None:
    page.goto(f"{live_server.url}/it/account/login/")
    page.locator("h1").click()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "login":
            break
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    page.wait_for_url("**/my-day/")


def test_wrong_password_keeps_the_address_and_takes_the_focus(
    live_server: LiveServer, director: User, page: Page, axe: Axe
) -> None:
    page.goto(f"{live_server.url}/en/account/login/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill("wrong")
    page.keyboard.press("Enter")
    page.locator(".error-summary").wait_for()

    assert page.locator("[name=login]").input_value() == EMAIL
    assert "E-mail address or password is not right." in page.locator(".error-summary").inner_text()
    assert problems_of(page, axe) == []


def authenticator(page: Page) -> None:
    """A passkey device that answers by itself."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_passkey_is_added_and_signs_in(live_server: LiveServer, director: User, page: Page) -> None:
    server = live_server.url.replace("127.0.0.1", "localhost")
    authenticator(page)
    page.goto(f"{server}/en/account/login/?next=/en/account/2fa/webauthn/add/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/reauthenticate/**")
    show_again(page)
    page.wait_for_url("**/add/")
    page.locator("[name=name]").fill("My laptop")
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/recovery-codes/")
    page.wait_for_load_state("networkidle")

    page.goto(f"{server}/en/account/2fa/webauthn/")
    assert "My laptop" in page.locator("main").inner_text()
    assert "replaces the password" in page.locator("main").inner_text()
    shot(page, "en-1280-passkeys")
    page.locator(".account-menu summary").first.click()
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url(f"{server}/en/")
    page.goto(f"{server}/en/account/login/?next=/en/account/security/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url("**/security/")
    page.wait_for_load_state("networkidle")
    assert [one.wrap().name for one in Authenticator.objects.filter(type="webauthn")] == [
        "My laptop"
    ]
    page.goto(f"{server}/en/account/2fa/webauthn/")
    page.get_by_role("link", name="Rename My laptop").click()
    show_again(page)
    page.locator("[name=name]").fill("The blue one")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Remove The blue one").click()
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/2fa/webauthn/")
    assert Authenticator.objects.filter(type="webauthn").count() == 0


def test_passkey_is_the_second_step(live_server: LiveServer, director: User, page: Page) -> None:
    server = live_server.url.replace("127.0.0.1", "localhost")
    authenticator(page)
    come_in_at(page, server)
    page.goto(f"{server}/en/account/2fa/webauthn/add/")
    show_again(page)
    page.locator("[name=passwordless]").uncheck()
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/recovery-codes/")
    page.locator(".account-menu summary").first.click()
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url(f"{server}/en/")

    page.goto(f"{server}/en/account/login/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/2fa/authenticate/")
    shot(page, "en-1280-second-step")
    page.get_by_role("button", name="Use a passkey").click()

    page.wait_for_url("**/my-day/")


def come_in_at(page: Page, server: str) -> None:
    page.goto(f"{server}/en/account/login/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-day/")


def test_demo_person_comes_in_with_one_click(
    live_server: LiveServer, centre: Organisation, page: Page
) -> None:
    person("director@fucina.example", "Dora", "Dimostrazione", centre, "director")
    page.goto(f"{live_server.url}/it/account/login/")
    page.get_by_role("link", name="Scegli un ruolo").click()
    shot(page, "it-1280-demo-people")
    page.get_by_role("button", name="Direttore").or_(
        page.get_by_role("button", name="Direttrice")
    ).or_(page.locator("main li button")).first.click()

    page.wait_for_url("**/my-day/")
    assert page.locator(".account-name").first.inner_text() == "Dora Dimostrazione"


def test_devices_are_listed_and_one_is_signed_out(
    live_server: LiveServer, director: User, page: Page
) -> None:
    other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Safari/605"})
    other.post(f"{live_server.url}/en/account/login/", {"login": EMAIL, "password": PASSWORD})
    come_in(page, live_server, director, "en")
    page.goto(f"{live_server.url}/en/account/sessions/")
    shot(page, "en-1280-devices")

    page.get_by_role("button", name="Sign out Safari, iOS").click()
    page.locator(".toast").wait_for()

    assert "Safari, iOS" not in page.locator("main .panels").inner_text()
    assert other.get("/en/account/").status_code == 302


def shot(page: Page, name: str) -> None:
    import os
    from pathlib import Path

    if folder := os.environ.get("SHOTS"):
        path = Path(folder) / (re.sub(r"[^\w-]+", "_", name)[:60] + ".png")
        page.screenshot(path=path, full_page=True)
