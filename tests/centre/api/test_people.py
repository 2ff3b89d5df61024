import threading

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fucina.centre.api.scopes import Scope
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db
FIRM = {"name": "Officina Nuova", "kind": "company", "vat_number": "99900010010"}


def test_organisations_come_page_by_page_each_once(caller) -> None:
    for number in range(25):
        Organisation.objects.create(name=f"Ditta {number % 7}", kind=OrganisationKind.COMPANY)
    director = caller(Role.DIRECTOR)
    everything = set(Organisation.objects.values_list("pk", flat=True))

    seen, cursor = [], None
    while True:
        body = director.get(
            "organisations", limit=4, **({"cursor": cursor} if cursor else {})
        ).json()
        seen += [one["id"] for one in body["items"]]
        cursor = body["next"]
        if cursor is None:
            break

    assert len(seen) == len(set(seen))
    assert set(seen) == everything


@pytest.mark.parametrize(
    "cursor", ["x", "W10", "WyJhIiwgMV0xxx", "WzEsMl0", "bnVsbA", "WyJhIix0cnVlXQ"]
)
def test_cursor_of_nobody_s_making_is_refused(caller, cursor) -> None:
    answer = caller(Role.DIRECTOR).get("organisations", cursor=cursor)

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "cursor")


def test_organisation_is_recorded_with_its_numbers_checked(caller) -> None:
    officer = caller(Role.TRANSFER_OFFICER)

    made = officer.post("organisations", FIRM)
    wrong = officer.post("organisations", FIRM | {"name": "Altra", "vat_number": "99900010011"})

    assert made.status_code == 201
    assert made.json()["details"]["vat_number"] == "99900010010"
    assert wrong.status_code == 422
    assert [error["field"] for error in wrong.json()["errors"]] == ["vat_number"]
    assert Organisation.objects.filter(name="Altra").exists() is False


def test_who_may_not_write_is_told_so(caller) -> None:
    answer = caller(Role.COMPANY_MEMBER).post("organisations", FIRM)

    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")


def test_hidden_organisation_answers_like_one_that_does_not_exist(caller, small_centre) -> None:
    member = caller(Role.COMPANY_MEMBER)

    hidden = member.get(f"organisations/{small_centre.hidden.pk}")
    absent = member.get("organisations/999999999")
    changed = member.patch(f"organisations/{small_centre.hidden.pk}", {"name": "Mia"})

    assert hidden.status_code == absent.status_code == changed.status_code == 404
    assert hidden.content == absent.content == changed.content


def test_details_are_for_those_who_work_with_the_organisation(caller, small_centre) -> None:
    member = caller(Role.COMPANY_MEMBER)

    own = member.get(f"organisations/{small_centre.firm.pk}").json()
    other = member.get(f"organisations/{small_centre.party.pk}").json()

    assert (own["details"] is not None, other["details"]) == (True, None)


def test_change_leaves_the_rest(caller, small_centre) -> None:
    address = f"organisations/{small_centre.firm.pk}"

    answer = caller(Role.DIRECTOR).patch(address, {"about": "Ruote e ingranaggi"})

    assert answer.status_code == 200
    assert (answer.json()["name"], answer.json()["about"]) == (
        "Officina Ruota",
        "Ruote e ingranaggi",
    )


def test_same_write_under_one_key_is_done_once(caller) -> None:
    officer = caller(Role.TRANSFER_OFFICER)

    first = officer.post("organisations", FIRM, key="import-7")
    again = officer.post("organisations", FIRM, key="import-7")

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again["Idempotency-Replayed"] == "true"
    assert Organisation.objects.filter(name=FIRM["name"]).count() == 1


def test_key_of_another_request_is_refused(caller) -> None:
    officer = caller(Role.TRANSFER_OFFICER)
    officer.post("organisations", FIRM, key="import-7")

    answer = officer.post("organisations", FIRM | {"name": "Altra"}, key="import-7")

    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


def test_refused_write_leaves_its_key_free(caller) -> None:
    officer = caller(Role.TRANSFER_OFFICER)

    refused = officer.post("organisations", FIRM | {"vat_number": "1"}, key="import-7")
    mended = officer.post("organisations", FIRM, key="import-7")

    assert (refused.status_code, mended.status_code) == (422, 201)


@pytest.mark.django_db(transaction=True)
def test_same_write_sent_many_times_at_once_is_done_once(caller) -> None:
    officer = caller(Role.TRANSFER_OFFICER)
    body = {"name": "Officina Simultanea", "kind": "company"}
    answers, start = [], threading.Barrier(6)

    def send() -> None:
        start.wait()
        answers.append(officer.post("organisations", body, key="at-once"))
        connection.close()

    senders = [threading.Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Organisation.objects.filter(name=body["name"]).count() == 1


def test_persons_are_oneself_and_colleagues(caller, small_centre) -> None:
    member = caller(Role.COMPANY_MEMBER)
    small_centre.user(Role.DIRECTOR)
    mate = small_centre.newcomer(
        "mate@example.com", Role.COMPANY_MEMBER, organisation=small_centre.firm
    )

    seen = {person["email"] for person in member.get("persons").json()["items"]}

    assert seen == {"company_member@fucina.example", mate.email}


def test_person_is_recorded(caller) -> None:
    answer = caller(Role.SCHOOL_SECRETARY).post(
        "persons", {"given_name": "Ada", "family_name": "Crogiolo", "email": "ada@example.com"}
    )

    assert answer.status_code == 201
    assert Person.objects.get(pk=answer.json()["id"]).user is None


def test_errors_speak_the_language_asked_for(caller, small_centre) -> None:
    member = caller(Role.COMPANY_MEMBER)
    headers = {"HTTP_AUTHORIZATION": f"Bearer {member.secret}", "HTTP_ACCEPT_LANGUAGE": "it"}

    answer = member.client.get("/api/v1/organisations/999999", **headers)

    assert answer.json()["title"] == "Qui non c’è nulla che tu possa vedere."


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(words=st.text(max_size=40))
def test_any_words_can_be_searched(caller, words) -> None:
    try:
        answer = caller(Role.DIRECTOR, Scope.PEOPLE_READ).get("organisations", words=words)
    except Refusal:  # twenty tokens are a limit, and these examples share one person
        return

    assert answer.status_code in (200, 422)
