"""Every address is opened as every role, and what happens is compared with the table in the documentation.

FUCINA_RENEW=1 writes the table anew: read its difference before you keep it.
"""

import csv
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fucina.centre.access import PUBLIC, SIGNED_IN
from fucina.centre.people.enums import Role
from fucina.config.addresses import Address, pages

TABLE = Path(__file__).parents[2] / "docs/reference/permissions.csv"
ELSEWHERE = ("planning:",)
"""Apps whose addresses about one thing are opened as every kind of person by their own tests."""
WHO = ("visitor", *Role.values, "company_member who invites")


def test_every_address_says_who_may_open_it() -> None:
    silent = [address.name for address in pages() if address.permission is None]

    assert silent == []


def test_every_operation_of_the_api_asks_for_a_token_of_some_scope() -> None:
    from fucina.config.api import api

    paths = api.get_openapi_schema()["paths"]
    open_to_all = [
        f"{method} {path}"
        for path, operations in paths.items()
        for method, operation in operations.items()
        if operation.get("security") != [{"TokenAuthentication": []}]
    ]

    assert open_to_all == []


@pytest.mark.django_db
@pytest.mark.urls("plain_refusals")
def test_what_each_role_can_open_is_what_the_table_says(samples) -> None:
    found = render(rows(samples))

    if os.environ.get("FUCINA_RENEW"):
        TABLE.write_text(found, "utf-8")
    assert found == TABLE.read_text("utf-8")


@pytest.mark.django_db
def test_visitor_is_asked_to_sign_in_whatever_is_behind_the_address(small_centre) -> None:
    told = set()
    for address in guarded():
        for numbers in (
            dict.fromkeys(address.nouns, 1),
            dict.fromkeys(address.nouns, 999999),
        ):
            answer = Client().get(url_of(address, numbers))
            told.add((answer.status_code, answer.headers.get("Location", "").partition("?")[0]))

    assert told == {(302, reverse("account_login"))}


def guarded() -> list[Address]:
    """Those that need a permission; the governance pages that show something to everybody are looked at by the table."""
    open_to_some = {"governance.view_agreement", "governance.view_document", "labs.view_catalogue"}
    return [
        address
        for address in pages()
        if address.permission not in {PUBLIC, SIGNED_IN, *open_to_some}
        and all(noun not in ("ending",) for noun in address.nouns)
    ]


def rows(samples) -> Iterator[list[str]]:
    """``samples`` has for each of them a client, and their own and others' things."""
    yield ["page", "permission", *WHO]
    for address in sorted(pages(), key=lambda one: one.name):
        if address.nouns and address.name.startswith(ELSEWHERE):
            continue
        if address.permission in {PUBLIC, SIGNED_IN}:
            everyone = "yes" if address.permission == PUBLIC else "no"
            yield [address.name, str(address.permission), everyone, *["yes"] * (len(WHO) - 1)]
        else:
            cells = [cell(address, samples[who]) for who in WHO]
            yield [address.name, str(address.permission), *cells]


def cell(address: Address, of) -> str:
    """yes, no, or own: only where the thing has to do with this person."""
    if not address.nouns:
        return "yes" if opened(address, of, of.own) else "no"
    outcomes = [opened(address, of, side) for side in (of.own, of.other)]
    return {(True, True): "yes", (True, False): "own", (False, False): "no"}[tuple(outcomes)]


def opened(address: Address, of, side: Callable[[str, str], object]) -> bool:
    answer = of.client.get(
        url_of(address, {noun: side(noun, address.name) for noun in address.nouns})
    )
    assert answer.status_code < 500, f"{address.name}: {answer.status_code}"
    return answer.status_code not in (403, 404) and not asks_to_sign_in(answer)


def asks_to_sign_in(answer: HttpResponse) -> bool:
    return answer.headers.get("Location", "").startswith(reverse("account_login"))


def url_of(address: Address, nouns: dict[str, object]) -> str:
    return reverse(address.name, kwargs=nouns)


def render(table: Iterator[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()
