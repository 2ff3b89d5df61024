"""Passkeys are made and used by a virtual authenticator; what the form sends is checked by the server's own library."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import fido2.features
import pytest
from django.template import Context, Template
from fido2.server import Fido2Server
from fido2.webauthn import (
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from playwright.sync_api import CDPSession, Page, expect
from pytest_django.live_server_helper import LiveServer

USER = PublicKeyCredentialUserEntity(id=b"17", name="ada@example.org", display_name="Ada Esempio")
FORM = """{% load ui i18n %}<!doctype html><html lang="en"><head><title>Passkey</title>{% asset "app" %}{% asset "passkeys" %}</head>
<body><main><h1>Passkey</h1><form method="post" action="/sent/" {{ attributes }}>
<input type="hidden" name="credential">{% if passwordless %}<input type="checkbox" name="passwordless" checked>{% endif %}
<button>Go</button></form>{% if options %}{{ options|json_script:"options" }}{% endif %}</main></body></html>"""


@pytest.fixture
def server(live_server: LiveServer) -> Fido2Server:
    if hasattr(fido2.features, "webauthn_json_mapping"):
        fido2.features.webauthn_json_mapping._enabled = True
    return Fido2Server(PublicKeyCredentialRpEntity(id="localhost", name="Fucina"))


@pytest.fixture
def authenticator(page: Page) -> Iterator[CDPSession]:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


class Site:
    """A page with a passkey's form, and what the form sent."""

    def __init__(self, page: Page, live_server: LiveServer) -> None:
        self.page, self.url, self.sent = page, live_server.url, {}

    def show(self, tag: str, options: dict[str, Any] | None = None, **context: object) -> None:
        attributes = Template(f"{{% load ui %}}{{% passkey {tag} %}}").render(Context())
        html = Template(FORM).render(
            Context({"attributes": attributes, "options": options, **context})
        )
        self.page.route(
            "**/form/",
            lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"),
        )
        self.page.route("**/sent/", self._receive)
        self.page.goto(f"{self.url}/form/")

    def press(self) -> dict[str, Any]:
        self.page.get_by_role("button", name="Go").click()
        self.page.wait_for_url("**/sent/")
        credential: dict[str, Any] = json.loads(self.sent["credential"])
        return credential

    def _receive(self, route: Any) -> None:
        fields = parse_qs(route.request.post_data or "")
        self.sent = {name: values[0] for name, values in fields.items()}
        route.fulfill(body="<title>Sent</title>", content_type="text/html; charset=utf-8")


@pytest.fixture
def site(page: Page, live_server: LiveServer) -> Site:
    return Site(page, live_server)


def creation(server: Fido2Server) -> tuple[dict[str, Any], Any]:
    options, state = server.register_begin(
        user=USER,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
        extensions={"credProps": True},
    )
    return {"creation_options": dict(options)}, state


@pytest.mark.parametrize("old", [False, True], ids=["parsed by the browser", "decoded by the page"])
def test_passkey_is_made_and_signs_in(
    site: Site, server: Fido2Server, authenticator: CDPSession, page: Page, old: bool
) -> None:
    if old:
        page.add_init_script(
            "delete PublicKeyCredential.parseCreationOptionsFromJSON;"
            "delete PublicKeyCredential.parseRequestOptionsFromJSON;"
            "delete PublicKeyCredential.prototype.toJSON"
        )
    options, state = creation(server)
    site.show('"create" options="options"', options)
    made = server.register_complete(state, site.press())
    assert made.credential_data is not None

    request, state = server.authenticate_begin()
    page.route("**/options/", lambda route: route.fulfill(json={"request_options": dict(request)}))
    site.show('"get" options_url="/options/"')

    used = server.authenticate_complete(state, [made.credential_data], site.press())

    assert used.credential_id == made.credential_data.credential_id


def test_ticked_box_asks_for_a_passkey_that_suffices(
    site: Site, server: Fido2Server, authenticator: CDPSession
) -> None:
    options, state = server.register_begin(user=USER, extensions={"credProps": True})

    site.show('"create" options="options"', {"creation_options": dict(options)}, passwordless=True)
    credential = site.press()

    assert credential["clientExtensionResults"] == {"credProps": {"rk": True}}
    assert site.sent["passwordless"] == "on"
    assert server.register_complete(state, credential).is_user_verified()


def test_second_passkey_of_one_device_is_told(
    site: Site, server: Fido2Server, authenticator: CDPSession, page: Page
) -> None:
    options, state = creation(server)
    site.show('"create" options="options"', options)
    made = server.register_complete(state, site.press())
    assert made.credential_data is not None
    again, _ = server.register_begin(user=USER, credentials=[made.credential_data])

    site.show('"create" options="options"', {"creation_options": dict(again)})
    page.get_by_role("button", name="Go").click()

    expect(page.get_by_role("alert")).to_have_text(
        "Questo dispositivo ha già una passkey per questo profilo."
    )


def test_cancelled_request_is_told_and_can_be_tried_again(
    site: Site, server: Fido2Server, page: Page
) -> None:
    page.add_init_script(
        "navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    site.show('"create" options="options"', creation(server)[0])

    page.get_by_role("button", name="Go").click()

    expect(page.get_by_role("alert")).to_contain_text("Non è stato inviato nulla")
    expect(page.get_by_role("button", name="Go")).to_be_enabled()
    assert site.sent == {}


def test_browser_without_passkeys_is_told(site: Site, server: Fido2Server, page: Page) -> None:
    page.add_init_script("delete window.PublicKeyCredential")
    site.show('"create" options="options"', creation(server)[0])

    page.get_by_role("button", name="Go").click()

    expect(page.get_by_role("alert")).to_contain_text("Questo browser non può usare le passkey.")
