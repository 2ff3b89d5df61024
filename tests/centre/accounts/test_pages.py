"""Who opens which page, what it costs, and that an Italian reader finds no English on it."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from tests.centre.accounts.conftest import PASSWORD, NewUser, letters, link

from fucina.centre.accounts.domain.invite import invite
from fucina.centre.accounts.domain.traces import traces
from fucina.centre.accounts.models import ErasureRequest, Invitation
from fucina.centre.accounts.urls import urlpatterns
from fucina.centre.people.models import Membership, Organisation, Person, User

type Enter = Callable[[User], Client]
pytestmark = pytest.mark.django_db
SAME = {"Fucina", "Password", "Passkey", "PIN", "ZIP", "JSON", "No", "E-mail", "Cookie"}


@pytest.fixture(autouse=True)
def no_attempts_yet(db: None) -> None:
    cache.clear()


def page(client: Client, name: str, *args: Any, language: str = "en", **query: str) -> HttpResponse:
    with override(language):
        return client.get(reverse(name, args=args), query)


def send(client: Client, name: str, *args: Any, **data: str) -> HttpResponse:
    with override("en"):
        return client.post(reverse(name, args=args), data, follow=True)


def words(answer: HttpResponse) -> list[str]:
    """The texts of the page's own part, without what is between tags and braces."""
    main = answer.content.decode().split("<main", 1)[1].partition(">")[2].split("</main>", 1)[0]
    texts = re.sub(r"<script.*?</script>|<form[^>]*>|<[^>]+>", "\n", main, flags=re.DOTALL)
    return [one.strip() for one in texts.splitlines() if len(one.strip()) > 2]


def names() -> list[str]:
    """Every page of this app that needs no number, by the name that leads to it."""
    plain = [one.name for one in urlpatterns[:-1] if "<" not in str(one.pattern)]
    own = [f"accounts:{one.name}" for one in urlpatterns[-1].url_patterns]
    return [*plain, *(name for name in own if not _numbered(name))]


def _numbered(name: str) -> bool:
    patterns = {f"accounts:{one.name}": str(one.pattern) for one in urlpatterns[-1].url_patterns}
    return "<" in patterns[name]


def test_every_address_says_who_may_open_it() -> None:
    silent = [
        one.name
        for one in (*urlpatterns[:-1], *urlpatterns[-1].url_patterns)
        if not hasattr(one.callback, "permission")
    ]

    assert silent == []


@pytest.mark.parametrize("who", ["visitor", "director"])
def test_italian_pages_have_no_english_left(
    who: str, director: User, settings: Any, signed_in: Enter
) -> None:
    settings.FUCINA_DEMO_SIGN_IN = True
    client = Client()
    if who == "director":
        client.post("/it/account/login/", {"login": director.email, "password": PASSWORD})
        client.post("/it/account/reauthenticate/", {"password": PASSWORD})
    left = {}

    for name in names():
        both = [page(client, name, language=language) for language in ("it", "en")]
        if any(one.status_code != 200 or b"<main" not in one.content for one in both):
            continue
        italian, english = (set(words(one)) for one in both)
        same = {one for one in italian & english if re.search(r"[a-z]{3,}", one)} - SAME
        if same := {one for one in same if not _data(one)}:
            left[name] = same

    assert left == {}


def _data(text: str) -> bool:
    """Names, addresses, codes, and the roles, which another app says."""
    return bool(re.search(r"@|Dora|Centro|^Italiano$|^English$|^Linux|^[A-Z0-9]{16,}$|^\d", text)) or (
        text in {"director", "analyst", "company member", "researcher", "student", "lecturer",
                 "lab manager", "transfer officer", "funding officer", "project manager",
                 "school secretary", "accountant", "partner representative", "auditor", "Director"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "who", "status"),
    [
        ("accounts:invitations", "director", 200), ("accounts:invitations", "keeper", 200),
        ("accounts:invitations", "member", 403), ("accounts:new_invitation", "keeper", 200),
        ("accounts:new_invitation", "member", 403), ("accounts:roles", "director", 200),
        ("accounts:roles", "keeper", 403), ("accounts:grant_role", "keeper", 403),
        ("accounts:erasures", "director", 200), ("accounts:erasures", "keeper", 403),
        ("accounts:find_persons", "keeper", 403), ("accounts:profile", "member", 200),
    ],
)  # fmt: skip
def test_page_is_open_to_those_who_need_it(
    name: str, who: str, status: int, request: pytest.FixtureRequest, signed_in: Enter
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert page(client, name).status_code == status


def test_visitor_is_asked_to_sign_in(client: Client) -> None:
    for name in ("accounts:profile", "accounts:roles", "accounts:export", "account_email"):
        assert page(client, name).url.startswith("/en/account/login/?next=")


def test_invitation_of_another_firm_does_not_exist(
    director: User, keeper: User, signed_in: Enter
) -> None:
    other = Organisation.objects.create(name="Altra S.p.A.", kind="company")
    offer = invite("x@altra.example", other, "researcher", by=director, link=link)
    client = signed_in(keeper)

    for name in ("accounts:invitation", "accounts:resend_invitation", "accounts:withdraw_invitation"):  # fmt: skip
        assert page(client, name, offer.pk).status_code == 404
    assert "x@altra.example" not in page(client, "accounts:invitations").content.decode()


def test_person_and_role_of_another_do_not_exist_for_who_may_not_list_them(
    member: User, keeper: User, signed_in: Enter
) -> None:
    client = signed_in(keeper)
    role = Membership.objects.get(person__user=member)

    assert page(client, "accounts:end_role", role.pk).status_code == 404
    assert page(client, "accounts:erasure", member.person.pk).status_code == 404


def test_invitation_is_sent_withdrawn_and_refused_on_its_pages(
    keeper: User, firm: Organisation, signed_in: Enter
) -> None:
    client = signed_in(keeper)
    said = {"email": "ospite@officine.example", "organisation-value": str(firm.pk), "role": "researcher", "language": "en"}  # fmt: skip

    send(client, "accounts:new_invitation", **said)
    again = send(client, "accounts:new_invitation", **said)
    offer = Invitation.objects.get()
    send(client, "accounts:resend_invitation", offer.pk)
    send(client, "accounts:withdraw_invitation", offer.pk)

    assert again.status_code == 200
    assert 'value="ospite@officine.example"' in again.content.decode()
    assert len(letters("ospite@officine.example")) == 2
    offer.refresh_from_db()
    assert offer.state == "withdrawn"


def test_only_own_organisations_are_suggested(
    keeper: User, firm: Organisation, signed_in: Enter
) -> None:
    Organisation.objects.create(name="Officine Altrui", kind="company")

    answer = page(signed_in(keeper), "accounts:find_organisations", q="officine")

    assert [one["value"] for one in answer.json()["results"]] == [str(firm.pk)]


def test_offer_is_taken_up_on_the_own_page(
    keeper: User, firm: Organisation, new_user: NewUser, signed_in: Enter
) -> None:
    guest = new_user("ospite@officine.example")
    offer = invite(guest.email, firm, "researcher", by=keeper, link=link)
    client = signed_in(guest)
    assert "You are offered the role of" in page(client, "accounts:profile").content.decode()

    send(client, "accounts:accept_own", offer.pk)

    assert [one.role for one in Membership.objects.filter(person__user=guest)] == ["researcher"]


def test_role_is_given_and_ended_on_its_pages(
    director: User, member: User, centre: Organisation, signed_in: Enter
) -> None:
    client = signed_in(director)

    send(
        client, "accounts:grant_role", role="lecturer", valid_from="01/10/2026",
        **{"person-value": str(member.person.pk), "organisation-value": str(centre.pk)},
    )  # fmt: skip
    given = Membership.objects.get(role="lecturer")
    send(client, "accounts:end_role", given.pk, on="30/11/2026")

    given.refresh_from_db()
    assert str(given.valid_until) == "2026-11-30"


def test_last_director_is_told_why_they_stay(director: User, signed_in: Enter) -> None:
    answer = send(signed_in(director), "accounts:end_role", Membership.objects.get().pk)

    assert answer.status_code == 200
    assert "left without a director" in answer.content.decode()


def test_own_data_are_asked_for_with_the_password(member: User, client: Client) -> None:
    client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
    asked = page(client, "accounts:export")
    assert asked.url.startswith("/en/account/reauthenticate/")
    send(client, "account_reauthenticate", password=PASSWORD)

    answer = page(client, "accounts:export")

    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    data = json.loads(packed.read("fucina.json"))
    assert data["account"]["email"] == member.email
    assert "Mario Membro" in packed.read("fucina.html").decode()


def test_erasing_oneself_signs_out_and_leaves_no_trace_of_the_machine(new_user: NewUser) -> None:
    client = Client(REMOTE_ADDR="203.0.113.50")
    user = new_user("sola.soletta@casa.example")
    client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
    send(client, "account_reauthenticate", password=PASSWORD)

    answer = send(client, "accounts:erase_own", sure="on")

    assert answer.status_code == 200
    assert page(client, "accounts:profile").status_code == 302
    assert not User.objects.get(pk=user.pk).is_active
    # Attempts are counted by machine for a minute, and say nothing of who sat at it.
    left = traces(("203.0.113.50", "sola.soletta@casa.example", "Sola Soletta"))
    assert {trace.table for trace in left} <= {"cache"}


def test_director_erases_and_is_told_what_is_left(
    director: User, member: User, firm: Organisation, signed_in: Enter
) -> None:
    firm.about = "Chiedere a Mario Membro."
    firm.save()
    ErasureRequest.objects.create(person=member.person)

    answer = send(signed_in(director), "accounts:erasure", member.person.pk, sure="on")

    assert "people_organisation.about" in answer.content.decode()
    assert Person.objects.get(pk=member.person.pk).erased is not None


def test_refused_request_is_answered_on_the_own_page(
    director: User, member: User, signed_in: Enter
) -> None:
    ErasureRequest.objects.create(person=member.person)
    send(signed_in(director), "accounts:refuse_erasure", member.person.pk, reason="A trial is pending.")  # fmt: skip

    answer = page(signed_in(member), "accounts:personal_data")

    assert "A trial is pending." in answer.content.decode()


def test_profile_is_saved_and_keeps_what_was_typed(member: User, signed_in: Enter) -> None:
    client = signed_in(member)
    wrong = send(client, "accounts:profile", given_name="", phone="011 555", language="it")
    assert (wrong.status_code, 'value="011 555"' in wrong.content.decode()) == (200, True)

    send(client, "accounts:profile", given_name="Maria", family_name="M.", phone="", language="it")

    assert str(Person.objects.get(user=member)) == "Maria M."


def test_only_own_devices_are_signed_out(member: User, keeper: User, client: Client) -> None:
    other = Client()
    other.post("/en/account/login/", {"login": keeper.email, "password": PASSWORD})
    client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
    page(other, "accounts:profile")

    answer = send(client, "accounts:end_session", UserSession.objects.get(user=keeper).pk)

    assert answer.status_code == 404
    assert page(other, "accounts:profile").status_code == 200


def test_demo_has_a_button_for_each_role(
    settings: Any, new_user: NewUser, centre: Organisation, client: Client
) -> None:
    settings.FUCINA_DEMO_SIGN_IN = True
    user = new_user("lab_manager@fucina.example", "lab_manager", centre)

    send(client, "accounts:demo", role="lab_manager")

    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize("method", ["get", "post"])
def test_outside_the_demo_there_is_no_such_page(
    method: str, settings: Any, new_user: NewUser, centre: Organisation, client: Client
) -> None:
    settings.FUCINA_DEMO_SIGN_IN = False
    new_user("lab_manager@fucina.example", "lab_manager", centre)

    answer = getattr(client, method)("/en/account/demo/", {"role": "lab_manager"})

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("name", ["accounts:invitations", "accounts:roles", "accounts:erasures"])
def test_list_costs_the_same_whatever_its_length(
    name: str, director: User, firm: Organisation, new_user: NewUser, signed_in: Enter
) -> None:
    client = signed_in(director)

    def fill(start: int, end: int) -> None:
        for number in range(start, end):
            user = new_user(f"p{number}.q@officine.example", "company_member", firm)
            ErasureRequest.objects.create(person=user.person)
            invite(f"g{number}@officine.example", firm, "researcher", by=director, link=link)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert page(client, name).status_code == 200
        return len(queries)

    fill(0, 1)
    page(client, name)
    one = cost()
    fill(1, 9)

    assert (cost(), one <= 12) == (one, True)
