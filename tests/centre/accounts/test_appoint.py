"""The first director, invited from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.centre.accounts.conftest import letters

from fucina.centre.accounts.models import Invitation
from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation, User

pytestmark = pytest.mark.django_db
HEAD = "direttrice@fucina.example"


def appoint(*said: str) -> list[str]:
    out = io.StringIO()
    call_command("appoint", *said, stdout=out)
    return out.getvalue().splitlines()


def test_centre_is_made_and_the_link_opens_the_invitation() -> None:
    told = appoint(HEAD.upper(), "--name", "Centro di Torino", "--language", "en")

    assert told[0].startswith(f"{HEAD} is invited to direct Centro di Torino.")
    assert told[1].startswith("http://localhost:8000/en/account/invitation/")
    assert [one.subject for one in letters(HEAD)] == ["An invitation from Centro di Torino"]
    page = Client().get(told[1].removeprefix("http://localhost:8000"), follow=True)
    assert page.status_code == 200
    assert "An invitation from Centro di Torino" in page.content.decode()


def test_it_speaks_italian_and_knows_its_address() -> None:
    told = appoint(HEAD, "--language", "it", "--address", "https://fucina.example/")

    assert told[0].startswith(f"{HEAD} riceve l’invito a dirigere Fucina.")
    assert told[1].startswith("https://fucina.example/it/account/invitation/")


def test_centre_that_exists_is_used_and_an_open_link_replaced(centre: Organisation) -> None:
    appoint(HEAD)
    appoint(HEAD)

    assert [one.name for one in Organisation.objects.filter(kind=OrganisationKind.CENTRE)] == [centre.name]  # fmt: skip
    assert [one.state for one in Invitation.objects.order_by("pk")] == ["withdrawn", "open"]


def test_what_is_no_address_is_refused_and_nothing_made() -> None:
    with pytest.raises(CommandError):
        appoint("direttrice")

    assert (Organisation.objects.count(), Invitation.objects.count()) == (0, 0)


def test_who_directs_already_is_not_appointed(director: User) -> None:
    with pytest.raises(CommandError) as refused:
        appoint(director.email, "--language", "en")

    assert str(refused.value) == f"The person at {director.email} directs the centre already."
