"""Signing up, in and out; forgotten passwords; the second step; each as a browser without JavaScript does it."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.centre.accounts.conftest import PASSWORD, NewUser, code_in, letters, link, link_in

from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.models import Registration
from fucina.centre.mail.domain import post
from fucina.centre.mail.models import Message
from fucina.centre.people.models import Membership, Organisation, Person, User

NEW = "nuova.persona@casa.example"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_attempts_yet(db: None) -> Iterator[None]:
    cache.clear()
    with override("it"):
        yield


def go(client: Client, name: str, **data: str) -> HttpResponse:
    return client.post(reverse(name), data, follow=True)


def signed_up(client: Client, **other: str) -> HttpResponse:
    said = {
        "given_name": "Nuova", "family_name": "Persona", "email": NEW, "language": "it",
        "password1": PASSWORD, "password2": PASSWORD, "notice": "on",
    }  # fmt: skip
    return go(client, "account_signup", **(said | other))


def signed_in_as(client: Client) -> str:
    number = client.session.get("_auth_user_id")
    return User.objects.get(pk=number).email if number else ""


def test_address_is_confirmed_by_a_code_and_makes_a_person(client: Client) -> None:
    signed_up(client)
    assert (signed_in_as(client), Person.objects.count()) == ("", 0)

    go(client, "account_email_verification_sent", code=code_in(letters(NEW)[0]))

    person = Person.objects.get()
    assert (person.given_name, person.family_name, person.email) == ("Nuova", "Persona", NEW)
    assert (signed_in_as(client), person.language) == (NEW, "it")
    said = Registration.objects.get()
    assert (said.given_name, said.notice) == ("", "2026-11-22")
    assert [one.subject for one in letters(NEW)] == ["Il codice per confermare il tuo indirizzo"]


def test_record_with_that_address_becomes_the_persons_own(client: Client) -> None:
    known = Person.objects.create(given_name="N.", family_name="Persona", email=NEW)
    signed_up(client)

    go(client, "account_email_verification_sent", code=code_in(letters(NEW)[0]))

    assert [(one.pk, one.user.email) for one in Person.objects.all()] == [(known.pk, NEW)]


def test_record_of_another_user_is_not_taken(client: Client, new_user: NewUser) -> None:
    other = new_user("altra@casa.example")
    Person.objects.filter(user=other).update(email=NEW)
    signed_up(client)

    go(client, "account_email_verification_sent", code=code_in(letters(NEW)[0]))

    assert Person.objects.get(user__email=NEW).email == ""
    assert Person.objects.get(user=other).email == NEW


def test_wrong_code_makes_nobody(client: Client) -> None:
    signed_up(client)

    answer = go(client, "account_email_verification_sent", code="WRONG9")

    assert (signed_in_as(client), Person.objects.count()) == ("", 0)
    assert "Questo codice non è giusto." in answer.content.decode()


def test_code_can_be_sent_again_and_the_address_corrected(client: Client) -> None:
    signed_up(client, email="nuvoa@casa.example")

    go(client, "account_email_verification_sent", action="change", email=NEW)
    cache.clear()
    go(client, "account_email_verification_sent", action="resend")
    go(client, "account_email_verification_sent", code=code_in(letters(NEW)[-1]))

    assert (len(letters(NEW)), signed_in_as(client)) == (2, NEW)


def test_without_the_notice_nobody_signs_up(client: Client) -> None:
    signed_up(client, notice="")

    assert User.objects.count() == 0


def test_known_address_is_told_by_mail_not_on_the_page(client: Client, new_user: NewUser) -> None:
    new_user(NEW)
    known = signed_up(Client())
    cache.clear()
    unknown = signed_up(Client(), email="mai.vista@casa.example")

    def words(page: HttpResponse, email: str) -> str:
        return page.content.decode().replace(email, "")

    assert known.redirect_chain == unknown.redirect_chain
    assert [one.subject for one in letters(NEW)] == ["You have an account already"]
    assert User.objects.filter(email=NEW).count() == 1


def test_password_opens_the_account_and_a_wrong_one_says_little(
    client: Client, member: User
) -> None:
    wrong = go(client, "account_login", login=member.email, password="no")
    unknown = go(client, "account_login", login="chi@e.example", password="no")
    assert "E-mail o password non giuste." in wrong.content.decode()
    assert "E-mail o password non giuste." in unknown.content.decode()

    go(client, "account_login", login=member.email.upper(), password=PASSWORD)

    assert signed_in_as(client) == member.email


def test_five_wrong_passwords_close_the_door_for_a_while(client: Client, member: User) -> None:
    for _ in range(5):
        go(client, "account_login", login=member.email, password="no")

    answer = go(client, "account_login", login=member.email, password=PASSWORD)

    assert signed_in_as(client) == ""
    assert "Troppi tentativi. Aspetta cinque minuti" in answer.content.decode()


def test_too_many_requests_show_a_page_of_ours(client: Client) -> None:
    for _ in range(20):
        go(client, "account_signup", email="x")

    answer = go(client, "account_signup", email="x")

    assert answer.status_code == 429
    assert answer.templates[0].name == "429.html"
    assert "Troppi tentativi" in answer.content.decode()


def test_forgotten_password_is_replaced_by_a_link_good_once(client: Client, member: User) -> None:
    go(client, "account_reset_password", email=member.email)
    path = link_in(letters(member.email)[0])
    page = client.get(path, follow=True)
    form = page.redirect_chain[-1][0]

    client.post(form, {"password1": "piallatrice verde 77", "password2": "piallatrice verde 77"})

    assert User.objects.get(pk=member.pk).check_password("piallatrice verde 77")
    assert "non è più valido" in Client().get(path, follow=True).content.decode()
    assert [one.subject for one in letters(member.email)] == [
        "Choose a new password", "You chose a new password",
    ]  # fmt: skip


def test_closed_account_does_not_open(client: Client, member: User) -> None:
    User.objects.filter(pk=member.pk).update(is_active=False)

    answer = go(client, "account_login", login=member.email, password=PASSWORD)

    assert signed_in_as(client) == ""
    assert "Questo account è chiuso" in answer.content.decode()


def test_app_is_asked_after_the_password(client: Client, member: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    go(client, "account_login", login=member.email, password=PASSWORD)
    assert signed_in_as(client) == ""

    _before, counter, _after = yield_hotp_counters_from_time()
    go(client, "mfa_authenticate", code=f"{hotp_value(secret, counter):06}")

    assert signed_in_as(client) == member.email


def test_switching_the_app_on_gives_recovery_codes(
    client: Client, member: User, django_capture_on_commit_callbacks: Any
) -> None:
    go(client, "account_login", login=member.email, password=PASSWORD)
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    go(client, "account_reauthenticate", password=PASSWORD)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    _before, counter, _after = yield_hotp_counters_from_time()

    with django_capture_on_commit_callbacks(execute=True):
        answer = go(client, "mfa_activate_totp", code=f"{hotp_value(secret, counter):06}")

    codes = answer.context["unused_codes"]
    assert len(codes) == 10
    assert all(code in answer.content.decode() for code in codes)
    download = client.get(reverse("mfa_download_recovery_codes"))
    assert download.content.decode().split() == codes
    assert {one.type for one in Authenticator.objects.filter(user=member)} == {"totp", "recovery_codes"}  # fmt: skip
    assert [one.subject for one in letters(member.email)] == [
        "Authenticator app switched on",
    ]  # fmt: skip


def test_signed_out_means_out(client: Client, member: User) -> None:
    go(client, "account_login", login=member.email, password=PASSWORD)

    go(client, "account_logout")

    assert signed_in_as(client) == ""


def test_another_address_is_added_confirmed_and_made_the_main_one(
    client: Client, member: User
) -> None:
    go(client, "account_login", login=member.email, password=PASSWORD)
    go(client, "account_reauthenticate", password=PASSWORD)
    go(client, "account_email", action_add="1", email=NEW)
    go(client, "account_email_verification_sent", code=code_in(letters(NEW)[0]))

    go(client, "account_email", action_primary="1", email=NEW)

    member.refresh_from_db()
    assert member.email == NEW
    assert EmailAddress.objects.get(user=member, primary=True).email == NEW


def test_no_letter_is_sent_twice(client: Client, member: User) -> None:
    go(client, "account_reset_password", email=member.email)
    message = Message.objects.get()

    post(message.key, message.to, "Again", "Again", "en")

    assert Message.objects.count() == 1


def test_invited_newcomer_signs_up_without_a_code(
    client: Client, keeper: User, firm: Organisation
) -> None:
    invite(NEW, firm, "company_member", by=keeper, link=link)
    client.get(link_in(letters(NEW)[0]), follow=True)

    signed_up(client, email="somebody@else.example", next=reverse("accounts:accept_invitation"))
    assert signed_in_as(client) == NEW
    go(client, "accounts:accept_invitation")

    given = Membership.objects.get(person__user__email=NEW)
    assert (given.organisation, given.role) == (firm, "company_member")
    assert len(letters(NEW)) == 1


def test_secret_of_an_invitation_stays_in_no_address(
    client: Client, keeper: User, firm: Organisation
) -> None:
    invite(NEW, firm, "company_member", by=keeper, link=link)

    answer = client.get(link_in(letters(NEW)[0]))

    assert answer.url.endswith("/account/invitation/")


@pytest.mark.parametrize("secret", ["nothing", "x" * 43])
def test_unknown_link_says_plainly_that_it_is_no_longer_valid(client: Client, secret: str) -> None:
    answer = client.get(reverse("accounts:open_invitation", args=[secret]), follow=True)

    assert answer.status_code == 410
    assert "Questo invito non è più valido" in answer.content.decode()
