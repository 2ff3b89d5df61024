"""Every page of the centre as its director sees it: nothing inaccessible in either theme, nothing too wide, no console error."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.people.enums import Role
from fucina.centre.planning.models import Run
from fucina.config.addresses import Address, pages

Axe = Callable[[Page], list[dict[str, Any]]]
ELSEWHERE = ("account_", "mfa_", "ui:", "planning:", "theme", "set_language", "labs:", "charging:")
"""Have browser tests of their own."""
NOT_PAGES = (
    "_export", "export_", "suggestions", "_template", "find_", "accounts:export", "accounts:end_session",
    "accounts:open_invitation", "accounts:demo", "accept_", "resend_", "withdraw_", "refuse_", "revoke_",
    "governance:document", "apply_import", "discard_import", "undo_", "dismiss_", "strike_given", "publish_",
    "my_institution", "erase_own", "merge_organisation", "merge_person", "portal:service", "portal:audience",
)  # fmt: skip
"""Files, suggestions, addresses that only take a form, and pages that are not a director's or ask for the password again."""


SWEPT = ("accounts:", "governance:", "people:")
"""Are swept by the browser tests of their own apps too, in Italian and light, in English and dark."""


def wanted(address: Address, *, all_apps: bool) -> bool:
    left_out = ELSEWHERE if all_apps else (*ELSEWHERE, *SWEPT)
    return not address.name.startswith(left_out) and not any(
        part in address.name for part in NOT_PAGES
    )


@pytest.mark.parametrize(
    "all_apps", [False, pytest.param(True, marks=pytest.mark.soak)], ids=["some", "all"]
)
@pytest.mark.parametrize(("language", "start"), [("it", 0), ("en", 1)])
def test_every_page_is_accessible_in_both_themes_and_fits(
    live_server: LiveServer,
    run: Run,
    samples: Any,
    any_page: Page,
    axe: Axe,
    language: str,
    start: int,
    all_apps: bool,
) -> None:
    director = samples[Role.DIRECTOR]
    any_page.context.add_cookies(
        [{
            "name": settings.SESSION_COOKIE_NAME,
            "value": director.client.cookies[settings.SESSION_COOKIE_NAME].value,
            "url": live_server.url,
        }]
    )  # fmt: skip
    with override(language):
        addresses = [
            reverse(one.name, kwargs={noun: director.own(noun) for noun in one.nouns})
            for one in sorted(pages(), key=lambda one: one.name)
            if wanted(one, all_apps=all_apps)
        ][start::2]  # each page in one language: its words are compared elsewhere

    found = {}
    for address in addresses:
        answer = any_page.goto(f"{live_server.url}{address}")
        any_page.emulate_media(color_scheme="light", reduced_motion="reduce")
        problems = [str(one) for one in axe(any_page)]
        any_page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        problems += [f"dark: {one}" for one in axe(any_page)]
        if answer.status != 200 or urlsplit(any_page.url).path != address:
            problems.append(f"{answer.status} {any_page.url}")
        if too_wide(any_page):
            problems.append("too wide")
        if problems:
            found[address] = problems

    assert found == {}


def too_wide(page: Page) -> bool:
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
