"""What a person may not see changes nothing of what they are answered: not a list, a count, a search, an export, an error."""

import re

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fucina.centre.api.domain.tokens import issue_token
from fucina.centre.api.scopes import Scope
from fucina.centre.governance.models import (
    Agreement,
    Obligation,
    Party,
    PromisedContribution,
    Quota,
)
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
)

pytestmark = pytest.mark.django_db
BLIND = (
    Role.COMPANY_MEMBER, Role.RESEARCHER, Role.STUDENT, Role.LECTURER, Role.ANALYST,
    Role.PARTNER_REPRESENTATIVE,
)  # fmt: skip
"""Those who see of others only what is listed."""
WORDS = ("ruota", "officina", "zqx", "9990001", "segreta", "ignota@example.com", "torino", "a", "")
PAGES = (
    "/en/people/organisations/?words={words}",
    "/en/people/organisations/?kind=company&municipality=Torino",
    "/en/people/organisations/{number}/",
    "/en/people/persons/{number}/",
    "/en/search/?q={words}",
    "/en/my-day/",
    "/en/governance/",
    "/en/governance/{number}/",
    "/en/governance/contributions/",
    "/en/governance/contributions/{number}/",
    "/en/governance/contributions.csv",
    "/en/governance/quotas/",
    "/en/governance/my-institution/",
    "/en/charges/",
    "/en/charges/accounts/",
    "/en/charges/projects/",
    "/en/charges/charges.csv",
    "/en/charges/{number}/",
    "/en/account/invitations/",
    "/en/account/",
)
API = (
    "/api/v1/organisations?words={words}",
    "/api/v1/organisations?limit=2",
    "/api/v1/organisations/{number}",
    "/api/v1/persons?words={words}",
    "/api/v1/persons?organisation={number}",
    "/api/v1/persons/{number}",
    "/api/v1/agreements",
    "/api/v1/agreements/{number}",
    "/api/v1/contributions",
    "/api/v1/charges",
)


def plant(name: str) -> list[int]:
    """A firm that is not listed, its people and its money; the numbers under which they can be guessed."""
    firm = Organisation.objects.create(
        name=f"Officina Segreta {name}", kind=OrganisationKind.COMPANY, listed=False,
        vat_number="99900010010", email="ignota@example.com",
    )  # fmt: skip
    partner = Organisation.objects.create(
        name=f"Socio Ignoto {name}", kind=OrganisationKind.FOUNDATION, listed=False
    )
    person = Person.objects.create(
        given_name="Zqx", family_name=name or "Ruota", email="zqx@example.com"
    )
    Membership.objects.create(person=person, organisation=firm, role=Role.COMPANY_MEMBER)
    Contact.objects.create(person=person, organisation=firm, position="segreta")
    Site.objects.create(organisation=firm, municipality="Torino", main=True)
    SizeFigure.objects.create(organisation=firm, year=2025, headcount=12)
    OwnershipLink.objects.create(owned=firm, owner=partner, share=50)
    agreement = Agreement.objects.create(
        title=f"Patto {name}", object="Ruota", kind="convention", signed_on="2026-01-01"
    )
    party = Party.objects.create(agreement=agreement, organisation=partner, role="funder")
    Obligation.objects.create(
        agreement=agreement, party=party, text="Versare", kind="give", due="2026-02-01"
    )
    promise = PromisedContribution.objects.create(
        party=party, form="cash", purpose="capital", what="zqx", amount=987654, due="2026-02-01"
    )
    Quota.objects.create(body=firm, member=partner, agreement=agreement, share=33)
    return [firm.pk, partner.pk, person.pk, agreement.pk, promise.pk]


def answered(client: Client, addresses: list[str], **headers: str) -> list[tuple[int, str]]:
    found = []
    for address in addresses:
        answer = client.get(address, **headers)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code < 500, address
        found.append((answer.status_code, plainly(body.decode("utf-8", "replace"))))
    return found


def plainly(body: str) -> str:
    """Without what differs from one answer to the next for anybody."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    role=st.sampled_from(["visitor", *BLIND]),
    words=st.sampled_from(WORDS),
    name=st.sampled_from(["Ruota", "di Torino", "Zqx", "A"]),
    guess=st.integers(0, 4),
    pages=st.lists(st.sampled_from(PAGES), min_size=2, max_size=4, unique=True),
    calls=st.lists(st.sampled_from(API), min_size=2, max_size=4, unique=True),
)
def test_what_may_not_be_seen_changes_no_answer(
    small_centre, role, words, name, guess, pages, calls
) -> None:
    with transaction.atomic():
        client, headers = Client(raise_request_exception=False), {}
        if role != "visitor":
            user = small_centre.user(role)
            client.force_login(user)
            _token, secret = issue_token(user, "test", Scope.values, 1)
            headers = {"HTTP_AUTHORIZATION": f"Bearer {secret}"}

        kept = transaction.savepoint_create()
        number = plant(name)[guess]
        addresses = [page.format(words=words, number=number) for page in pages]
        calls = [call.format(words=words, number=number) for call in calls]
        with_it = answered(client, addresses), answered(Client(), calls, **headers)
        transaction.savepoint_rollback(kept)
        without = answered(client, addresses), answered(Client(), calls, **headers)

        assert with_it == without
        transaction.set_rollback(True)


def test_those_who_may_see_are_answered_otherwise(small_centre) -> None:
    """The property above would hold of a platform that shows nothing to anybody."""
    client = Client()
    client.force_login(small_centre.user(Role.DIRECTOR))
    plant("Zqx")
    addresses = [
        "/en/people/organisations/?words=segreta",
        "/en/search/?q=segreta",
        "/en/governance/contributions/",
    ]

    bodies = [body for _status, body in answered(client, addresses)]

    assert [
        marker in body for marker, body in zip(("Segreta", "Segreta", "987"), bodies, strict=True)
    ] == [True] * 3
