"""A laboratory, many who want the same of it, and a running server of several processes."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone
from tests.centre.labs.conftest import LONG_AGO, Lab, make_lab
from tests.race.served import Served, served
from tests.race.shots import Shot

from fucina.centre.api.models import Token
from fucina.centre.api.models.token import digest_of
from fucina.centre.labs.models import Resource
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person, User

HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Crowd:
    """People of one firm, each with a token."""

    lab: Lab
    secrets: list[str]

    def bookings(self, things: list[Resource], starts: dt.datetime) -> list[Shot]:
        """The same hour, wanted by everybody."""
        return [booking(self.lab, secret, things, starts) for secret in self.secrets]

    def at(self, place: str) -> list[Shot]:
        return [Shot(secret, f"{place}/{self.lab.firm.pk}") for secret in self.secrets]


def booking(lab: Lab, secret: str, things: list[Resource], starts: dt.datetime) -> Shot:
    body: dict[str, Any] = {
        "resources": [{"resource": one.pk} for one in things],
        "starts": starts.isoformat(),
        "ends": (starts + HOUR).isoformat(),
        "organisation": lab.firm.pk,
    }
    return Shot(secret, "labs/bookings", body)


def crowd(lab: Lab, number: int) -> Crowd:
    users = User.objects.bulk_create(User(email=f"p{n}@prova.example") for n in range(number))
    people = Person.objects.bulk_create(
        Person(user=user, given_name=f"P{n}", email=user.email) for n, user in enumerate(users)
    )
    Membership.objects.bulk_create(
        Membership(person=one, organisation=lab.firm, role=Role.COMPANY_MEMBER, valid_from=LONG_AGO)
        for one in people
    )
    secrets = [f"secret of {user.email}" for user in users]
    Token.objects.bulk_create(
        Token(
            user=user, name="prova", digest=digest_of(secret), start="prova",
            scopes=["labs:read", "labs:write"], expires=timezone.now() + dt.timedelta(days=30),
        )
        for user, secret in zip(users, secrets, strict=True)
    )  # fmt: skip
    return Crowd(lab, secrets)


@pytest.fixture
def lab(transactional_db: None) -> Lab:
    return make_lab()


@pytest.fixture
def tomorrow() -> dt.datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0) + dt.timedelta(days=1)


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Says what a long test counted, past what captures output."""
    plugins = pytestconfig.pluginmanager
    terminal: Any = plugins.get_plugin("terminalreporter")
    capture: Any = plugins.get_plugin("capturemanager")

    def say(text: str) -> None:
        with capture.global_and_fixture_disabled():
            terminal.write_line(f"\n{text}")

    return say


@pytest.fixture(scope="session")
def server(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    with django_db_blocker.unblock(), served(tmp_path_factory.mktemp("race")) as running:
        yield running
