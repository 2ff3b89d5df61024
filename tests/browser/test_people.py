"""The directory in a browser: by keyboard, on a phone, in both themes; an import and a merge from the first click to the last."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from looks import in_turn, looks
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fucina.centre.people.domain.duplicates import pair
from fucina.centre.people.domain.imports import preview_import
from fucina.centre.people.domain.merge_records import merge
from fucina.centre.people.enums import OrganisationKind, RecordKind, Role
from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
    User,
)

Axe = Callable[[Page], list[dict[str, Any]]]
TOWNS = (("Torino", "45.07", "7.68"), ("Moncalieri", "45.00", "7.69"), ("Ivrea", "45.47", "7.87"))


@pytest.fixture
def director(transactional_db: None) -> User:
    centre = Organisation.objects.create(name="Centro di prova", kind=OrganisationKind.CENTRE)
    user = User.objects.create_user("dora@centro.example", "a long passphrase")
    person = Person.objects.create(
        user=user, given_name="Dora", family_name="Prova", email=user.email
    )
    Membership.objects.create(person=person, organisation=centre, role=Role.DIRECTOR)
    return user


@pytest.fixture
def directory(director: User) -> dict[str, int]:
    """Two dozen invented firms; the numbers of one of each noun."""
    firms = []
    for number in range(24):
        one = Organisation.objects.create(
            name=f"Officine Esempio {number:02}", kind=OrganisationKind.COMPANY, ateco="25.53.00",
            startup=number % 5 == 0, website="https://officine.example", email=f"info{number}@officine.example",
            phone="011 0000000", about="Lavorazioni meccaniche di precisione.",
        )  # fmt: skip
        town, latitude, longitude = TOWNS[number % 3]
        Site.objects.create(
            organisation=one, municipality=town, province="TO", postcode="10100", address=f"Via Prova {number}",
            latitude=str(float(latitude) + number / 500), longitude=longitude, main=True,
        )  # fmt: skip
        firms.append(one)
    first, second, holding = firms[0], firms[1], firms[2]
    SizeFigure.objects.create(
        organisation=first, year=2025, headcount=42, turnover=7_500_000, source="bilancio"
    )
    SizeFigure.objects.create(organisation=first, year=2024, headcount=38, turnover=6_900_000)
    person = Person.objects.create(
        given_name="Ada", family_name="Esempio", email="ada@casa.example"
    )
    Contact.objects.create(
        organisation=first,
        person=person,
        position="acquisti",
        email="ada@officine.example",
        phone="011 1",
    )
    link = OwnershipLink.objects.create(owned=first, owner=holding, share=60)
    OwnershipLink.objects.create(owned=holding, owner=firms[3], share=80, control=True)
    OwnershipLink.objects.create(owned=firms[3], owner=first, share=5)
    OwnershipLink.objects.create(owned=first, owner_person=person, share=15)
    duplicate = pair(second, firms[4], by=director)
    merged = merge(firms[5], firms[6], by=director)
    batch = preview_import(
        RecordKind.ORGANISATIONS,
        "ditte.csv",
        b"nome;partita iva\nBuona;\nCattiva;123\n",
        by=director,
    )
    return {
        "organisation": first.pk, "person": person.pk, "link": link.pk, "duplicate": duplicate.pk, "merge": merged.pk,
        "batch": batch.pk,
    }  # fmt: skip


PAGES = (
    "organisations/", "organisations/?view=map", "organisations/?words=zzzz", "organisations/{organisation}/",
    "organisations/new/", "organisations/{organisation}/ownership/", "organisations/{organisation}/owners/new/",
    "organisations/{organisation}/contacts/new/", "organisations/{organisation}/sites/new/",
    "organisations/{organisation}/sizes/new/", "organisations/{organisation}/history/",
    "organisations/{organisation}/merge/", "owners/{link}/remove/", "persons/", "persons/{person}/",
    "persons/new/", "duplicates/", "duplicates/{duplicate}/", "merges/", "merges/{merge}/", "imports/",
    "imports/{batch}/",
)  # fmt: skip


def sign_in(page: Page, live_server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )


def too_wide(page: Page) -> int:
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


@looks
def test_pages_are_accessible_and_fit(
    live_server: LiveServer, director: User, directory: dict[str, int], any_page: Page, axe: Axe,
    language: str, theme: Any,
) -> None:  # fmt: skip
    any_page.emulate_media(color_scheme=theme)
    sign_in(any_page, live_server, director)
    found = {}

    for address in in_turn(PAGES, any_page, language):
        any_page.goto(f"{live_server.url}/{language}/people/{address.format(**directory)}")
        problems = [*axe(any_page), *(["too wide"] if too_wide(any_page) > 0 else [])]
        if problems:
            found[address] = problems

    assert found == {}


def test_directory_is_searched_by_keyboard(
    live_server: LiveServer, director: User, directory: dict[str, int], page: Page
) -> None:
    sign_in(page, live_server, director)
    page.goto(f"{live_server.url}/en/people/organisations/")

    page.get_by_label("Name, VAT number, e-mail").focus()
    page.keyboard.type("oficine esempio 07")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=oficine**")
    first = page.locator("#organisations tbody a").first
    first.focus()
    page.keyboard.press("Enter")

    page.wait_for_selector("h1:has-text('Officine Esempio 07')")


def test_owner_is_picked_by_arrow_keys(
    live_server: LiveServer, director: User, directory: dict[str, int], page: Page
) -> None:
    sign_in(page, live_server, director)
    page.goto(f"{live_server.url}/en/people/organisations/{directory['organisation']}/owners/new/")

    owner = page.get_by_role("combobox", name="Owner")
    owner.focus()
    owner.fill("esempio 09")  # at once: letter by letter, a slow machine answers half a word
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("Share of capital").fill("25")
    page.get_by_role("button", name="Save").click()

    page.wait_for_url(f"**/organisations/{directory['organisation']}/")
    assert OwnershipLink.objects.filter(owned=directory["organisation"], share=25).count() == 1


def test_file_is_imported_and_taken_back(
    live_server: LiveServer, director: User, any_page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "ditte.csv"
    file.write_text(
        "Nome;Partita IVA;Comune\nNuova Società;99900010010;Torino\nStorta;12;\n", "utf-8"
    )
    sign_in(any_page, live_server, director)
    any_page.goto(f"{live_server.url}/en/people/imports/")

    any_page.locator("input[type=file]").set_input_files(file)
    any_page.get_by_role("button", name="Look at it").click()
    any_page.get_by_text("this one has 2").or_(any_page.get_by_text("these are 2")).first.wait_for()
    any_page.get_by_role("button", name="Write 1 good row").click()
    any_page.get_by_text("1 row was written").first.wait_for()
    assert Organisation.objects.filter(vat_number="99900010010").count() == 1

    any_page.get_by_role("link", name="Take it back").click()
    any_page.get_by_role("button", name="Take it back").click()
    any_page.get_by_text("The import was taken back").first.wait_for()
    assert Organisation.objects.filter(vat_number="99900010010").count() == 0


def test_pair_is_merged_and_parted_again(
    live_server: LiveServer, director: User, directory: dict[str, int], any_page: Page
) -> None:
    sign_in(any_page, live_server, director)
    any_page.goto(f"{live_server.url}/en/people/duplicates/{directory['duplicate']}/")

    any_page.get_by_role("button", name="Merge").click()
    any_page.get_by_text("The two records are one now").first.wait_for()
    assert Organisation.objects.exclude(merged_into=None).count() == 2

    any_page.get_by_role("link", name="Undo").click()
    any_page.get_by_role("button", name="Undo").click()
    any_page.get_by_text("The merge was undone").first.wait_for()
    assert Organisation.objects.exclude(merged_into=None).count() == 1
