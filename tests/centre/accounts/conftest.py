"""People with a role each, their accounts confirmed; and a way to read the mail."""

import re
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from fucina.centre.mail.models import Message
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership, Organisation, Person, User

PASSWORD = "tornio e fresa 1904"
type NewUser = Callable[..., User]


@pytest.fixture
def centre(db: None) -> Organisation:
    return Organisation.objects.create(
        name="Centro Fucina", name_en="Fucina Centre", kind=OrganisationKind.CENTRE
    )


@pytest.fixture
def firm(db: None) -> Organisation:
    return Organisation.objects.create(
        name="Officine Esempio S.r.l.", kind=OrganisationKind.COMPANY
    )


@pytest.fixture
def new_user(db: None) -> NewUser:
    def make(
        email: str,
        role: str = "",
        organisation: Organisation | None = None,
        *,
        invites: bool = False,
        language: str = "en",
    ) -> User:
        name = email.partition("@")[0].replace(".", " ").title()
        user = User.objects.create_user(email, PASSWORD, name=name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        given, _, family = name.partition(" ")
        person = Person.objects.create(
            user=user, given_name=given, family_name=family, email=email, language=language
        )
        if role and organisation:
            Membership.objects.create(
                person=person, organisation=organisation, role=role, invites=invites
            )
        return user

    return make


@pytest.fixture
def director(new_user: NewUser, centre: Organisation) -> User:
    return new_user("dora.direttrice@fucina.example", Role.DIRECTOR, centre)


@pytest.fixture
def keeper(new_user: NewUser, firm: Organisation) -> User:
    """Looks after the firm."""
    return new_user("carla.cura@officine.example", Role.COMPANY_MEMBER, firm, invites=True)


@pytest.fixture
def member(new_user: NewUser, firm: Organisation) -> User:
    return new_user("mario.membro@officine.example", Role.COMPANY_MEMBER, firm)


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    def enter(user: User) -> Client:
        client.force_login(user)
        return client

    return enter


@pytest.fixture(autouse=True)
def kept_mail(settings) -> None:
    settings.FUCINA_KEEP_MAIL = True


def letters(to: str) -> list[Message]:
    return list(Message.objects.filter(to=to).order_by("pk"))


def link_in(message: Message) -> str:
    """The path of the address that the letter gives."""
    found = re.search(r"https?://[^/\s]+(/\S+)", message.text)
    assert found, message.text
    return found.group(1)


def code_in(message: Message) -> str:
    found = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", message.text, re.MULTILINE)
    assert found, message.text
    return found.group(1)


def link(secret: str) -> str:
    return f"https://fucina.example/en/account/invitation/{secret}/"
