import pytest

from fucina.centre.people.enums import Role
from fucina.centre.people.models import Person
from fucina.centre.planning.models import Run

pytestmark = pytest.mark.django_db


def suggestions(client, words: str) -> list[tuple[str, str]]:
    answer = client.get("/en/search/", {"q": words}, headers={"Accept": "application/json"})
    return [(hit["kind"], hit["label"]) for hit in answer.json()["results"]]


def test_organisation_is_found_without_its_accents_and_with_a_typo(small_centre, client) -> None:
    client.force_login(small_centre.user(Role.DIRECTOR))

    assert ("Organisation", "Officina Ruota") in suggestions(client, "oficina ruòta")


def test_person_is_found_by_those_who_may_see_them(small_centre, client) -> None:
    Person.objects.create(given_name="Ada", family_name="Crogiolo")
    found = {}

    for role in (Role.DIRECTOR, Role.COMPANY_MEMBER):
        client.force_login(small_centre.user(role))
        found[role] = suggestions(client, "crogiolo")

    assert found == {Role.DIRECTOR: [("Person", "Ada Crogiolo")], Role.COMPANY_MEMBER: []}


def test_visitor_finds_the_study(run: Run, client) -> None:
    assert ("Seat", "TNE Mirafiori, corso Settembrini") in suggestions(client, "mirafiori")


def test_visitor_finds_no_organisation(small_centre, client) -> None:
    assert suggestions(client, "officina") == []


def test_one_letter_is_not_searched(small_centre, client) -> None:
    client.force_login(small_centre.user(Role.DIRECTOR))

    assert suggestions(client, "o") == []
    assert "at least two letters" in client.get("/en/search/?q=o").content.decode()


def test_words_are_shown_as_typed_and_never_as_markup(client) -> None:
    content = client.get("/en/search/", {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in content
    assert "&quot;&gt;&lt;script&gt;" in content
