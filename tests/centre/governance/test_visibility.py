"""What a person may not see does not exist for them: on no page, by no guessed number, in no file, count or error."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fucina.centre.governance.domain import leave, queries
from fucina.centre.people.enums import Role

SECRETS = (
    "Contratto riservato", "in segreto", "777000", "777.000", "777,000", "333000", "333.000", "333,000",
    "666.000", "666,000", "111000", "111.000", "111,000", "Conferimento in denaro",
    "Una macchina", "Tacere", "Bonifico", "61,5", "61.5", "Beta Prova", "Consorzio di Prova",
)  # fmt: skip
NOWHERE = 2**40
PAGES = (
    "agreements", "contributions", "quotas", "my_institution", "record_agreement", "find_organisations",
)  # fmt: skip
OF_ONE = {
    "agreement": ("agreement", "change_agreement", "add_party", "record_obligation", "attach_document", "promise_contribution", "record_quota"),
    "promise": ("contribution", "record_given", "release_promise"),
    "given": ("strike_given",),
    "party": ("leave",),
    "obligation": ("settle_obligation",),
    "document": ("document", "publish_document"),
    "quota": ("end_quota",),
}  # fmt: skip
OUTSIDERS = [None, Role.STUDENT, Role.LAB_MANAGER, Role.ANALYST, Role.RESEARCHER, "gamma", "left"]
INSIDERS = [Role.DIRECTOR, Role.ACCOUNTANT, Role.FUNDING_OFFICER, Role.AUDITOR, "alfa"]


@pytest.fixture
def person(request: Any, consortium: Any, user_with: Any, director: Any) -> Any:
    """Nobody, someone with a role, or the representative of a party."""
    who = request.param
    if who == "left":
        representative = user_with(Role.PARTNER_REPRESENTATIVE, consortium.beta.organisation)
        consortium.kind.delete()  # its own promise it would go on seeing
        consortium.private.quotas.get(member=consortium.beta.organisation).delete()
        leave(consortium.beta, consortium.beta.valid_from, by=director)
        return representative
    if who in ("alfa", "gamma"):
        party = getattr(consortium, who)
        return user_with(Role.PARTNER_REPRESENTATIVE, party.organisation)
    if who is None:
        return None
    if who == Role.RESEARCHER:
        return user_with(who, consortium.gamma.organisation)
    return user_with(who)


def numbers_of(consortium: Any) -> dict[str, int]:
    return {
        "agreement": consortium.private.pk,
        "promise": consortium.cash.pk,
        "given": consortium.cash.receipts.get().pk,
        "party": consortium.alfa.pk,
        "obligation": consortium.private.obligations.get().pk,
        "document": consortium.evidence.pk,
        "quota": consortium.quota.pk,
    }


def said(answer: Any) -> str:
    """What the page itself says: neither its frame, which names who is signed in, nor tokens made anew."""
    if answer.headers["Content-Type"].startswith("text/html"):
        text = answer.content.decode()
        return text[text.index("<main") : text.index("</main>")]
    return answer.content.decode("utf-8", "replace")


def readable(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|\bd="[^"]*"', "", text)


@pytest.mark.parametrize("person", OUTSIDERS, indirect=True)
def test_an_outsider_reads_no_secret(consortium, person, sign_in, request) -> None:
    client, found = sign_in(person), {}
    # A party that left still knows what it signed.
    own = (
        {"Beta Prova", "Contratto riservato"}
        if request.node.callspec.params["person"] == "left"
        else set()
    )
    addresses = [reverse(f"governance:{name}") for name in PAGES]
    addresses += [reverse("governance:export_contributions", args=["csv"])]
    addresses += [reverse("governance:contributions") + f"?agreement={consortium.private.pk}"]
    addresses += [consortium.public.get_absolute_url()]

    for address in addresses:
        answer = client.get(address)
        if answer.status_code == 200 and (
            seen := [s for s in SECRETS if s in readable(said(answer))]
        ):
            found[address] = set(seen) - own

    assert {address: seen for address, seen in found.items() if seen} == {}


def test_a_director_reads_the_secrets(consortium, director, sign_in) -> None:
    client = sign_in(director)
    pages = [consortium.private, consortium.cash, consortium.kind]
    addresses = [page.get_absolute_url() for page in pages]
    addresses += [
        reverse("governance:quotas"),
        reverse("governance:export_contributions", args=["csv"]),
    ]
    addresses += [address.replace("/it/", "/en/") for address in addresses]

    text = "".join(readable(said(client.get(address))) for address in addresses)

    assert [secret for secret in SECRETS if secret not in text] == []


@pytest.mark.parametrize("person", OUTSIDERS, indirect=True)
def test_a_guessed_number_answers_like_no_number(consortium, person, sign_in) -> None:
    client, numbers = sign_in(person), numbers_of(consortium)

    different = [
        name
        for noun, names in OF_ONE.items()
        for name in names
        if _answer(client, name, noun, numbers[noun]) != _answer(client, name, noun, NOWHERE)
    ]

    assert different == []


def _answer(client: Client, name: str, noun: str, number: int) -> tuple[int, str, str]:
    answer = client.get(reverse(f"governance:{name}", kwargs={noun: number}))
    """Its own number is taken out of addresses alone: a drawing on the page may hold the same figure."""
    place = answer.headers.get("Location", "").replace(f"/{number}/", "/N/")
    text = said(answer).replace(f"/{number}/", "/N/") if answer.content else ""
    return answer.status_code, place, re.sub(r'value="\w{64}"', "", text)


@pytest.mark.parametrize("person", OUTSIDERS, indirect=True)
def test_an_outsiders_queries_count_nothing(consortium, person) -> None:
    from django.contrib.auth.models import AnonymousUser

    user = person or AnonymousUser()

    counts = [
        queries.visible_promises(user).count(),
        queries.visible_quotas(user).count(),
        queries.agreements_seen_through(user).filter(public=False).count(),
        queries.visible_documents(user).filter(public=False).count(),
        len(queries.waiting_for(user)) if person is None else 0,
    ]
    assert counts == [0, 0, 0, 0, 0]


@pytest.mark.parametrize("person", INSIDERS, indirect=True)
def test_an_insider_sees_what_the_agreement_holds(consortium, person, sign_in) -> None:
    client, numbers = sign_in(person), numbers_of(consortium)
    shown = {"agreement": "agreement", "promise": "contribution"}

    pages = [
        client.get(reverse(f"governance:{name}", kwargs={noun: numbers[noun]})).status_code
        for noun, name in shown.items()
    ]
    exported = client.get(reverse("governance:export_contributions", args=["csv"]))

    assert pages == [200, 200]
    assert len(exported.content.decode("utf-8-sig").splitlines()) == 3


def test_a_party_that_left_keeps_seeing_its_own_promise_alone(
    consortium, director, user_with, sign_in
) -> None:
    leave(consortium.alfa, consortium.alfa.valid_from, by=director)
    client = sign_in(user_with(Role.PARTNER_REPRESENTATIVE, consortium.alfa.organisation))

    statuses = [
        client.get(promise.get_absolute_url()).status_code
        for promise in (consortium.cash, consortium.kind)
    ]

    assert statuses == [200, 404]


def test_what_waits_is_of_ones_own_institution(consortium, director, user_with) -> None:
    alfa, gamma = (
        user_with(Role.PARTNER_REPRESENTATIVE, party.organisation)
        for party in (consortium.alfa, consortium.gamma)
    )

    waiting = {
        name: [(one.when.isoformat(), one.title) for one in queries.waiting_for(user)]
        for name, user in {"alfa": alfa, "gamma": gamma, "director": director}.items()
    }

    report = ("2025-01-31", "Gamma Prova srl: Scrivere la relazione")
    cash = ("2025-06-30", "Alfa Prova srl: contributo ancora dovuto, Conferimento in denaro")
    assert waiting == {"alfa": [cash], "gamma": [report], "director": [report, cash]}
