"""The components in a browser: reached and used by keyboard alone, named for screen readers, of use without a script."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from looks import looks
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

Axe = Callable[[Page], list[dict[str, Any]]]
PAGES = ("", "?words=s&city=Torino", "?words=zzz", "frame/", "form/", "confirm/", "search/?q=prova")


@pytest.fixture
def gallery(page: Page, live_server: LiveServer) -> Page:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/en/ui/")
    return page


@pytest.fixture
def plain(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The gallery where no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/en/ui/")
        yield page


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def name_of(page: Page) -> str:
    """What a screen reader would call what has the focus."""
    snapshot = focused(page).aria_snapshot().splitlines()[0]
    return snapshot.removeprefix("- ").rstrip(":")


def tab_through(page: Page, steps: int) -> list[str]:
    names = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        names.append(name_of(page))
    return names


# Every page


@looks
def test_gallery_is_accessible_and_fits(
    live_server: LiveServer, any_page: Page, axe: Axe, language: str, theme: Any
) -> None:
    any_page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    found = {}

    for address in PAGES:
        any_page.goto(f"{live_server.url}/{language}/ui/{address}")
        width = any_page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        problems = [*axe(any_page), *(["too wide"] if width > 0 else [])]
        if problems:
            found[address] = problems

    assert found == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_opens_is_accessible(gallery: Page, axe: Axe, theme: Any) -> None:
    gallery.emulate_media(color_scheme=theme, reduced_motion="reduce")

    gallery.locator("#sample-search").press_sequentially("es")
    expect(gallery.locator("[role=listbox] [role=option]").first).to_be_visible()
    gallery.keyboard.press("ArrowDown")
    assert axe(gallery) == []

    gallery.keyboard.press("Escape")
    gallery.get_by_text("More", exact=True).click()
    assert axe(gallery) == []

    gallery.get_by_role("link", name="Record a contribution").last.click()
    expect(gallery.get_by_role("dialog")).to_be_visible()
    assert axe(gallery) == []


def test_failed_form_is_accessible(gallery: Page, axe: Axe, live_server: LiveServer) -> None:
    gallery.goto(f"{live_server.url}/en/ui/form/")

    gallery.get_by_role("button", name="Save").click()

    assert axe(gallery) == []


# Keyboard


def test_tab_follows_the_page_as_it_is_read(gallery: Page, live_server: LiveServer) -> None:
    gallery.goto(f"{live_server.url}/en/ui/frame/")

    assert tab_through(gallery, 12) == [
        'link "Skip to the content"',
        'link "Fucina"',
        'combobox "Search organisations"',
        'button "Search"',
        'link "IT Italiano"',
        'link "EN English"',
        'button "Light"',
        'button "As the system" [pressed]',
        'button "Dark"',
        "text: Ada Esempio",
        'link "My day"',
        "text: Contacts",
    ]


def test_skip_link_leads_to_the_content(gallery: Page) -> None:
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Enter")

    expect(gallery.locator("main")).to_be_focused()


def test_menu_opens_and_closes_by_keyboard(gallery: Page, live_server: LiveServer) -> None:
    gallery.goto(f"{live_server.url}/en/ui/frame/")
    group = gallery.locator(".site-nav.wide details")
    summary = group.locator("summary")

    summary.press("Enter")
    gallery.keyboard.press("Tab")
    assert name_of(gallery) == 'link "Organisations Firms, members, schools"'
    gallery.keyboard.press("Escape")

    expect(group).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_menu_closes_when_the_focus_leaves_it(gallery: Page, live_server: LiveServer) -> None:
    gallery.goto(f"{live_server.url}/en/ui/frame/")
    group = gallery.locator(".site-nav.wide details")

    group.locator("summary").press("Enter")
    for _ in range(3):
        gallery.keyboard.press("Tab")

    expect(group).not_to_have_attribute("open", "")


def test_tabs_are_links_in_the_order_they_stand(gallery: Page) -> None:
    tabs = gallery.locator(".tabs a")

    tabs.first.focus()

    assert tab_through(gallery, 3) == ['link "Seats 4"', 'link "Assumptions 37"', 'link "Sources"']
    expect(tabs.first).to_have_attribute("aria-current", "page")


def test_dialog_keeps_the_focus_and_gives_it_back(gallery: Page) -> None:
    link = gallery.get_by_role("link", name="Remove the sample")

    link.press("Enter")
    dialog = gallery.get_by_role("dialog", name="Remove the sample?")
    expect(dialog).to_be_visible()
    assert name_of(gallery) == 'button "Cancel"'
    for _ in range(6):
        gallery.keyboard.press("Tab")
        assert gallery.evaluate(
            "document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"
        )
    gallery.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_dialog_is_left_by_its_cancel(gallery: Page, key: str) -> None:
    link = gallery.get_by_role("link", name="Remove the sample")

    link.press("Enter")
    expect(gallery.get_by_role("button", name="Cancel")).to_be_focused()
    gallery.keyboard.press(key)

    expect(gallery.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_form_of_a_dialog_is_sent_and_told_of(gallery: Page, live_server: LiveServer) -> None:
    gallery.get_by_role("link", name="Remove the sample").press("Enter")

    gallery.get_by_role("dialog").get_by_role("button", name="Remove").press("Enter")

    expect(gallery.get_by_role("status").filter(has_text="The sample was removed.")).to_be_visible()
    assert gallery.url == f"{live_server.url}/en/ui/"


def test_dialog_has_ids_of_its_own(gallery: Page) -> None:
    gallery.get_by_role("link", name="Record a contribution").last.press("Enter")
    expect(gallery.get_by_role("dialog")).to_be_visible()

    repeated = gallery.evaluate(
        "Object.entries(Object.groupBy(document.querySelectorAll('[id]'), (e) => e.id))"
        ".filter(([, all]) => all.length > 1).map(([id]) => id)"
    )

    assert repeated == []
    assert name_of(gallery) == 'textbox "Title"'


def test_dialog_whose_page_fails_is_a_link_again(gallery: Page, live_server: LiveServer) -> None:
    answers = iter(
        [lambda route: route.fulfill(body="<p>Sign in first</p>"), lambda route: route.continue_()]
    )
    gallery.route("**/confirm/", lambda route: next(answers)(route))

    gallery.get_by_role("link", name="Remove the sample").press("Enter")

    gallery.wait_for_url(f"{live_server.url}/en/ui/confirm/")


def test_slash_leads_to_the_search_and_arrows_through_it(
    gallery: Page, live_server: LiveServer
) -> None:
    gallery.goto(f"{live_server.url}/en/ui/frame/")
    gallery.keyboard.press("/")
    search = gallery.get_by_role("combobox", name="Search organisations")
    expect(search).to_be_focused()

    search.fill("prova")
    options = gallery.locator("[role=listbox] [role=option]")
    expect(options).to_have_count(6)
    expect(search).to_have_attribute("aria-expanded", "true")
    gallery.keyboard.press("ArrowDown")
    gallery.keyboard.press("ArrowDown")
    chosen = options.nth(1)
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(search).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    gallery.keyboard.press("Enter")

    gallery.wait_for_url(f"{live_server.url}/en/ui/frame/")


def test_search_with_nothing_chosen_goes_to_its_page(
    gallery: Page, live_server: LiveServer
) -> None:
    search = gallery.get_by_role("combobox", name="Search the sample firms")

    search.press_sequentially("prova")
    expect(gallery.locator("[role=listbox] [role=option]").first).to_be_visible()
    gallery.keyboard.press("Enter")

    gallery.wait_for_url(f"{live_server.url}/en/ui/search/?q=prova")


def test_suggestions_go_on_escape_and_leave_the_words(gallery: Page) -> None:
    search = gallery.get_by_role("combobox", name="Search the sample firms")

    search.press_sequentially("prova")
    expect(gallery.locator("[role=listbox] [role=option]").first).to_be_visible()
    gallery.keyboard.press("Escape")

    expect(gallery.get_by_role("listbox")).to_have_count(0)
    expect(search).to_have_value("prova")


def test_slash_typed_in_a_field_stays_there(gallery: Page) -> None:
    field = gallery.locator("#contribution-title")

    field.press("/")

    expect(field).to_have_value("/")


def test_pick_keeps_the_value_of_what_was_chosen(gallery: Page) -> None:
    field = gallery.locator("#contribution-firm")
    value = gallery.locator("input[type=hidden][name=firm-value]").first

    field.press_sequentially("saggio")
    expect(gallery.locator("[role=listbox] [role=option]").first).to_be_visible()
    gallery.keyboard.press("ArrowDown")
    gallery.keyboard.press("Enter")

    expect(field).to_have_value("Saggio Stampi 1 S.p.A.")
    expect(value).to_have_value("4")
    field.press("Backspace")
    expect(value).to_have_value("")


def test_errors_take_the_focus_and_lead_to_their_field(
    gallery: Page, live_server: LiveServer
) -> None:
    gallery.goto(f"{live_server.url}/en/ui/form/")
    gallery.get_by_label("Value").fill("a lot")

    gallery.get_by_role("button", name="Save").click()
    expect(gallery.locator("[data-error-summary]")).to_be_focused()
    gallery.get_by_role("link", name="Value: Enter an amount in euro").press("Enter")

    expect(gallery.get_by_label("Value")).to_be_focused()
    expect(gallery.get_by_label("Value")).to_have_value("a lot")


def test_list_is_sorted_by_keyboard_and_keeps_the_focus(gallery: Page) -> None:
    before = gallery.locator("#firms tbody th").first.inner_text()

    gallery.locator("#firms-by-name").press("Enter")

    head = gallery.locator("#firms th[aria-sort=descending]")
    expect(head).to_have_text("Name")
    expect(gallery.locator("#firms-by-name")).to_be_focused()
    assert "sort=-name" in gallery.url
    assert gallery.locator("#firms tbody th").first.inner_text() != before
    assert gallery.locator("#firms [data-select-all]").is_visible()


def test_all_rows_are_selected_at_once(gallery: Page) -> None:
    boxes = gallery.locator("#firms tbody input[type=checkbox]")

    gallery.get_by_label("Select all rows of this page").press("Space")
    assert [box.is_checked() for box in boxes.all()] == [True] * 5
    boxes.first.press("Space")

    assert gallery.get_by_label("Select all rows of this page").evaluate("(e) => e.indeterminate")


def test_places_on_the_map_are_reached_by_keyboard(gallery: Page) -> None:
    marker = gallery.get_by_role("button", name="Officine Esempio S.r.l., Members")

    marker.press("Enter")

    link = gallery.get_by_role("link", name="Open: Officine Esempio S.r.l.")
    expect(link).to_be_visible()
    gallery.keyboard.press("Escape")
    expect(link).to_have_count(0)


# Conveniences


def test_toast_of_good_news_is_dismissed_by_keyboard(gallery: Page) -> None:
    gallery.get_by_role("button", name="Remove without asking").click()
    toast = gallery.locator(".toasts.is-live .toast")
    expect(toast).to_contain_text("The sample was removed.")

    toast.get_by_role("button", name="Dismiss").press("Enter")

    expect(toast).to_have_count(0)
    expect(gallery.locator("main")).to_be_focused()


def test_form_is_sent_once_and_says_so(gallery: Page) -> None:
    gallery.evaluate(
        "window.sent = []; addEventListener('submit', (event) => {"
        " window.sent.push(!event.defaultPrevented); event.preventDefault() })"
    )
    button = gallery.get_by_role("button", name="Remove without asking")

    button.focus()
    gallery.keyboard.press("Enter")
    gallery.keyboard.press("Enter")

    assert gallery.evaluate("window.sent") == [True, False]
    assert name_of(gallery) == 'button "One moment…" [disabled]'


def test_calendar_writes_the_day_as_it_is_typed(gallery: Page) -> None:
    box = gallery.locator("[data-date]").first
    assert (
        box.get_by_role("button").get_attribute("aria-label")
        == "Choose from the calendar: Signed on"
    )

    box.locator(".date-native").evaluate(
        "(native) => { native.value = '2026-11-05'; native.dispatchEvent(new Event('change')) }"
    )

    expect(gallery.locator("#contribution-signed")).to_have_value("05/11/2026")


def test_file_is_named_and_its_size_told(gallery: Page) -> None:
    gallery.locator("#contribution-document").set_input_files(
        {"name": "verbale.pdf", "mimeType": "application/pdf", "buffer": b"x" * 2048}
    )
    expect(gallery.locator("[data-file-chosen]").first).to_have_text("verbale.pdf (2 kB)")

    gallery.locator("#contribution-document").set_input_files(
        {"name": "verbale.pdf", "mimeType": "application/pdf", "buffer": b"x" * (6 * 1024**2)}
    )

    expect(gallery.locator("[data-file-chosen]").first).to_contain_text("Choose a smaller one.")


def test_printed_page_has_neither_navigation_nor_controls(gallery: Page) -> None:
    gallery.emulate_media(media="print")

    for hidden in (".site-header", ".filter-bar form", ".listing-form", ".map-frame", ".button"):
        assert not gallery.locator(hidden).first.is_visible(), hidden
    assert gallery.locator(".map-fallback").first.is_visible()
    assert gallery.locator(".chart-data table").first.is_visible()


# Without a script


def test_question_is_asked_on_its_own_page_without_a_script(plain: Page) -> None:
    plain.get_by_role("link", name="Remove the sample").click()

    assert plain.locator("h1").inner_text() == "Remove the sample?"
    plain.get_by_role("button", name="Remove").click()
    assert plain.get_by_role("status").first.inner_text() == "The sample was removed."


def test_form_comes_back_with_its_errors_without_a_script(
    plain: Page, live_server: LiveServer
) -> None:
    plain.goto(f"{live_server.url}/en/ui/form/")
    plain.get_by_label("Title").fill("Kept")
    plain.get_by_label("Firm", exact=True).fill("esempio")

    plain.get_by_role("button", name="Save").click()

    expect(plain.locator("[data-error-summary]")).to_be_focused()
    expect(plain.get_by_label("Title")).to_have_value("Kept")
    expect(plain.locator(".pick-candidates input")).to_have_count(10)


def test_list_is_sorted_filtered_and_turned_without_a_script(plain: Page) -> None:
    plain.get_by_role("link", name="People").click()
    plain.locator(".listing").get_by_role("link", name="Next").click()
    plain.get_by_label("City").select_option("Torino")
    plain.get_by_role("button", name="Apply").click()

    assert (
        plain.get_by_role("status").filter(has_text="results").inner_text() == "1–5 of 12 results"
    )
    assert plain.locator("[aria-sort=ascending]").inner_text() == "People"
    plain.get_by_role("link", name="Remove the filter City").click()
    assert (
        plain.get_by_role("status").filter(has_text="results").inner_text() == "1–5 of 60 results"
    )


def test_search_and_menus_serve_without_a_script(plain: Page) -> None:
    plain.get_by_role("searchbox", name="Search the sample firms").fill("prova")
    plain.get_by_role("searchbox", name="Search the sample firms").press("Enter")
    expect(plain.locator("main li")).to_have_count(6)

    plain.go_back()
    plain.get_by_text("Ada Esempio").click()

    assert plain.get_by_role("button", name="Sign out").is_visible()


def test_places_are_listed_without_a_script(plain: Page) -> None:
    assert (
        plain.locator(".points-list li").all_inner_texts()[0].startswith("Officine Esempio S.r.l.")
    )
