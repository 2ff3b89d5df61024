"""More of the small centre: what the directory's tests fill it with."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

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

VAT = ("99900010010", "99900020027", "99900030034", "99900040041")


@pytest.fixture
def firm() -> Callable[..., Organisation]:
    def make(name: str = "Fonderia Esempio", **fields: Any) -> Organisation:
        return Organisation.objects.create(
            **{"name": name, "kind": OrganisationKind.COMPANY} | fields
        )

    return make


@pytest.fixture
def director(small_centre) -> User:
    return small_centre.user(Role.DIRECTOR)


@pytest.fixture
def officer(small_centre) -> User:
    return small_centre.user(Role.TRANSFER_OFFICER)


@pytest.fixture
def secretary(small_centre) -> User:
    return small_centre.user(Role.SCHOOL_SECRETARY)


@pytest.fixture
def outsider(small_centre) -> User:
    return small_centre.user(Role.COMPANY_MEMBER)


@pytest.fixture
def as_director(director) -> Client:
    client = Client()
    client.force_login(director)
    return client


@pytest.fixture
def furnished(firm, director) -> Callable[[int], dict[str, int]]:
    """Organisations and persons with so many parts each; the numbers of one of each noun."""

    def fill(count: int) -> dict[str, int]:
        owner = firm("Holding Esempio")
        numbers: dict[str, int] = {}
        for number in range(count):
            one = firm(f"Fonderia {number}", ateco="25.6", startup=True, about="Fonde.")
            for part in range(count):
                person = Person.objects.create(
                    given_name="Ada", family_name=f"Esempio {number} {part}"
                )
                site = Site.objects.create(
                    organisation=one, municipality="Torino", province="TO", main=part == 0,
                    latitude="45.07", longitude="7.68",
                )  # fmt: skip
                contact = Contact.objects.create(
                    organisation=one, person=person, position="acquisti"
                )
                Membership.objects.create(organisation=one, person=person, role=Role.COMPANY_MEMBER)
                figure = SizeFigure.objects.create(organisation=one, year=2020 + part, headcount=9)
                maker = Person.objects.create(given_name="Socio", family_name=f"{number} {part}")
                link = OwnershipLink.objects.create(owned=one, owner_person=maker, share=1)
            OwnershipLink.objects.create(owned=one, owner=owner, share=50)
            duplicate = pair(one, firm(f"Fonderia {number} bis"), by=director)
            merged = merge(firm(f"Fonderia {number} A"), firm(f"Fonderia {number} B"), by=director)
            rows = "".join(f"Nuova {number} {row}\n" for row in range(count))
            batch = preview_import(
                RecordKind.ORGANISATIONS, "ditte.csv", f"name\n{rows}".encode(), by=director
            )
            numbers = {
                "organisation": one.pk, "person": person.pk, "site": site.pk, "contact": contact.pk, "figure": figure.pk,
                "link": link.pk, "duplicate": duplicate.pk, "merge": merged.pk, "batch": batch.pk,
            }  # fmt: skip
        return numbers

    return fill
