"""Home and the study's pages in a browser: no console error, nothing inaccessible, nothing too wide."""

from collections.abc import Callable
from typing import Any

from looks import in_turn, looks
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.planning.models import Run

PAGES = (
    "", "about/", "services/", "services/company-training/", "for/firms/", "for/partners/",
    "study/", "study/seats/", "study/seats/mirafiori/", "study/ranking/", "study/hypotheses/",
    "study/money/", "study/programme/", "study/governance/", "study/services/", "study/figures/",
    "study/figures/seats.mirafiori.capacity/", "study/sources/", "study/sources/team-estimate/",
    "study/downloads/",
)  # fmt: skip
Axe = Callable[[Page], list[dict[str, Any]]]


def too_wide(page: Page) -> int:
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


@looks
def test_pages_are_accessible_and_fit(
    live_server: LiveServer, run: Run, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    any_page.emulate_media(color_scheme=theme)
    found = {}

    for address in in_turn(PAGES, any_page, language):
        any_page.goto(f"{live_server.url}/{language}/{address}")
        problems = [*axe(any_page), *(["too wide"] if too_wide(any_page) > 0 else [])]
        if problems:
            found[address] = problems

    assert found == {}


def test_language_switch_stays_on_the_page(live_server: LiveServer, run: Run, page: Page) -> None:
    page.goto(f"{live_server.url}/it/study/figures/?kind=proxy")

    page.locator(".site-header .wide a[hreflang=en]").click()

    assert page.url == f"{live_server.url}/en/study/figures/?kind=proxy"
    assert page.locator("h1").inner_text() == "Register of figures"


def test_map_shows_every_seat_and_leads_to_it(
    live_server: LiveServer, run: Run, page: Page
) -> None:
    page.goto(f"{live_server.url}/en/study/seats/")
    discs = page.locator(".map-seat")
    discs.first.wait_for()

    assert discs.count() == len(run.study_data["seats"])
    page.locator(".map-seat-recommended").press("Enter")
    page.locator(".leaflet-popup a[href*='/seats/']").click()
    assert page.url == f"{live_server.url}/en/study/seats/mirafiori/"


def test_register_is_searched_by_keyboard(live_server: LiveServer, run: Run, page: Page) -> None:
    page.goto(f"{live_server.url}/en/study/figures/")

    page.get_by_label("Words").fill("social discount rate")
    page.keyboard.press("Enter")

    page.wait_for_url("**text=social**")
    assert (
        page.get_by_role("status").first.inner_text()
        == f"1 figure of {len(run.study_data['figures'])}"
    )
