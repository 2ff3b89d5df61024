"""After an erasure the whole database is read: nothing in it says who the person was."""

import json
from typing import Any

import pghistory
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client
from pghistory.models import Context
from tests.centre.accounts.conftest import NewUser, link

from fucina.centre.accounts.domain.erase_person import (
    erase_oneself,
    erase_person,
    refuse_erasure,
)
from fucina.centre.accounts.domain.export_personal_data import export_personal_data
from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.domain.personal_data import register
from fucina.centre.accounts.domain.traces import Trace, traces
from fucina.centre.accounts.models import ErasureRequest, Invitation, Registration
from fucina.centre.api.domain.tokens import issue_token
from fucina.centre.api.models import Token
from fucina.centre.api.scopes import Scope
from fucina.centre.mail.domain import post
from fucina.centre.people.models import (
    Contact,
    Membership,
    Organisation,
    OwnershipLink,
    Person,
    User,
)
from fucina.centre.refusal import Refusal

WORDS = (
    "Zelinda", "Quaranta", "zelinda.quaranta@officine.example", "z.quaranta@casa.example",
    "zq@lavoro.example", "+39 011 555 0199", "+39 011 555 0200", "QRNZLD80A41L219X",
    "203.0.113.77", "Capoturno alle presse", "Telefono di Zelinda",
)  # fmt: skip


@pytest.fixture
def person(new_user: NewUser, firm: Organisation, keeper: User) -> Person:
    """As full a record as the centre can have of someone, and every kind of trace of it."""
    user = new_user(WORDS[2], "company_member", firm)
    EmailAddress.objects.create(user=user, email=WORDS[3], verified=True)
    person = user.person
    with pghistory.context(user=user.pk, url="/en/account/", ip=WORDS[8]):
        person.given_name, person.family_name = WORDS[0], WORDS[1]
        person.phone, person.fiscal_code = WORDS[5], WORDS[7]
        person.save()
    absorbed = Person.objects.create(
        given_name="Zelinda", family_name="Quaranta", email="z@quaranta.example"
    )
    absorbed.merged_into = person
    absorbed.save()
    kept = Contact.objects.create(
        person=person, organisation=firm, position=WORDS[9], email=WORDS[4], phone=WORDS[6]
    )
    kept.position = "Capo"
    kept.save()
    Contact.objects.create(person=person, organisation=firm, position=WORDS[9]).delete()
    OwnershipLink.objects.create(owned=firm, owner_person=person, share=25)
    with pghistory.context(user=None, url="/en/account/signup/", ip=WORDS[8]):
        said = Registration.objects.create(
            user=user, given_name=WORDS[0], family_name=WORDS[1], notice="1"
        )
    said.given_name = said.family_name = ""
    said.save()
    issue_token(user, WORDS[10], [Scope.PEOPLE_READ], 30)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": WORDS[10]})
    invite(WORDS[3], firm, "researcher", by=keeper, link=link)
    post("letter:1", WORDS[2], f"Cara {WORDS[0]}", f"{WORDS[0]} {WORDS[1]}, ecco.", "it")
    post("letter:2", keeper.email, "Notizia", "Ha scritto Zelinda Quaranta.", "it")
    Client().post("/it/account/login/", {"login": WORDS[2], "password": "tornio e fresa 1904"})
    Client(headers={"user-agent": "Firefox"}).force_login(user)
    return person  # fmt: skip


def test_nothing_is_left_in_the_whole_database(person: Person, director: User) -> None:
    assert {trace.table for trace in traces(WORDS)} >= {
        "people_person", "people_personevent", "people_contactevent", "mail_message",
        "accounts_registrationevent", "api_tokenevent", "pghistory_context",
    }  # fmt: skip

    erase_person(person, by=director)

    assert traces((*WORDS, "z@quaranta.example")) == []


def test_records_of_the_law_stay_under_a_number(
    person: Person, director: User, firm: Organisation
) -> None:
    user = person.user

    erase_person(person, by=director)

    erased = Person.objects.get(pk=person.pk)
    assert (str(erased), erased.user) == (f"Persona cancellata #{person.pk}", None)
    assert erased.erased is not None
    assert [one.owner_person_id for one in OwnershipLink.objects.filter(owned=firm)] == [person.pk]
    assert Contact.objects.filter(person=person).count() == 1
    closed = User.objects.get(pk=user.pk)
    assert (closed.email, closed.name, closed.is_active) == (
        f"erased-{user.pk}@erased.invalid", "", False,
    )  # fmt: skip
    assert not closed.has_usable_password()


def test_nothing_signs_the_person_in_any_more(person: Person, director: User) -> None:
    user = person.user

    erase_person(person, by=director)

    for model in (EmailAddress, Authenticator, UserSession, Token):
        assert list(model.objects.filter(user=user)) == []
    assert [one for one in Session.objects.all() if one.get_decoded().get("_auth_user_id") == str(user.pk)] == []  # fmt: skip
    assert not Membership.objects.on().filter(person=person).exists()


def test_trail_keeps_who_acted_as_a_number_without_the_machine(
    person: Person, director: User
) -> None:
    user = person.user

    erase_person(person, by=director)

    acted = [one.metadata for one in Context.objects.filter(metadata__user=user.pk)]
    assert acted == [{"user": user.pk, "url": "/en/account/"}]


def test_trail_is_closed_again_afterwards(person: Person, director: User) -> None:
    erase_person(person, by=director)

    events = Person._meta.get_field("events").related_model
    with pytest.raises(ProgrammingError), transaction.atomic():
        events.objects.filter(pgh_obj_id=person.pk).update(email="x@y.example")


def test_only_a_director_erases_others(person: Person, keeper: User) -> None:
    with pytest.raises(PermissionDenied):
        erase_person(person, by=keeper)


def test_person_is_erased_once(person: Person, director: User) -> None:
    erase_person(person, by=director)

    with pytest.raises(Refusal) as refused:
        erase_person(Person.objects.get(pk=person.pk), by=director)
    assert [one.code for one in refused.value.problems] == ["erased"]


def test_record_merged_into_another_is_not_erased_by_itself(person: Person, director: User) -> None:
    with pytest.raises(Refusal) as refused:
        erase_person(person.absorbed.get(), by=director)
    assert [one.code for one in refused.value.problems] == ["merged"]


def test_last_director_is_not_erased(director: User) -> None:
    with pytest.raises(Refusal) as refused:
        erase_person(director.person, by=director)
    assert [one.code for one in refused.value.problems] == ["last_director"]


def test_own_wish_is_done_at_once_where_nothing_must_be_kept(new_user: NewUser) -> None:
    user = new_user("sola.soletta@casa.example")

    with pghistory.context(user=user.pk, url="/", ip="203.0.113.9"):
        erased = erase_oneself(user)

    assert erased is not None
    assert traces(("sola.soletta@casa.example", "Sola Soletta", "203.0.113.9")) == []


def test_own_wish_goes_to_the_director_where_records_must_be_kept(
    person: Person, director: User
) -> None:
    assert erase_oneself(person.user) is None
    assert erase_oneself(person.user) is None

    asked = ErasureRequest.objects.get()
    assert (asked.person, asked.carried_out) == (person, None)
    erase_person(person, by=director)
    asked.refresh_from_db()
    assert (asked.carried_out is not None, asked.decided_by) == (True, director)


def test_refusal_needs_a_reason_and_is_said_once(person: Person, director: User) -> None:
    erase_oneself(person.user)
    asked = ErasureRequest.objects.get()

    with pytest.raises(Refusal):
        refuse_erasure(asked, "  ", by=director)
    refuse_erasure(asked, "A trial is pending.", by=director)
    with pytest.raises(Refusal):
        refuse_erasure(asked, "Again.", by=director)

    asked.refresh_from_db()
    assert (asked.reason, asked.decided_by) == ("A trial is pending.", director)


def test_account_that_was_never_confirmed_is_erased(db: None) -> None:
    user = User.objects.create_user("mai.confermata@casa.example", "x", name="Mai Confermata")

    assert erase_oneself(user) is not None

    assert traces(("mai.confermata@casa.example", "Mai Confermata")) == []


def test_export_has_everything_and_no_secret(person: Person) -> None:
    user = person.user

    found = export_personal_data(user)

    text = json.dumps(found)
    for word in WORDS[:8]:
        assert word in text
    assert "digest" not in text
    assert [one["type"] for one in found["account"]["authenticators"]] == ["webauthn"]
    assert [one["share"] for one in found["ownership"]] == ["25.00"]
    assert len(found["memberships"]["records"]) == 1
    assert [one["subject"] for one in found["mail"]] == [
        "Cara Zelinda",
        "Un invito da Officine Esempio S.r.l.",
    ]
    assert len(found["person"]["records"]) == 2


def test_other_apps_register_what_they_keep(person: Person, director: User, monkeypatch) -> None:
    from fucina.centre.accounts.domain import personal_data

    monkeypatch.setattr(personal_data, "_HOLDINGS", dict(personal_data._HOLDINGS))
    erased: list[Any] = []
    register("sample", export=lambda subject: ["mine"], erase=erased.append)
    with pytest.raises(ValueError, match="registered already"):
        register("sample", export=lambda subject: [], erase=erased.append)

    assert export_personal_data(person.user)["sample"] == ["mine"]
    erase_person(person, by=director)

    assert [one.person.pk for one in erased] == [person.pk]


def test_traces_find_a_word_wherever_it_stands(director: User, firm: Organisation) -> None:
    firm.about = "Chiedere a SESAMO Prova."
    firm.save()

    assert traces(("sesamo prova",)) == [
        Trace("people_organisation", "about", 1),
        Trace("people_organisationevent", "about", 1),
    ]


def test_invitations_to_an_erased_address_are_withdrawn(person: Person, director: User) -> None:
    erase_person(person, by=director)

    assert [one.state for one in Invitation.objects.all()] == ["withdrawn"]


def test_database_lets_no_erased_person_keep_an_address(person: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(erased=person.created)
