"""The study's interactive pages, and those about runs, in a browser: with a script and without one."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from looks import in_turn, looks
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from fucina.centre.people.enums import Role
from fucina.centre.planning.domain.share_run import share_run
from fucina.centre.planning.domain.start_run import start_run
from fucina.centre.planning.enums import RequestState
from fucina.centre.planning.models import Folder, Run, RunRequest

Axe = Callable[[Page], list[dict[str, Any]]]
STUDY = (
    "explore/", "explore/?of=own", "risk/", "strategies/", "school/", "comparators/",
    "money/?statement=monthly", "money/?statement=balance", "ranking/?page=2",
)  # fmt: skip


def swept(page: Page, axe: Axe, addresses: list[str]) -> dict[str, list[str]]:
    found = {}
    for address in addresses:
        page.goto(address)
        wide = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        problems = [*(["too wide"] if wide else []), *(str(one) for one in axe(page))]
        if problems:
            found[address] = problems
    return found


def come_in(page: Page, live_server: LiveServer, user: Any) -> None:
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )


@pytest.fixture
def analyst(small_centre):
    return small_centre.user(Role.ANALYST)


@looks
def test_pages_are_accessible_and_fit(
    live_server: LiveServer, run: Run, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    any_page.emulate_media(color_scheme=theme, reduced_motion="reduce")

    addresses = [
        f"{live_server.url}/{language}/study/{page}" for page in in_turn(STUDY, any_page, language)
    ]

    assert swept(any_page, axe, addresses) == {}


@looks
def test_pages_about_runs_are_accessible_and_fit(
    live_server: LiveServer, run: Run, analyst, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    request = start_run(Folder.objects.get(), 200, 99, by=analyst)
    other = Run.objects.get(pk=run.pk)
    other.pk, other.seed, other.status = None, 5, "kept"
    other.save()
    _link, secret = share_run(run, "The press", timezone.localdate(), by=analyst)
    any_page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    come_in(any_page, live_server, analyst)

    pages = [
        "runs/", "runs/start/", f"runs/asked/{request.pk}/", f"runs/{other.pk}/",
        f"runs/{other.pk}/publish/", f"runs/{run.pk}/share/", "runs/links/",
        f"runs/compare/?run={run.pk}&run={other.pk}", f"shared/{secret}/",
    ]  # fmt: skip
    addresses = [
        f"{live_server.url}/{language}/study/{page}" for page in in_turn(pages, any_page, language)
    ]

    assert swept(any_page, axe, addresses) == {}


def test_slider_changes_the_answer_and_the_address(
    live_server: LiveServer, run: Run, page: Page
) -> None:
    page.goto(f"{live_server.url}/en/study/explore/")
    band = page.locator(".band").first
    left = page.locator("[data-answer] [role=status]")

    band.locator("input[type=range]").first.focus()
    for _step in range(30):
        page.keyboard.press("ArrowRight")

    expect(left).not_to_contain_text("200 of 200 draws")
    expect(page).to_have_url(re.compile("low-"))
    number = band.locator("input[type=number]").first
    asked = number.input_value()
    expect(page).to_have_url(re.compile(rf"low-[^&]*={re.escape(asked)}(&|$)"))
    page.reload()
    assert band.locator("input[type=number]").first.input_value() == asked
    expect(left).not_to_contain_text("200 of 200 draws")


def test_lower_end_pushes_the_upper_one_along(
    live_server: LiveServer, run: Run, page: Page
) -> None:
    page.goto(f"{live_server.url}/en/study/explore/")
    low, high = page.locator(".band").first.locator("input[type=number]").all()

    high.fill(low.input_value())
    low.fill(high.get_attribute("max") or "")

    assert float(high.input_value()) == float(low.input_value())


def test_moving_a_weight_makes_the_weights_ones_own(
    live_server: LiveServer, run: Run, page: Page
) -> None:
    page.goto(f"{live_server.url}/en/study/explore/")
    whose = page.locator("#of")

    whose.select_option(index=1)
    page.locator("[data-weights] summary").click()
    page.locator("[data-weights] input[type=range]").first.press("ArrowRight")

    assert whose.input_value() == "own"
    expect(page).to_have_url(re.compile("of=own"))


def test_without_a_script_a_button_asks(
    live_server: LiveServer, run: Run, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/en/study/explore/")
        number = page.locator(".band input[type=number]").first
        number.fill(str(float(number.get_attribute("max") or 0)))

        page.get_by_role("button", name="Show the answer").click()

        expect(page.locator("[data-answer] [role=status]")).not_to_contain_text("200 of 200 draws")


def test_progress_arrives_by_itself(live_server: LiveServer, run: Run, analyst, page: Page) -> None:
    request = start_run(Folder.objects.get(), 200, 99, by=analyst)
    come_in(page, live_server, analyst)
    page.goto(f"{live_server.url}/en/study/runs/asked/{request.pk}/")
    shown = page.locator("#request")
    now = timezone.now()

    RunRequest.objects.update(
        state=RequestState.RUNNING, share=0.4, step="decision", started=now, heard=now
    )
    expect(shown).to_contain_text("40%")
    RunRequest.objects.update(
        state=RequestState.DONE, share=1, run=run, ended=now + dt.timedelta(seconds=1)
    )

    expect(shown.get_by_role("link", name="Read the result")).to_be_visible()
    assert shown.get_attribute("hx-get") is None
