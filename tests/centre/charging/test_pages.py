"""Every page for every kind of person: opened, refused, or not there."""

from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from fucina.centre.charging import domain
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation

PUBLIC = ("prices", "calculator")
KEEPERS = ("record_price_list", "record_chargeable", "change_price_list", "copy_price_list", "publish_price_list", "remove_price_list", "add_rate", "change_rate", "remove_rate", "add_window", "add_tier", "remove_window", "remove_tier")  # fmt: skip
READERS = ("price_lists", "price_list", "rate", "adjustments")
OWN = ("charges", "charge", "accounts", "account", "projects", "project", "adjustment")
SETTLERS = ("unsettled", "charge_unsettled", "release_unsettled")
ACCOUNTANTS = ("record_account", "change_account", "record_prepayment", "void_charge", *SETTLERS)
MANAGERS = ("record_project", "change_project", "find_organisations")
DECIDERS = ("accept_adjustment", "decline_adjustment")
PAGES = {
    "visitor": PUBLIC,
    "member": (*PUBLIC, *OWN, "request_adjustment"),
    "stranger": (*PUBLIC, "charges", "accounts", "projects"),
    Role.STUDENT: PUBLIC,
    Role.AUDITOR: (*PUBLIC, *READERS, *OWN),
    Role.PROJECT_MANAGER: (*PUBLIC, *READERS, *OWN),
    Role.LAB_MANAGER: (*PUBLIC, *READERS, *OWN, *KEEPERS, *MANAGERS, *DECIDERS, "request_adjustment"),
    Role.ACCOUNTANT: (*PUBLIC, *READERS, *OWN, *KEEPERS, *MANAGERS, *DECIDERS, *ACCOUNTANTS, "request_adjustment"),
}  # fmt: skip
EVERY = sorted({*PUBLIC, *KEEPERS, *READERS, *OWN, *ACCOUNTANTS, *MANAGERS, *DECIDERS, "request_adjustment"})  # fmt: skip
OF_ONE = {
    "price_list": ("price_list", "change_price_list", "copy_price_list", "publish_price_list", "remove_price_list", "add_rate"),
    "rate": ("rate", "change_rate", "remove_rate", "add_window", "add_tier"),
    "window": ("remove_window",),
    "tier": ("remove_tier",),
    "account": ("account", "change_account", "record_prepayment"),
    "project": ("project", "change_project"),
    "charge": ("charge", "void_charge", "request_adjustment"),
    "adjustment": ("adjustment", "accept_adjustment", "decline_adjustment"),
    "unsettled": ("charge_unsettled", "release_unsettled"),
}  # fmt: skip


@pytest.fixture
def things(lab) -> dict[str, int]:
    charge = lab.charge("1", person=None)
    request = domain.request_adjustment(charge, "waive", "Guasto", by=lab.member)
    draft = domain.record_price_list("Bozza", lab.day, by=lab.accountant)
    rate = domain.record_rate(draft, lab.laser, "sme", Decimal(70), by=lab.accountant)
    evening = domain.add_window(
        rate, "Sera", [0, 1, 2, 3, 4], "18:00", "23:00", by=lab.accountant, percent=Decimal(20)
    )
    tier = domain.add_tier(rate, Decimal(20), Decimal(50), by=lab.accountant)
    domain.record_prepayment(lab.first, Decimal(500), lab.day, by=lab.accountant)
    unsettled = domain.keep_unsettled(lab.commit("2"), [lab.item()], "no_rate")
    return {
        "price_list": draft.pk, "rate": rate.pk, "window": evening.pk, "tier": tier.pk,
        "account": lab.first.pk, "project": lab.project.pk, "charge": charge.pk,
        "adjustment": request.pk, "unsettled": unsettled.pk,
    }  # fmt: skip


def address(name: str, things: dict[str, int]) -> str:
    noun = next((noun for noun, names in OF_ONE.items() if name in names), None)
    return reverse(f"charging:{name}", kwargs={noun: things[noun]} if noun else {})


@pytest.mark.parametrize("who", PAGES)
def test_who_opens_what(lab, things, user_with, sign_in, who) -> None:
    user: Any = None
    if who == "member":
        user = lab.member
    elif who == "stranger":
        user = user_with(Role.COMPANY_MEMBER, Organisation.objects.create(name="Beta", kind="company"))  # fmt: skip
    elif who != "visitor":
        user = user_with(who)
    client = sign_in(user)

    opened = [name for name in EVERY if client.get(address(name, things)).status_code == 200]

    assert opened == sorted(PAGES[who])


def test_what_is_another_firms_does_not_exist(lab, things, user_with, sign_in) -> None:
    beta = Organisation.objects.create(name="Beta Prova srl", kind="company")
    client = sign_in(user_with(Role.COMPANY_MEMBER, beta))

    answers = {
        name: [client.get(reverse(f"charging:{name}", kwargs={noun: number})).status_code
               for number in (things[noun], 10**9)]
        for noun, names in OF_ONE.items() for name in names
    }  # fmt: skip

    assert {name: codes for name, codes in answers.items() if codes != [404, 404]} == {}
    for name in ("charges", "accounts", "projects"):
        assert "Alfa" not in client.get(reverse(f"charging:{name}")).content.decode()
    export = client.get(reverse("charging:export_charges", args=["csv"]))
    assert len(export.content.decode("utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize("language", ["it", "en"])
def test_pages_in_both_languages(lab, things, sign_in, language) -> None:
    client = sign_in(lab.accountant)

    for name in EVERY:
        path = address(name, things)
        answer = client.get(path.replace("/it/", f"/{language}/").replace("/en/", f"/{language}/"))
        assert answer.status_code == 200, name


def test_the_price_list_is_searched(lab, client) -> None:
    def found(query: str) -> list[bool]:
        body = client.get(f"/en/charges/prices/?{query}").content.decode()
        return ["Powder-bed laser" in body, "Safety course" in body]

    assert [
        found(""), found("words=laser"), found("kind=training"), found("user_class=large"),
        found("words=qqq"),
    ] == [[True, True], [True, False], [False, True], [False, False], [False, False]]  # fmt: skip


def test_a_draft_is_not_public(lab, things, client) -> None:
    assert "70.00" not in client.get("/en/charges/prices/").content.decode()


def test_the_calculator_explains_the_amount(lab, client) -> None:
    query = (
        f"chargeable={lab.laser.pk}&user_class=sme&start_0=12/01/2026&start_1=09:00"
        "&end_0=12/01/2026&end_1=11:30"
    )

    body = client.get(f"/en/charges/calculator/?{query}").content.decode()

    assert ("€150.00" in body, "2.5 h" in body, "price per hour" in body) == (True, True, True)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("user_class=large&start_0=12/01/2026&start_1=09:00&end_0=12/01/2026&end_1=11:30", "No price is published"),
        ("user_class=sme", "is priced by time"),
        ("user_class=sme&start_0=12/01/2026&start_1=09:00&end_0=12/01/2026&end_1=08:00", "before the beginning"),
    ],
)  # fmt: skip
def test_the_calculator_says_what_is_missing(lab, client, query, says) -> None:
    body = client.get(f"/en/charges/calculator/?chargeable={lab.laser.pk}&{query}").content.decode()

    assert says in body
